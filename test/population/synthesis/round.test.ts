import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  apportion,
  largestRemainder,
  rakeTwoColumns,
  splitRows,
} from '../../../src/population/synthesis/plan/round.ts';

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

// quotas of 36: 9.988, 9.064, 7.181, 5.261, 3.321, 1.185; two are left over for the largest fractions, .988 and .321
it('gives what the floors leave to the largest fractions', () => {
  const population = [27744, 25178, 19947, 14614, 9225, 3292];
  const quota = population.map((persons) => (persons * 36) / 100_000);
  expect(Array.from(largestRemainder(quota, 36))).toEqual([10, 9, 7, 5, 4, 1]);
});

it('gives ties to the first', () => {
  expect(Array.from(largestRemainder([0.5, 0.5, 0.5, 0.5], 2))).toEqual([1, 1, 0, 0]);
});

const rows = fc.array(fc.tuple(fc.nat(5000), fc.double({ min: 0.01, max: 10, noNaN: true })), {
  minLength: 1,
  maxLength: 40,
});

it('apportions whole shares with the exact total and none above its limit', () => {
  fc.assert(
    fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (cells, part) => {
      const limit = cells.map(([count]) => count);
      const wanted = Math.floor(part * total(limit));
      const shares = apportion(
        cells.map(([count, weight]) => count * weight),
        wanted,
        limit,
      );
      expect(total(shares)).toBe(wanted);
      expect(shares.every((share, i) => share >= 0 && share <= limit[i])).toBe(true);
    }),
  );
});

it('rakes and rounds two columns so that both margins hold', () => {
  fc.assert(
    fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (cells, part) => {
      const counts = cells.map(([count]) => count);
      const town = Math.floor(part * total(counts));
      const real = rakeTwoColumns(
        counts,
        cells.map(() => 1),
        cells.map(([, odds]) => odds),
        town,
      );
      const whole = splitRows(counts, real, town);
      expect(total(whole)).toBe(town);
      whole.forEach((persons, i) => {
        expect(persons).toBeGreaterThanOrEqual(0);
        expect(persons).toBeLessThanOrEqual(counts[i]);
        expect(Math.abs(persons - real[i])).toBeLessThanOrEqual(1.001);
      });
    }),
  );
});

it('keeps the odds of the seed when it rakes', () => {
  const town = rakeTwoColumns([100, 100], [1, 1], [1, 3], 120);
  const odds = Array.from(town, (persons) => persons / (100 - persons));
  expect(odds[1] / odds[0]).toBeCloseTo(3, 9);
  expect(total(town)).toBeCloseTo(120, 9);
});
