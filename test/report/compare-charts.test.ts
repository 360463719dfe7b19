import { describe, expect, it } from 'vitest';
import { languages } from '../../src/language/language.ts';
import { compareDifferencesChart } from '../../src/report/chart/compare-differences.ts';
import { compareRatesChart } from '../../src/report/chart/compare-rates.ts';
import type { IndicatorRow } from '../../src/report/chart-input.ts';
import type { CompareInput } from '../../src/report/compare-input.ts';
import { renderSvg } from '../../src/report/render-svg.ts';
import { sample } from './sample.ts';

const charts = { 'compare-rates': compareRatesChart, 'compare-differences': compareDifferencesChart } as const;

/** The sample, and the same with a registered rate lower by a point, every fifth year. */
function two(): CompareInput {
  const base = { ...sample(), indicators: sample().indicators.filter(({ year }) => year % 5 === 0) };
  const lower = (row: IndicatorRow): IndicatorRow => {
    if (row.indicator !== 'registered_urbanization_rate') return row;
    const [mean, p05, p25, p50, p75, p95] = [
      row.mean - 1,
      row.p05 - 1,
      row.p25 - 1,
      row.p50 - 1,
      row.p75 - 1,
      row.p95 - 1,
    ];
    return { ...row, mean, p05, p25, p50, p75, p95 };
  };
  const difference = (indicator: string, slope: number) =>
    [2020, 2025, 2030, 2035].map((year) => {
      const mean = slope * (year - 2020);
      const [low, high] = [mean * 1.4, mean * 0.6];
      return { area: 'city', year, indicator, unit: '', mean, p05: low, p25: low, p50: mean, p75: high, p95: high };
    });
  return {
    runs: [
      { name: { zh: '现行文件', en: 'Documents in force' }, input: base },
      { name: { zh: '无2024年文件', en: 'Without 2024' }, input: { ...base, indicators: base.indicators.map(lower) } },
    ],
    differences: [
      [...difference('registered_urbanization_rate', -0.07), ...difference('settled_persons.cumulative', -1900)],
    ],
  };
}

const each = (Object.keys(charts) as (keyof typeof charts)[]).flatMap((name) =>
  languages.map((lang) => [name, lang] as const),
);

describe.each(each)('chart %s in %s', (name, lang) => {
  it('is the committed specification, draws without a warning', async () => {
    const spec = charts[name](two(), lang)!;
    await expect(`${JSON.stringify(spec, null, 1)}\n`).toMatchFileSnapshot(`golden/${name}.${lang}.vl.json`);
    expect(await renderSvg(spec)).toContain(lang === 'zh' ? '无2024年文件' : 'Without 2024');
  });
});

it('nothing is compared where there is one run, or nothing can be paired', () => {
  const { runs } = two();
  expect(compareRatesChart({ runs: runs.slice(0, 1), differences: [] }, 'en')).toBeNull();
  expect(compareDifferencesChart({ runs, differences: [null] }, 'en')).toBeNull();
});

it('differences are told in words, with their sign', () => {
  expect(compareDifferencesChart(two(), 'en')!.description).toContain('Without 2024 −1.05 (2035)');
  expect(compareDifferencesChart(two(), 'zh')!.description).toContain('无2024年文件 −28,500 (2035)');
});
