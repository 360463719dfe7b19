import type { Language, Localized } from '../../language/language.ts';
import { expectedPersons } from '../../run/expected-persons.ts';
import { type Inputs, withHash } from '../../run/load-inputs.ts';
import { shippedNames } from '../../run/microdata/shipped.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { suggest } from '../../scenario/suggest.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';

/** Inputs of a run that writes people out, where it was asked for. @throws InputError for years and replicates it does not have */
export function withMicrodata(
  inputs: Inputs,
  { microdata, years, only = [0] }: Pick<RunOptions, 'microdata' | 'years' | 'only'>,
  lang: Language,
): Inputs {
  if (!microdata) return inputs;
  const { baseYear, endYear, replicates } = inputs.scenario;
  const chosen = years ?? [baseYear, endYear];
  const wrong = chosen.filter((year) => year < baseYear || year > endYear);
  const beyond = only.filter((replicate) => replicate >= replicates);
  const mistakes = [
    ...wrong.map((year) => told.yearsOutside(baseYear, endYear, year)),
    ...beyond.map((replicate) => told.onlyOutside(replicates, replicate)),
  ];
  if (mistakes.length > 0) throw new InputError(mistakes.map((mistake) => ({ message: mistake[lang] })));
  const inOrder = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
  const choice = { years: inOrder(chosen), only: inOrder(only) };
  return withHash({ ...inputs, command: { ...inputs.command, microdata: choice } });
}

/**
 * What writing takes beside the run, as whole Baotou took in one replicate to 2035 (src/people/README.md): bytes of a person with its part of a
 * household, bytes of an event, events a year, seconds of processor a million persons and events on a busy machine.
 */
const BYTES_PER_PERSON = 23;
const BYTES_PER_EVENT = 12;
const EVENTS_PER_PERSON_YEAR = 0.125;
const SECONDS_PER_MILLION = 11;
const PERSONS_PER_HOUSEHOLD = 2.5;

/** What writing people out will take, before anything is computed. */
export function microdataAhead({ city, scenario, command }: Inputs): Localized {
  const { years, only } = command.microdata!;
  const persons = command.sample * expectedPersons(city) * only.length;
  const rows = persons * years.length;
  const events = persons * (scenario.endYear - scenario.baseYear) * EVENTS_PER_PERSON_YEAR;
  const about = (value: number): number => Number(value.toPrecision(2));
  return told.microdataAhead(
    about(rows),
    about(rows / PERSONS_PER_HOUSEHOLD),
    Math.max(1, about((rows * BYTES_PER_PERSON + events * BYTES_PER_EVENT) / 1e6)),
    Math.max(1, about((SECONDS_PER_MILLION * (rows + events)) / 1e6)),
  );
}

/** Names of shipped tables that were asked for; undefined where none were. @throws InputError for a name there is none of */
export function shippedTables(given: string | undefined, lang: Language): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const known = shippedNames(readData);
  if (given === 'all') return known;
  const names = given.split(/[,，]/).map((name) => name.trim());
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new InputError(
      unknown.map((name) => ({ message: told.unknownTables(name, known, suggest(name, known))[lang] })),
    );
  return names;
}
