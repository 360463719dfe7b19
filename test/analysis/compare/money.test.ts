import { expect, it } from 'vitest';
import { differences } from '../../../src/analysis/compare/differences.ts';
import { moneyAtEnd } from '../../../src/analysis/compare/headlines.ts';
import { moneyCounts, resultsWithMoney } from '../../../src/analysis/paired/money.ts';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import { comparedMoney, moneyNames } from '../../../src/indicator/table/money.ts';
import { coefficientsWith, smallCounts } from '../../fiscal/fixture.ts';

const counts = smallCounts();
const reckoning = { run: counts.run, areas: counts.areas, coefficients: coefficientsWith() };
const areas = ['city', ...counts.areas.map(({ code }) => code)];
const years = [2023, 2024, 2025, 2026];

/** The small city as one replicate, with so many times its settlers from other provinces in 2025. */
function replicate(number: number, factor = 1): ReplicateResult {
  const known = new Map(counts.means.map((row) => [`${row.year} ${row.area} ${row.indicator}`, row.mean]));
  const value = (year: number, area: string, indicator: string): number => {
    const mean = known.get(`${year} ${area} ${indicator}`) ?? 0;
    return year === 2025 && indicator === 'award_settlers.other_province' ? factor * mean : mean;
  };
  const values = years.flatMap((year) =>
    areas.flatMap((area) => moneyCounts.map((indicator) => value(year, area, indicator))),
  );
  const shape = { indicators: moneyCounts, years, areas, settlements: new Float64Array(0), routes: [], personYears: 0 };
  return { replicate: number, ...shape, values: Float64Array.from(values) };
}
const base = resultsWithMoney([replicate(0), replicate(1)], reckoning);
const more = resultsWithMoney([replicate(0, 2), replicate(1, 2)], reckoning);

it('a result keeps its numbers and has its money beside them', () => {
  expect(base[0].indicators).toEqual([...moneyCounts, ...moneyNames]);
  const at = (result: ReplicateResult, indicator: string): number =>
    result.values[(3 * areas.length + 0) * result.indicators.length + result.indicators.indexOf(indicator)];
  for (const indicator of moneyCounts) expect(at(base[0], indicator), indicator).toBe(at(replicate(0), indicator));
  expect(at(base[0], 'settled_net_yuan')).not.toBe(0);
});

it('the money of two sides is compared replicate by replicate, all years added up', () => {
  const rows = moneyAtEnd(differences(base, more), 2026);
  expect(rows.map(({ indicator }) => indicator)).toEqual([...comparedMoney]);
  const of = (indicator: string) => rows.find((row) => row.indicator === indicator)!;
  // twice the settlers of another province in 2025 are counted by the award of 2026
  expect(of('award_settlers_yuan').mean).toBeGreaterThan(0);
  expect(of('award_settlers_yuan').se).toBe(0);
  expect(of('children_schooling_yuan').mean).toBe(0);
  expect(of('award_balance_yuan').mean).toBeCloseTo(of('award_settlers_yuan').mean - of('settled_net_yuan').mean, 2);
});

it('a run that does not hold what money is reckoned from is compared without it', () => {
  const bare = { ...replicate(0), indicators: ['births'], values: new Float64Array(years.length * areas.length) };
  expect(resultsWithMoney([bare], reckoning)).toEqual([bare]);
  expect(moneyAtEnd(differences([bare, bare], [bare, bare]), 2026)).toEqual([]);
});
