import { expect, it } from 'vitest';
import type { Forecast } from '../../../src/analysis/backtest/forecaster.ts';
import { misfitForecaster } from '../../../src/analysis/backtest/model/misfit-forecaster.ts';
import { unitKey } from '../../../src/analysis/backtest/unit.ts';
import { outcomeOf } from './units.ts';

const COUNT = 400;
const county = { level: 'county' } as const;
const residents = (area: string, base: number) =>
  outcomeOf({ ...county, area, base, indicator: 'resident_population' });
const rate = (area: string) => outcomeOf({ ...county, area, base: 40 });
const city = outcomeOf({ base: 40 });
const units = [residents('a', 300), residents('b', 100), rate('a'), rate('b'), city];
const members = Object.fromEntries(
  units.map((unit) => [
    unitKey(unit),
    Array.from({ length: COUNT }, () => (unit.indicator === 'resident_population' ? 1000 : 50)),
  ]),
);
const discrepancy = {
  resident_urbanization_rate: { shared: 4, county: 9 },
  resident_population: { shared: 0.0004, county: 0 },
};
const forecaster = misfitForecaster(members, units, () => discrepancy, 'test');
const membersOf = (unit: (typeof units)[number]) => {
  const { spread } = forecaster.forecast(unit) as Forecast;
  return (spread as { members: number[] }).members;
};
const deviation = (values: readonly number[], middle: number) =>
  Math.sqrt(values.reduce((sum, x) => sum + (x - middle) ** 2, 0) / values.length);

it('spreads the replicates of an area by the shared error and its own', () => {
  expect(deviation(membersOf(rate('a')), 50)).toBeCloseTo(Math.sqrt(4 + 9), 0);
});

it('spreads those of a prefecture by the shared error and the weighted mean of its areas’', () => {
  // own errors with weights 3/4 and 1/4
  expect(deviation(membersOf(city), 50)).toBeCloseTo(Math.sqrt(4 + 9 * (9 / 16 + 1 / 16)), 0);
});

it('makes errors of counts relative, the same in areas that share all of theirs', () => {
  const [a, b] = [membersOf(residents('a', 300)), membersOf(residents('b', 100))];
  expect(a).toEqual(b);
  expect(deviation(a, 1000)).toBeCloseTo(20, 0);
});

it('says nothing of what was not simulated, and is not meant for other indicators', () => {
  expect(forecaster.forecast(rate('c'))).toHaveProperty('because');
  expect(forecaster.speaksOf!('registered_population')).toBe(false);
});
