import { expect, test } from 'vitest';
import {
  ageShares,
  bothSexes,
  childWomanRatio,
  closedAges,
  survivalOf,
} from '../../../src/analysis/county/closed-ages.ts';
import { AGE_GROUPS, type Ages } from '../../../src/analysis/county/county-census.ts';
import { forecastByFolds, learnedUnits } from '../../../src/analysis/county/county-forecast.ts';
import { readData } from '../../../src/scenario/read-data.ts';

const flat = (persons: number): Ages => [
  new Float64Array(AGE_GROUPS).fill(persons),
  new Float64Array(AGE_GROUPS).fill(persons),
];

test('ten years on everybody alive is two groups older, and children follow the women', () => {
  const survival = survivalOf(readData, '410000', 2010);
  const ages = flat(1000);
  const ratio = childWomanRatio(ages);
  expect(ratio).toBe(0.5);
  const [male, female] = closedAges(ages, survival, ratio);
  expect(male[2]).toBeCloseTo(1000 * survival[0][0], 9);
  expect(female[17]).toBeCloseTo(1000 * (survival[1][15] + survival[1][16] + survival[1][17]), 9);
  const women = female[4] + female[5] + female[6] + female[7];
  expect(male[0] + female[0]).toBeCloseTo(women * ratio, 9);
  expect(survival[1][10]).toBeGreaterThan(survival[0][10]);
  expect(survival[0][2]).toBeGreaterThan(0.98);
  expect(survival[0][17]).toBeLessThan(0.3);
  const [young, old] = ageShares(bothSexes(flat(1)));
  expect([young, old]).toEqual([3 / 18, 6 / 18]);
});

test('counties left out are forecast better than the statistics beside them, residents and ages', {
  timeout: 120_000,
}, () => {
  // two folds of ten over six provinces: the whole table is in src/analysis/county/README.md
  const provinces = ['13', '15', '37', '41', '43', '51'];
  const units = learnedUnits(readData).filter(({ unit }) => provinces.includes(unit.prefecture.slice(0, 2)));
  expect(units.length).toBeGreaterThan(600);
  const forecasts = forecastByFolds(units, { folds: [1, 2] });
  const told = units.flatMap((each, u) => (forecasts[u] === null ? [] : [{ ...each, forecast: forecasts[u]! }]));
  expect(told.length).toBeGreaterThan(100);
  const mean = (of: (each: (typeof told)[number]) => number): number =>
    told.reduce((sum, each) => sum + Math.abs(of(each)), 0) / told.length;
  const residents = mean(({ forecast, unit }) => bothSum(forecast.ages) / unit.residents[2020] - 1);
  const ridge = mean(({ unit }) => unit.forecasts.ridge.residents / unit.residents[2020] - 1);
  expect(residents).toBeLessThan(ridge);
  const old = mean(({ forecast, counted }) => ageShares(forecast.ages)[1] - ageShares(counted)[1]);
  const closed = mean(({ closed: expected, counted }) => ageShares(expected)[1] - ageShares(counted)[1]);
  expect(old).toBeLessThan(0.6 * closed);
});

const bothSum = (ages: Float64Array): number => ages.reduce((sum, count) => sum + count, 0);
