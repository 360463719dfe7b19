import { describe, expect, it } from 'vitest';
import { languages, text } from '../../src/language/language.ts';
import { compareIndicatorChart } from '../../src/report/chart/compare-indicator.ts';
import { indicatorFanChart } from '../../src/report/chart/indicator-fan.ts';
import type { IndicatorRow } from '../../src/report/chart-input.ts';
import { renderSvg } from '../../src/report/render-svg.ts';
import { sample } from './sample.ts';
import { svgTexts } from './svg-text.ts';

const rowsOf = (indicator: string): IndicatorRow[] =>
  sample().indicators.filter((row) => row.indicator === indicator && row.area === 'city');

const told = {
  label: text('落户人数', 'Persons who settled'),
  unit: 'persons',
  area: text('全市', 'Whole city'),
  run: text('包头市', 'Baotou'),
  source: text('来源：结果 baotou-1', 'Source: result baotou-1'),
  rows: rowsOf('settled_persons'),
};
const lower = told.rows.map((row) => ({ ...row, mean: row.mean * 0.9, p05: row.p05 * 0.9, p95: row.p95 * 0.9 }));
const compared = {
  ...told,
  runs: [
    { name: text('现行文件', 'In force'), rows: told.rows },
    { name: text('无2024年文件', 'Without 2024'), rows: lower },
  ],
};

describe.each(languages)('charts of any indicator in %s', (lang) => {
  it('are the committed specifications', async () => {
    for (const [name, spec] of [
      ['indicator-fan', indicatorFanChart(told, lang)],
      ['compare-indicator', compareIndicatorChart(compared, lang)],
    ] as const)
      await expect(`${JSON.stringify(spec, null, 1)}\n`).toMatchFileSnapshot(`golden/${name}.${lang}.vl.json`);
  });

  it('say in their title where the mean ends and how sure that is, and below it area, run and source', async () => {
    const last = told.rows.reduce((a, b) => (b.year > a.year ? b : a));
    const svg = svgTexts(await renderSvg(indicatorFanChart(told, lang)!)).map((each) => each.text);
    const all = svg.join(' ');
    expect(all).toContain(String(last.year));
    for (const said of [told.area[lang], told.run[lang], told.source[lang]]) expect(all).toContain(said);
    const [shown] = /([\d,.]+)/.exec(all.split(lang === 'zh' ? `${last.year}年` : ': ')[1])!;
    expect(Number(shown.replaceAll(',', '')) * (lang === 'zh' ? 10_000 : 1)).toBeCloseTo(last.mean, -3);
  });
});

it('a rate ends at 100 %, a difference may be below nothing, and a stock does not begin below it', () => {
  const domainOf = (unit: string, low: number, high: number): number[] => {
    const rows = [2020, 2021].map((year) => ({
      ...{ area: 'city', year, indicator: 'x', unit, mean: low, p05: low, p25: low, p50: low, p75: high, p95: high },
    }));
    const spec = indicatorFanChart({ ...told, unit, rows }, 'en') as unknown as {
      layer: { encoding: { y: { scale: { domain: number[] } } } }[];
    };
    return spec.layer[0].encoding.y.scale.domain;
  };
  expect(domainOf('percent', 97, 99.9)[1]).toBe(100);
  expect(domainOf('percentage points', -3, 2)[0]).toBeLessThan(-2.9);
  expect(domainOf('persons', 0.2, 70)[0]).toBe(0);
});

it('years without a number are left out, and one year alone is no chart', () => {
  const gap = told.rows.map((row) => (row.year === 2025 ? { ...row, mean: Number.NaN } : row));
  const spec = indicatorFanChart({ ...told, rows: gap }, 'en') as unknown as { data: { values: { year: number }[] } };
  expect(spec.data.values.map(({ year }) => year)).not.toContain(2025);
  expect(spec.data.values).toHaveLength(told.rows.length - 1);
  expect(indicatorFanChart({ ...told, rows: told.rows.slice(0, 1) }, 'en')).toBeNull();
  expect(compareIndicatorChart({ ...compared, runs: compared.runs.slice(0, 1) }, 'en')).toBeNull();
});
