import { educations, HouseholdKind, tenures } from './codes.ts';
import type { Population } from './population.ts';

/** Names of a table of codes as they end an indicator, whose `none` says of what there is none. */
const endings = (names: readonly string[], none: string): string[] =>
  names.map((name) => (name === 'none' ? none : name.replaceAll('-', '_')));

/**
 * What is noted of everyone who settles, at the moment of settling: each trait is a set of groups that everybody falls into
 * exactly one of.
 */
export const settlerTraits = {
  /** Completed years. */
  age: ['0-14', '15-29', '30-44', '45-59', '60+'],
  /** Years since arrival in the town; `always`: born there or there since before anybody remembers; `living_elsewhere`: a relative who does not live there. */
  years_in_town: ['0-1', '2-4', '5-9', '10+', 'always', 'living_elsewhere'],
  /** Tenure of the household's dwelling in town; `collective`: people in dormitories and the like. */
  dwelling: [...endings(tenures, 'no_dwelling'), 'collective'],
  /** Highest level attended, as `Education`. */
  schooling: endings(educations, 'no_schooling'),
} as const satisfies Record<string, readonly string[]>;

type SettlerTrait = keyof typeof settlerTraits;
export type SettlerGroup = { [T in SettlerTrait]: `${T}.${(typeof settlerTraits)[T][number]}` }[SettlerTrait];

/** Every trait and group as the end of an indicator's name, in the order of the ledger's cells. */
export const settlerGroups: readonly SettlerGroup[] = Object.entries(settlerTraits).flatMap(([trait, groups]) =>
  groups.map((group) => `${trait}.${group}` as SettlerGroup),
);

/** First cell of each trait. */
const start = {
  age: settlerGroups.indexOf('age.0-14'),
  years: settlerGroups.indexOf('years_in_town.0-1'),
  dwelling: settlerGroups.indexOf('dwelling.no_dwelling'),
  schooling: settlerGroups.indexOf('schooling.no_schooling'),
} as const;
const COLLECTIVE = tenures.length;

/**
 * Counts person i, who settles in the town of `area` in `year`, once under each trait.
 * @param cells counts of all areas: [area * settlerGroups.length + group]
 */
export function countSettler(cells: Int32Array, population: Population, i: number, area: number, year: number): void {
  const { age, residenceArea, residenceUrban, arrivalYear, education, household } = population.persons.columns;
  const { kind, tenure } = population.households.columns;
  const first = area * settlerGroups.length;
  const years = age[i] >= 60 ? 4 : age[i] < 15 ? 0 : Math.floor(age[i] / 15);
  const inTown = residenceArea[i] === area && residenceUrban[i] === 1;
  const h = household[i];
  cells[first + start.age + years]++;
  cells[first + start.years + (inTown ? stayOf(year, arrivalYear[i]) : 5)]++;
  cells[first + start.dwelling + (kind[h] === HouseholdKind.family ? tenure[h] : COLLECTIVE)]++;
  cells[first + start.schooling + education[i]]++;
}

/** Group of the years since arrival. */
function stayOf(year: number, arrivalYear: number): number {
  if (arrivalYear === 0) return 4;
  const stay = year - arrivalYear;
  return stay < 2 ? 0 : stay < 5 ? 1 : stay < 10 ? 2 : 3;
}
