import { AGES, type CityTables } from '../../../scenario/city-data.ts';
import { Sex } from '../../codes.ts';
import { maritalPool } from '../resident/marital-pool.ts';
import { byAge } from '../resident/pool.ts';
import { largestRemainder } from './round.ts';

/** Persons registered at one place of an area who live outside the city. */
export interface AwayPersons {
  /** Those who left with their whole families. */
  readonly families: number;
  /** Members of families that stayed, by cell of a `Pool`: marital state, sex, age. */
  readonly members: Int32Array;
}

/**
 * Migrant workers by age: 3 % at 16-20, 25 % at 21-30, 27 % at 31-40, 21 % at 41-50, 18 % above (National Bureau of
 * Statistics, migrant worker monitoring survey, out-migrants 2017-2020); the rest, children and elderly, goes with
 * whole families. Weights of a single year of age.
 */
const AGE_BANDS = [
  [16, 21, 3],
  [21, 31, 25],
  [31, 41, 27],
  [41, 51, 21],
  [51, 66, 18],
] as const;

/** Share of college students among those away from families that stayed, aged 18-21: not in the survey. Judgement. */
const STUDENTS = 0.06;

/** Share of women by age: 35 % in all, more among the young (same source). */
const femaleShare = byAge([
  [16, 0.45],
  [25, 0.42],
  [35, 0.34],
  [50, 0.29],
  [65, 0.25],
  [100, 0.25],
]).weight;

/** Parts the persons away: whole families by their share, the others by sex, age and marital state. */
export function planAway(persons: number, wholeFamilyShare: number, tables: CityTables): AwayPersons {
  const families = Math.round(wholeFamilyShare * persons);
  return { families, members: memberAges(persons - families, tables) };
}

function memberAges(persons: number, tables: CityTables): Int32Array {
  const weight = new Float64Array(2 * AGES);
  for (const [first, end, percent] of AGE_BANDS) {
    for (let age = first; age < end; age++) {
      const student = age >= 18 && age <= 21 ? STUDENTS / 4 : 0;
      const part = ((1 - STUDENTS) * percent) / 94 / (end - first) + student;
      weight[Sex.male * AGES + age] = part * (1 - femaleShare[age]);
      weight[Sex.female * AGES + age] = part * femaleShare[age];
    }
  }
  const counts = largestRemainder(
    weight.map((part) => part * persons),
    persons,
  );
  return maritalPool(counts, counts, tables).counts;
}
