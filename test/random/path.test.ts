import { expect, test } from 'vitest';
import { designKey } from '../../src/random/key.ts';
import { autoregressivePath, normalOf } from '../../src/random/path.ts';

const key = designKey('luohu');
const replicates = Array.from({ length: 400 }, (_, r) => r);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const sd = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

test('numbers of a name are standard normal over replicates, spread evenly, and differ by name', () => {
  const drawn = replicates.map((r) => normalOf(key, 'nation fertility', r));
  expect(Math.abs(mean(drawn))).toBeLessThan(0.01);
  expect(sd(drawn)).toBeGreaterThan(0.97);
  expect(sd(drawn)).toBeLessThan(1.03);
  const other = replicates.map((r) => normalOf(key, '150000 fertility', r));
  expect(Math.abs(mean(drawn.map((value, r) => value * other[r])))).toBeLessThan(0.15);
});

test('a path begins at nothing in the last known year and spreads as its persistence says', () => {
  const spec = { persistence: 0.9, innovation: 0.1 };
  const paths = replicates.map((r) => autoregressivePath(key, 'x', r, spec, [2025, 2045]));
  expect(paths.map((path) => path(2025))).toEqual(replicates.map(() => 0));
  expect(paths.map((path) => path(2011))).toEqual(replicates.map(() => 0));
  const spread = (year: number): number => sd(paths.map((path) => path(year)));
  expect(spread(2026)).toBeCloseTo(0.1, 2);
  const after20 = 0.1 * Math.sqrt((1 - 0.81 ** 20) / (1 - 0.81));
  expect(Math.abs(spread(2045) / after20 - 1)).toBeLessThan(0.12);
});

test('a longer run goes on from the same path', () => {
  const spec = { persistence: 0.8, innovation: 0.2 };
  const short = autoregressivePath(key, 'x', 3, spec, [2020, 2030]);
  const long = autoregressivePath(key, 'x', 3, spec, [2020, 2060]);
  for (let year = 2020; year <= 2030; year++) expect(long(year)).toBe(short(year));
});
