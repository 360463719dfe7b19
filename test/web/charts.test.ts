import { describe, expect, it } from 'vitest';
import { languages } from '../../src/language/language.ts';
import type { ChartSpec } from '../../src/report/head.ts';
import { renderSvg } from '../../src/report/render-svg.ts';
import type { Summary } from '../../src/result/summary.ts';
import { comparedPanelsChart } from '../../src/web/chart/compared-panels.ts';
import { comparedRatesChart } from '../../src/web/chart/compared-rates.ts';
import { comparedSettlementsChart } from '../../src/web/chart/compared-settlements.ts';
import { comparedTilesChart } from '../../src/web/chart/compared-tiles.ts';
import { differenceChart } from '../../src/web/chart/difference.ts';
import { costs, effect, headline, level, measureName, services } from '../../src/web/chart/measures.ts';
import type { WhatIf } from '../../src/web/chart/what-if.ts';
import type { Compared, Measure } from '../../src/web/scene/compare.ts';

const around = (middle: number, spread: number): Summary => ({
  replicates: 8,
  mean: middle,
  sd: spread,
  mcse: spread / 8,
  p05: middle - 2 * spread,
  p25: middle - spread,
  p50: middle,
  p75: middle + spread,
  p95: middle + 2 * spread,
});

/** Every fifth year of a measure that grows: before, after, and an effect that grows with it. */
function rows({ indicator }: Measure): Compared[] {
  const starts: Readonly<Record<string, number>> = {
    resident_urbanization_rate: 80,
    registered_urbanization_rate: 55,
    settled_persons: 4000,
  };
  const start = starts[indicator] ?? 20_000;
  return [2020, 2025, 2030, 2035].map((year, i) => ({
    year,
    base: around(start * (1 + i / 50), start / 200),
    alternative: around(start * (1 + i / 40), start / 200),
    difference: around((start * i) / 200, start / 2000),
  }));
}

const whatIf: WhatIf = {
  scenario: { title: { zh: '包头：没有 <b>2.2.1.1</b>', en: 'Baotou: without <b>2.2.1.1</b>' } },
  place: { zh: '包头市', en: 'Baotou' },
  changed: true,
  compare: rows,
  observations: [
    {
      area: 'city',
      year: 2021,
      indicator: 'resident_urbanization_rate',
      value: 81,
      source: { zh: 'bulletin', en: 'bulletin' },
    },
  ],
  targets: [
    {
      indicator: 'resident_urbanization_rate',
      year: 2030,
      value: 88,
      label: { zh: '目标', en: 'target' },
      document: 'baotou-2024',
    },
  ],
};
const panels = { title: { zh: '公共服务需求', en: 'demand for public services' }, measures: services };

const charts: Readonly<Record<string, (of: WhatIf, lang: 'zh' | 'en') => ChartSpec | null>> = {
  'compared-rates': comparedRatesChart,
  difference: (of, lang) => differenceChart(of, headline[1], lang),
  'compared-settlements': comparedSettlementsChart,
  'compared-panels': (of, lang) => comparedPanelsChart(of, panels, lang),
  'compared-costs': (of, lang) => comparedPanelsChart(of, { title: { zh: '成本', en: 'cost' }, measures: costs }, lang),
};
const each = Object.keys(charts).flatMap((name) => languages.map((lang) => [name, lang] as const));

describe.each(each)('chart %s in %s', (name, lang) => {
  const spec = charts[name](whatIf, lang)!;

  it('is the committed specification', async () => {
    await expect(`${JSON.stringify(spec, null, 1)}\n`).toMatchFileSnapshot(`golden/${name}.${lang}.vl.json`);
  });

  it('draws without a warning, its words as text', async () => {
    const svg = await renderSvg(spec);
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&lt;b&gt;2.2.1.1');
  });

  it('tells its numbers to those who do not see it', () => {
    expect(spec.description).toMatch(/\d/);
    expect(spec.description).toContain(whatIf.scenario.title[lang]);
  });

  it('is left out where there is nothing to draw', () => {
    expect(charts[name]({ ...whatIf, compare: () => [] }, lang)).toBeNull();
  });
});

it('without changes there is no chart of differences and one line for each rate', () => {
  const same = { ...whatIf, changed: false };
  expect(differenceChart(same, headline[1], 'en')).toBeNull();
  expect(JSON.stringify(comparedRatesChart(same, 'en'))).not.toContain('strokeDash');
  expect(JSON.stringify(comparedRatesChart(whatIf, 'en'))).toContain('strokeDash');
});

