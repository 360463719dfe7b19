import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { type WrittenPopulation, writePopulation } from '../../result/write-population.ts';
import { baseOf } from '../../run/base.ts';
import { expectedPersons } from '../../run/expected-persons.ts';
import { membersOf } from '../../run/region-members.ts';
import { regionCalled } from '../../run/resolve-scenario.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { readData } from '../../scenario/read-data.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { printJson } from '../print-json.ts';
import { tell } from '../tell.ts';
import { withSession } from '../with-session.ts';
import { populationMessages as say } from './messages.ts';
import type { PopulationOptions } from './options.ts';
import { requestOf } from './request.ts';

/** Measured on whole cities. */
const BYTES_PER_PERSON = 24;
const SECONDS_PER_MILLION = 9;

/** Writes the people of a place, or of every place of a province or the nation one after the other: one place is in memory at a time. */
export async function writeOut(options: PopulationOptions, lang: Language): Promise<ExitStatus> {
  await assertOut(options.out, lang);
  const region = options.scenario === undefined ? null : regionCalled(options.scenario, readData);
  const { year, seed, sample = 1 } = options;
  const places =
    region === null
      ? [options]
      : membersOf(readData, readRegions(readData), region.code, {
          overrides: { ...(year === undefined ? {} : { from: year }), ...(seed === undefined ? {} : { seed }) },
          sample,
          wholeOnly: true,
        }).map(({ command }) => ({
          ...options,
          code: undefined,
          scenario: command.scenario,
          year: yearOf(command.overrides.from),
        }));
  const parent = region === null ? options.out : path.join(options.out, `population-${region.code}`);
  const all: WrittenPopulation[] = [];
  await withSession({ workers: 1, lang }, async (session, signal, progress) => {
    for (const place of places) {
      const request = requestOf(place, lang);
      const persons = Number((sample * expectedPersons(request.city)).toPrecision(2));
      const millions = persons / 1e6;
      progress.note(
        say.ahead(persons, Math.ceil(BYTES_PER_PERSON * millions), Math.ceil(SECONDS_PER_MILLION * millions))[lang],
      );
      progress.step(messages.makingBase(request.city.name)[lang]);
      const base = await baseOf(session, request, signal);
      const name = `population-${request.city.code}-${request.city.censusYear}`;
      const made = await writePopulation(parent, name, request, base);
      all.push(made);
      if (!options.json) process.stdout.write(`${say.written(made.folder, made.persons, made.households)[lang]}\n`);
    }
  });
  if (options.json) printJson({ populations: all });
  else if (all.length > 1) tell(say.written(parent, sum(all, 'persons'), sum(all, 'households'))[lang]);
  return ExitStatus.done;
}

const yearOf = (from: number | undefined): 2010 | 2020 => (from === 2010 ? 2010 : 2020);

const sum = (all: readonly WrittenPopulation[], of: 'persons' | 'households'): number =>
  all.reduce((total, each) => total + each[of], 0);
