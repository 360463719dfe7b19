import { expect, test } from 'vitest';
import { NONE } from '../../../src/population/codes.ts';
import { allocatePopulation } from '../../../src/population/population.ts';
import { FIRST_INMIGRANT_YEAR, inMigrantIdentity } from '../../../src/random/identity.ts';
import { fakePopulation } from '../../run/fake/population.ts';
import { replicatePopulation } from './replicate-population.ts';

const base = fakePopulation(200, 40);
const COPIES = 3;
const large = replicatePopulation(base, COPIES, allocatePopulation);
const { persons: small } = base;

test('every copy holds the same rows', () => {
  for (const table of ['persons', 'households', 'villages'] as const)
    expect(large[table].rows).toBe(COPIES * base[table].rows);
  const ages = [...small.columns.age.subarray(0, small.rows)];
  expect([...large.persons.columns.age.subarray(0, large.persons.rows)]).toEqual([...ages, ...ages, ...ages]);
});

test('identities and villages are nobody else’s', () => {
  const identities = [...large.persons.columns.identity.subarray(0, large.persons.rows)];
  expect(new Set(identities).size).toBe(identities.length);
  expect(Math.max(...identities)).toBeLessThan(inMigrantIdentity(0, FIRST_INMIGRANT_YEAR, 0));
  const villages = (of: typeof base, first: number, rows: number) =>
    new Set([...of.households.columns.village.subarray(first, first + rows)].filter((row) => row !== NONE));
  const { rows } = base.households;
  const [one, two] = [villages(large, 0, rows), villages(large, rows, rows)];
  expect(one).toEqual(villages(base, 0, rows));
  expect([...two].some((row) => one.has(row))).toBe(false);
  expect(Math.max(...villages(large, 2 * rows, rows))).toBeLessThan(large.villages.rows);
});

test('links lead to the same people inside the copy, and nowhere stays nowhere', () => {
  const { columns } = large.persons;
  for (const link of ['mother', 'father', 'spouse', 'household'] as const) {
    const step = link === 'household' ? base.households.rows : small.rows;
    for (let i = 0; i < large.persons.rows; i++) {
      const copy = Math.floor(i / small.rows);
      const before = small.columns[link][i % small.rows];
      expect(columns[link][i]).toBe(before === NONE ? NONE : before + copy * step);
    }
  }
  for (let h = 0; h < large.households.rows; h++) {
    expect(columns.household[large.households.columns.head[h]]).toBe(h);
  }
});

test('more copies than there are identities are refused', () => {
  expect(() => replicatePopulation(base, 2 ** 31, allocatePopulation)).toThrow(/identities, there are 2147483648/);
});
