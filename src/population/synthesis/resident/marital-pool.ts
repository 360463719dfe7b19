import { AGES, type CityTables } from '../../../scenario/city-data.ts';
import { Group, type Pool } from './pool.ts';

/** Below this age those who leave for collective households are single as far as possible. */
export const YOUNG = 25;

/**
 * Splits persons (sex * AGES + age) into married and not by the city's shares. Those missing against `before` were single
 * when young and married like the others when older. Fractions are carried from age to age, so that sums hold.
 */
export function maritalPool(before: Int32Array, persons: Int32Array, tables: CityTables): Pool {
  const counts = new Int32Array(4 * AGES);
  let size = 0;
  for (let sex = 0; sex < 2; sex++) {
    let carry = 0.5;
    for (let age = 0; age < AGES; age++) {
      const cell = sex * AGES + age;
      const base = age < YOUNG ? before[cell] : persons[cell];
      const expected = Math.min(persons[cell], base * tables.marriedShare[sex][age]);
      const married = Math.min(persons[cell], Math.floor(expected + carry));
      carry = Math.min(1, Math.max(0, carry + expected - married));
      counts[Group.singleMen + cell] = persons[cell] - married;
      counts[Group.marriedMen + cell] = married;
      size += persons[cell];
    }
  }
  return { counts, size };
}
