import { appendFileSync } from 'node:fs';
import { closeSession, openSession } from '../../src/run/session.ts';
import { plant, recover } from './plant.ts';

/** `npm run planted [cities] [workers] [file] [first]`: plants cities, fits them from ten figures each, prints what was found of them, a line a city. */
const [cities = '30', workers = '2', file, first = '0'] = process.argv.slice(2);
const places = [
  'luoyang',
  'chifeng',
  'hefei',
  'qingyang',
  'mianyang',
  'baotou',
  'sanmenxia',
  'huizhou',
  'tangshan',
  'ganzhou',
];
const PERSONS = 15_000;

const session = openSession(Number(workers));
for (let number = Number(first); number < Number(cities); number++) {
  const place = places[number % places.length];
  const { expectedPersons } = await import('../../src/run/expected-persons.ts');
  const { loadInputs } = await import('../../src/run/load-inputs.ts');
  const sample = PERSONS / expectedPersons(loadInputs({ scenario: place, overrides: {}, sample: 1 }, 'en').city);
  const city = await plant(session, place, number, Number(sample.toPrecision(2)));
  const found = await recover(session, city, 60);
  const line = JSON.stringify({ number, place, ...found });
  process.stdout.write(`${line}\n`);
  if (file !== undefined) appendFileSync(file, `${line}\n`);
}
await closeSession(session);
