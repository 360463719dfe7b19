/**
 * Growth of registered persons in a run of the nation from 2020 beside what police counted, which no constant was set by:
 * `npm run registered -- out/china-<hash>`. Percent a year, weighted, by registered over resident persons of 2020; prefectures whose
 * total of both years is no assumption and not suspect, jumps of more than 5 % a year left out as changes of land or of books.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import { isPlace, provinceOf, readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';

const [FROM, TO] = [2020, 2022];
/** Bounds of ln(registered over resident), and the most a counted total moves in a year. */
const BOUNDS = [Number.NEGATIVE_INFINITY, -0.25, -0.1, 0, 0.1, 0.2, Number.POSITIVE_INFINITY];
const MOST = 0.05;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('names the folder of a run of the nation');

const counted = new Map<string, number>();
const places = [...readRegions(readData).values()].filter(isPlace).map(({ code }) => code);
for (const province of new Set(places.map(provinceOf)))
  for (const row of csvParse(readData(`registered-population/${province}.csv`)))
    if (!/assumption|suspect/.test(row.confidence)) counted.set(`${row.area_code} ${row.year}`, Number(row.registered));

const simulated = new Map<string, number>();
for (const { indicator, area, year, mean } of csvParse(readFileSync(path.join(folder, 'indicators.csv'), 'utf8')))
  if (indicator === 'registered_population' || indicator === 'resident_population')
    simulated.set(`${indicator} ${area} ${year}`, Number(mean));

const of2020 = csvParse(readFileSync(path.join(folder, 'places.csv'), 'utf8')).filter(
  (row) => row.base_year === '2020',
);
const growth = (from: number, to: number): number => Math.log(to / from) / (TO - FROM);
const rows = of2020.flatMap(({ code }) => {
  const [before, after] = [FROM, TO].map((year) => counted.get(`${code} ${year}`));
  const [start, end] = [FROM, TO].map((year) => simulated.get(`registered_population ${code} ${year}`)!);
  if (before === undefined || after === undefined || Math.abs(growth(before, after)) > MOST) return [];
  const lnRegistered = Math.log(start / simulated.get(`resident_population ${code} ${FROM}`)!);
  return [{ persons: before, lnRegistered, counted: growth(before, after), model: growth(start, end) }];
});

process.stdout.write('ln(registered/resident)  places  million  counted  model\n');
BOUNDS.slice(1).forEach((high, n) => {
  const group = rows.filter(({ lnRegistered }) => lnRegistered >= BOUNDS[n] && lnRegistered < high);
  const persons = group.reduce((sum, row) => sum + row.persons, 0);
  const mean = (of: 'counted' | 'model') =>
    (100 * group.reduce((sum, row) => sum + row.persons * row[of], 0)) / persons;
  const [c, m] = [mean('counted').toFixed(2), mean('model').toFixed(2)];
  process.stdout.write(`${BOUNDS[n]} to ${high}  ${group.length}  ${Math.round(persons / 1e6)}  ${c}  ${m}\n`);
});
