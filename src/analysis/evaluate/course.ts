import type { Asked } from '../../indicator/asked.ts';
import { statedParameters } from '../../kernel/parameters.ts';
import { compileLawBook } from '../../policy/compile-law-book.ts';
import type { Law, LawBook } from '../../policy/law.ts';
import { readAhead } from '../../process/agenda/hazards.ts';
import { hashOfCity } from '../../run/base.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { parameterNames } from '../../scenario/parameters.ts';
import type { DatedValue, ParameterSetting } from '../../scenario/scenario.ts';

/**
 * What the years of a scenario are made of, year by year from the base year on. Where two courses have the same key for a year, every
 * replicate is the same in both until its end: the same people, parameters, law, and the same things measured.
 */
export type Course = readonly string[];

type CourseInputs = Pick<Inputs, 'scenario' | 'city' | 'documents' | 'command'>;

/**
 * The course of a scenario. Whatever is not known to come later belongs to the opening: scenarios that differ in it have no year in
 * common.
 *
 * - opening: the people (city, sample, seed), the horizon, the way of counting, the calibration's draws, the law behaviour is anchored
 *   under, and parameters that are read ahead of their year
 * - each year: the values that come into force in it, and the law of its days in every area
 *
 * @param anchored of the inputs, where it is known
 */
export function courseOf(
  inputs: CourseInputs,
  asked: readonly Asked[] | undefined,
  anchored: string = anchoredUnder(inputs),
): Course {
  const { scenario, city, command } = inputs;
  const { baseYear, endYear, seed, uncertainty, definition, structure, posterior, parameters } = scenario;
  const law = lawOf(inputs, {});
  const opening = {
    city: hashOfCity(city),
    sample: command.sample,
    ...{ baseYear, endYear, seed, uncertainty, definition, structure, posterior, asked },
    // tables are counted from the base year on
    ...(asked === undefined && scenario.tables ? { alone: scenario } : {}),
    ahead: readAhead.map((name) => parameters[name].map(drawnFrom)),
    anchored,
  };
  const keys: string[] = [];
  for (let year = baseYear; year <= endYear; year++) {
    const values =
      year === baseYear
        ? parameterNames.map((name) => drawnFrom(inForce(parameters[name], year)))
        : parameterNames.flatMap((name) =>
            parameters[name].filter(({ from }) => from === year).map((entry) => [name, drawnFrom(entry)]),
          );
    const before = keys.at(-1) ?? canonicalJson(opening);
    const own = countiesOf(scenario, year);
    keys.push(
      sha256(canonicalJson([before, own.length > 0 ? [values, own] : values, lawOfYear(law, city.areas.length, year)])),
    );
  }
  return keys;
}

/** The law as it really stands in the base year: variations of one scenario have it in common. */
export function anchoredUnder(inputs: CourseInputs): string {
  const { baseYear } = inputs.scenario;
  const reference = lawOf(inputs, { without: [], add: [] });
  return sha256(canonicalJson(lawOfYear(reference, inputs.city.areas.length, baseYear)));
}

function lawOf({ scenario, city, documents }: CourseInputs, changes: { without?: []; add?: [] }): LawBook {
  const exploreStrength = statedParameters(scenario, scenario.baseYear)['settlement.exploreStrength'];
  const { policy } = scenario;
  return compileLawBook(documents, {
    documents: scenario.documents,
    areas: city.areas,
    exploreStrength,
    ...policy,
    ...changes,
  });
}

/** What replicates draw a value from. */
const drawnFrom = ({ value, range }: DatedValue) => [value, range];

/** Values of single counties that come into force in a year; in the base year those in force. */
function countiesOf({ counties = {}, baseYear }: CourseInputs['scenario'], year: number): unknown[] {
  return Object.entries(counties).flatMap(([code, own]) =>
    Object.entries(own).flatMap(([name, setting]) => {
      const entries = year === baseYear ? [inForce(setting, year)] : setting.filter(({ from }) => from === year);
      return entries.map((entry) => [code, name, drawnFrom(entry)]);
    }),
  );
}

/** Last entry that has begun by the year; before the first one, the first. */
const inForce = (setting: ParameterSetting, year: number): DatedValue =>
  setting.filter(({ from }) => from <= year).at(-1) ?? setting[0];

/** The law of every area in a year: days of change, and what holds from them on. */
const lawOfYear = (book: LawBook, areas: number, year: number): unknown[] =>
  Array.from({ length: areas }, (_, area) => {
    const { days, laws } = book.ofYear(area, year);
    return [days, laws.map(hashOfLaw)];
  });

const lawHashes = new WeakMap<Law, string>();

/** Hash of a law, whatever numbers its book gives its routes. What opens a route is in its conditions. */
function hashOfLaw(law: Law): string {
  const known = lawHashes.get(law);
  if (known !== undefined) return known;
  const hash = sha256(JSON.stringify({ ...law, routes: law.routes.map((route) => ({ ...route, index: 0 })) }));
  lawHashes.set(law, hash);
  return hash;
}