it('a difference of what is added up says so in its title, whatever its label', () => {
  const settled = headline.find(({ indicator }) => indicator === 'settled_persons')!;
  const title = (lang: 'zh' | 'en') => JSON.stringify(differenceChart(whatIf, settled, lang));
  expect(title('en').replace(/","/g, ' ')).toMatch(/Persons who settled up to 20\d\d: (more|fewer) by /);
  expect(title('zh')).toMatch(/到20\d\d年累计落户人数[多少]/);
});

it('an effect carries its sign, nothing none', () => {
  const [rate, persons] = [headline[1], headline[3]];
  expect([0.257, -0.004, 0, -1.5].map((value) => effect(value, rate, 'en'))).toEqual(['+0.26', '0', '0', '−1.50']);
  expect(effect(-9_062_345, persons, 'en', [-9_062_345, 10_040_000])).toBe('−9.06 million');
  expect([28_400, -3].map((value) => effect(value, persons, 'zh'))).toEqual(['+2.84万', '−3']);
});

it('money is told in its units, with its sign where it is an effect', () => {
  const [running] = costs;
  expect([3.91e7, 1.234e9, 0].map((value) => level(value, running, 'en'))).toEqual([
    '39.1 million yuan',
    '1.23 billion yuan',
    '0',
  ]);
  expect([-3.91e7, 2e8, 20].map((value) => effect(value, running, 'zh'))).toEqual(['−3,910万元', '+2亿元', '0']);
  expect(level(-3.91e7, running, 'en')).toBe('−39.1 million yuan');
  expect(level(1.91e10, running, 'zh')).toBe('191亿元');
  expect(measureName(running).zh).not.toMatch(/万元/);
});

it('money below zero is drawn below the axis', () => {
  const below = (measure: Measure): Compared[] =>
    rows(measure).map((row) => ({ ...row, alternative: around(-2e8, 1e7), base: around(-1e8, 1e7) }));
  const gap = { title: { zh: '成本', en: 'cost' }, measures: [costs.at(-1)!] };
  const spec = comparedPanelsChart({ ...whatIf, compare: below }, gap, 'en');
  const [panel] = (spec as unknown as { concat: { layer: { encoding: { y: { scale: { domain: number[] } } } }[] }[] })
    .concat;
  expect(panel.layer[0].encoding.y.scale.domain).toEqual([-2.5e8, 0]);
});

describe('the counties as squares', () => {
  const tiles = ['150202', '150203', '150222'].map((code, column) => ({
    code,
    name: { zh: code, en: code },
    column,
    row: 0,
  }));
  const county = (code: string, difference: [number, number]) => ({
    code,
    rows: rows({ indicator: 'registered_urbanization_rate', cumulative: false }).map((row) => ({
      ...row,
      difference: around(...difference),
    })),
  });
  const counties = [county('150202', [0.9, 0.1]), county('150203', [0.1, 0.4]), county('150222', [-0.5, 0.1])];
  const { year } = counties[0].rows.at(-1)!;
  type Squares = { title: { text: string[]; subtitle: string[] }; data: { values: { code: string; shown: string }[] } };
  const draw = (changed: boolean, lang: 'zh' | 'en') =>
    comparedTilesChart({ ...whatIf, changed }, tiles, counties, year, lang) as unknown as Squares;

  it('tell the change of each with its sign, and mark those whose interval leaves out zero', async () => {
    const spec = draw(true, 'en');
    expect(spec.data.values.map(({ shown }) => shown)).toEqual(['+0.90*', '+0.10', '−0.50*']);
    expect(spec.title.text.join(' ')).toBe('A change can be told in 2 of 3 counties');
    expect(await renderSvg(spec as never)).toContain('+0.90*');
  });

  it('tell the rate of each where nothing is changed', () => {
    const spec = draw(false, 'zh');
    expect(spec.title.text.join('')).toBe(`${year}年各县区户籍人口城镇化率（%）`);
    expect(spec.data.values[0].shown).toBe(counties[0].rows.at(-1)!.alternative.mean.toFixed(1));
  });

  it('are left out in a year without numbers, and without squares', () => {
    expect(comparedTilesChart(whatIf, tiles, counties, 1999, 'en')).toBeNull();
    expect(comparedTilesChart(whatIf, [], counties, year, 'en')).toBeNull();
  });
});
