import { expect, test } from 'vitest';
import { hindcastTable } from '../../src/analysis/hindcast/table.ts';
import { targetValue } from '../../src/analysis/hindcast/target-value.ts';
import type { Target } from '../../src/analysis/hindcast/targets.ts';
import type { ReplicateResult } from '../../src/indicator/result.ts';

const indicators = ['resident_population', 'resident_urbanization_rate', 'households', 'mean_household_size'];

/** Two areas in 2010 and 2020: a has 100 residents (40 % urban, 50 households of 2), b 300 (80 %, 100 households of 3). */
function result(replicate: number, growth: number): ReplicateResult {
  const areas = { city: [400, 70, 150, 8 / 3], a: [100, 40, 50, 2], b: [300, 80, 100, 3] };
  const years = [2010, 2020];
  const values = years.flatMap((year) =>
    Object.values(areas).map(([residents = 0, ...rest]) => [residents + (year === 2020 ? growth : 0), ...rest]),
  );
  return {
    replicate,
    indicators,
    years,
    areas: Object.keys(areas),
    values: Float64Array.from(values.flat()),
    settlements: new Float64Array(),
    routes: [],
    personYears: 0,
  };
}

const target = (indicator: string, area: string, value: number, year = 2020): Target => {
  return { indicator, area, year, value, source: 'a test' };
};

test('a row tells the census, where the run began, where it came to and how far off', () => {
  const results = [10, 20, 30].map((growth, r) => result(r, growth));
  const [row] = hindcastTable([target('resident_population', 'a', 130)], results);
  expect(row).toMatchObject({ indicator: 'resident_population', area: 'a', year: 2020, observed: 130, base: 100 });
  expect(row).toMatchObject({ mean: 120, difference: -10, p05: 111, p95: 129, replicates: 3 });
  expect(row.mcse).toBeCloseTo(10 / Math.sqrt(3), 10);
});

test('areas joined by a plus are added up: counts as sums, rates and means by their weights', () => {
  const one = result(0, 0);
  expect(targetValue(target('resident_population', 'a+b', 0), one)).toBe(400);
  expect(targetValue(target('resident_urbanization_rate', 'a+b', 0), one)).toBeCloseTo(70, 12);
  expect(targetValue(target('mean_household_size', 'a+b', 0), one)).toBeCloseTo(400 / 150, 12);
});

test('what the run does not have is left out, not guessed', () => {
  const targets = [
    target('resident_population', 'c', 1),
    target('births', 'a', 1),
    target('resident_population', 'a', 1, 2021),
  ];
  expect(hindcastTable(targets, [result(0, 0)])).toEqual([]);
  expect(hindcastTable([], [result(0, 0)])).toEqual([]);
});

test('a single replicate has no standard error', () => {
  expect(hindcastTable([target('households', 'b', 90)], [result(0, 0)])[0]?.mcse).toBeNaN();
});
