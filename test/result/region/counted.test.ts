import { expect, test } from 'vitest';
import { countedBeside } from '../../../src/result/region/counted.ts';
import type { ObservedValue } from '../../../src/scenario/load-observations.ts';
import { placeOf } from './places.ts';

const { results } = placeOf(
  '340100',
  [2020, 2021],
  [100, 200, 300].map((births) => ({
    resident_population: [40_000, 60_000],
    births: [Number.NaN, births],
  })),
);
const published = (indicator: string, year: number, value: number, area = 'city') =>
  ({ area, year, indicator, value, unit: '', source: 'bulletin', confidence: 'published' }) as unknown as ObservedValue;

test('a figure is inside where it lies between the quantiles of the replicates', () => {
  const rows = countedBeside(results, [published('births', 2021, 250), published('resident_population', 2021, 61_000)]);
  expect(rows.map(({ indicator, inside, simulated }) => [indicator, inside, simulated.p50])).toEqual([
    ['births', true, 200],
    ['resident_population', false, 60_000],
  ]);
});

test('a rate is of the mean of two year ends', () => {
  const [row] = countedBeside(results, [published('birth_rate', 2021, 4)]);
  expect(row.simulated.p50).toBeCloseTo(4, 9);
});

test('figures of the base year are reproduced and no test; what is not simulated is not told; the first of two counts', () => {
  const rows = countedBeside(results, [
    published('resident_population', 2020, 40_000),
    published('resident_population', 2022, 40_000),
    published('pupils.primary', 2021, 1),
    published('births', 2021, 1, '350000'),
    published('births', 2021, 120),
    published('births', 2021, 130),
  ]);
  expect(rows.map(({ indicator, year, counted }) => [indicator, year, counted])).toEqual([['births', 2021, 120]]);
});
