import { describe, expect, it } from 'vitest';
import { compareResults } from '../../../src/analysis/compare/compare-results.ts';
import { differences } from '../../../src/analysis/compare/differences.ts';
import { moneyAtEnd } from '../../../src/analysis/compare/headlines.ts';
import { moneyCounts, resultsWithMoney } from '../../../src/analysis/paired/money.ts';
import { comparisonText } from '../../../src/cli/compare/text.ts';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import { comparedMoney, moneyNames } from '../../../src/indicator/table/money.ts';
import type { Language } from '../../../src/language/language.ts';
import { coefficientsWith, smallCounts } from '../../fiscal/fixture.ts';

const counts = smallCounts();
const reckoning = { run: counts.run, areas: counts.areas, coefficients: coefficientsWith() };
const areas = ['city', ...counts.areas.map(({ code }) => code)];
const years = [2023, 2024, 2025, 2026];

/** The small city as one replicate, with so many times its settlers from other provinces in 2025. */
const replicate = (number: number, factor = 1): ReplicateResult =>
  replicateWith(number, (year, indicator, mean) =>
    year === 2025 && indicator === 'award_settlers.other_province' ? factor * mean : mean,
  );

/** The small city as one replicate with numbers of its own. */
function replicateWith(
  number: number,
  change: (year: number, indicator: string, mean: number) => number,
): ReplicateResult {
  const known = new Map(counts.means.map((row) => [`${row.year} ${row.area} ${row.indicator}`, row.mean]));
  const value = (year: number, area: string, indicator: string): number =>
    change(year, indicator, known.get(`${year} ${area} ${indicator}`) ?? 0);
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

describe('pupils who leave again in 2026', () => {
  /** Twice the pupils from 2024 on, until a year. */
  const twiceUntil = (last: number) =>
    resultsWithMoney(
      [
        replicateWith(0, (year, indicator, mean) =>
          /pupils\.primary$/.test(indicator) && year > 2023 && year <= last ? 2 * mean : mean,
        ),
      ],
      reckoning,
    );
  const [stay, leave] = [twiceUntil(2026), twiceUntil(2025)];
  const found = compareResults('leave', stay, leave, null, null);

  it('move the building of the years before, and no number of people', () => {
    expect(found).toMatchObject({ differsFrom: 2024, peopleDifferFrom: 2026 });
    const early = found.differences.filter(({ year, mean }) => year === 2024 && mean !== 0);
    const names = new Set(early.map(({ indicator }) => indicator));
    expect(names).toContain('public_building_yuan');
    for (const name of ['public_running_yuan', 'settled_running_yuan', 'award_yuan', 'award_settlers_yuan'])
      expect(names).not.toContain(name);
  });

  it('are told so by the comparison', () => {
    const base = { id: 'a', title: { zh: '甲', en: 'A' }, baseYear: 2023, endYear: 2026 };
    const told = (lang: Language) =>
      comparisonText(
        {
          ...{ identity: {} as never, name: 'x', base, titles: [base.title], areas: [], tables: [] },
          ...{ simulated: true, severalBases: false, comparisons: [found] },
          runs: [{ alternative: 'leave', base: stay, results: leave }],
        },
        found,
        base.title,
        lang,
      ).join('\n');
    expect(told('en')).toContain(
      'Identical up to 2025 in all but money; they differ from 2026 on, money from 2024 on: schools',
    );
    expect(told('zh')).toContain('除金额外 2025 年及以前完全相同，自 2026 年起不同；金额自 2024 年起不同：学校');
  });
});
