import type { Language } from '../../language/language.ts';
import type { ChartInput, Choice } from '../chart-input.ts';
import { niceDomain } from '../fan.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { wordsOf } from '../parts.ts';
import { series } from '../series.ts';
import { INK, palette } from '../theme.ts';

/** Width of the drawing area: narrower than elsewhere, names and figures stand beside it. */
const WIDTH = 420;
/** Height of a row with its two lines. */
const ROW = 42;

const measures = ['resident_urbanization_rate', 'registered_urbanization_rate'] as const;
const colours = [palette.blue, palette.vermillion];
const shapes = ['circle', 'diamond'];

const words = {
  zh: {
    title: (by: string) => `${by}常住与户籍人口城镇化率（%）`,
    notes: (base: number, end: number) => [
      `空心：${base}年；实心：${end}年平均；粗带与括号：90%的模拟结果`,
      '按期末常住人口城镇化率排列',
    ],
    axis: '城镇化率（%）',
    central: '（中心城区）',
    resident_urbanization_rate: '常住',
    registered_urbanization_rate: '户籍',
  },
  en: {
    title: (by: string) => `Resident and registered urbanization rate ${by} (percent)`,
    notes: (base: number, end: number) => [
      `Hollow: ${base}; filled: mean of ${end}; wide band and brackets: 90 % of replicates`,
      `sorted by the resident rate of ${end}`,
    ],
    axis: 'urban share of population, %',
    central: ' (central)',
    resident_urbanization_rate: 'Resident',
    registered_urbanization_rate: 'Registered',
  },
} as const;

interface Dumbbell {
  readonly area: string;
  readonly name: string;
  readonly measure: string;
  readonly base: number;
  readonly end: number;
  readonly p05: number;
  readonly p95: number;
  readonly text: string;
  /** The last figure alone, for narrow screens. */
  readonly brief: string;
  readonly colour: string;
  readonly shape: string;
}

/**
 * One row a county (or a prefecture, a province) and one for the whole: each rate from the base year, or the year chosen, to the last year, or the year chosen, the figures beside it. Sorted by
 * the resident rate of the end year. Null when no area has both rates in two different years.
 */
export function countiesChart(given: ChartInput, lang: Language, choice: Choice = {}): ChartSpec | null {
  const { from: baseYear = given.scenario.baseYear, year: endYear = given.scenario.endYear } = choice;
  const input = { ...given, scenario: { ...given.scenario, baseYear, endYear } };
  const counties = input.areas
    .map(({ code, name, central }) => dumbbells(input, code, name[lang] + (central ? words[lang].central : ''), lang))
    .filter((rows) => rows.length > 0)
    .sort((a, b) => b[0].end - a[0].end);
  if (counties.length === 0 || baseYear >= endYear) return null;
  const rows = [...dumbbells(input, 'city', wordsOf(input).whole[lang], lang), ...counties.flat()];

  const [low, high] = niceDomain(rows.flatMap((row) => [row.base, row.p05, row.p95]));
  const domain = [Math.max(0, low), Math.min(100, high)];
  const names = [...new Set(rows.map((row) => row.name))];
  const labelFontWeight = {
    condition: { test: 'datum.index === 0', value: 'bold' as const },
    value: 'normal' as const,
  };
  return {
    ...head(input, lang, {
      title: words[lang].title(wordsOf(input).by[lang]),
      notes: words[lang].notes(baseYear, endYear),
      description: rows.map((row) => `${row.name}: ${row.text}`).join('; '),
      width: 760,
    }),
    width: WIDTH,
    height: { step: ROW, for: 'position' },
    data: { values: rows },
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: names,
        title: null,
        scale: { paddingInner: 0.2, paddingOuter: 0.1 },
        axis: {
          domain: false,
          ticks: false,
          grid: true,
          tickBand: 'extent',
          labelPadding: 8,
          labelFontSize: 12,
          labelFontWeight,
        },
      },
      yOffset: { field: 'measure', type: 'nominal', sort: [...measures], scale: { paddingOuter: 0.15 } },
    },
    layer: layers(domain, rows, lang),
  };
}

/** Both rates of an area at the base and the end year; empty when one is missing. */
function dumbbells(input: ChartInput, area: string, name: string, lang: Language): Dumbbell[] {
  const { baseYear, endYear } = input.scenario;
  const rows = measures.map((measure, i): Dumbbell | null => {
    const all = series(input, measure, area);
    const base = all.find((row) => row.year === baseYear);
    const end = all.find((row) => row.year === endYear);
    if (!base || !end) return null;
    const [from, to, p05, p95] = [base.mean, end.mean, end.p05, end.p95].map((value) => value.toFixed(1));
    const text = `${words[lang][measure]} ${from} → ${to} (${p05}–${p95})`;
    const brief = to;
    const look = { colour: colours[i], shape: shapes[i] };
    return { area, name, measure, base: base.mean, end: end.mean, p05: end.p05, p95: end.p95, text, brief, ...look };
  });
  return rows.every((row) => row !== null) ? rows : [];
}

/** Interval, change, hollow start, filled end and the figures, all on the row's own line. */
function layers(domain: readonly number[], rows: readonly Dumbbell[], lang: Language): Layer[] {
  const scale = { domain: [...domain], nice: false, zero: false };
  const axis = { title: words[lang].axis, tickCount: 6, orient: 'top' as const, labelFlush: false };
  const x = (field: string) => ({ field, type: 'quantitative' as const, scale, axis });
  const look = (field: 'colour' | 'shape') => ({ field, type: 'nominal' as const, scale: null });
  return [
    {
      mark: { type: 'rule', strokeWidth: 7, opacity: 0.22 },
      encoding: { x: x('p05'), x2: { field: 'p95' }, color: look('colour') },
    },
    {
      mark: { type: 'rule', strokeWidth: 1.6 },
      encoding: { x: x('base'), x2: { field: 'end' }, color: look('colour') },
    },
    {
      mark: { type: 'point', filled: true, fill: 'white', size: 52, strokeWidth: 1.6, opacity: 1 },
      encoding: { x: x('base'), stroke: look('colour'), shape: look('shape') },
    },
    {
      mark: { type: 'point', filled: true, size: 62, opacity: 1 },
      encoding: { x: x('end'), color: look('colour'), shape: look('shape') },
    },
    {
      mark: { type: 'text', align: 'left', color: INK },
      data: { values: rows.map(({ name, measure, text, brief }) => ({ name, measure, text, brief })) },
      encoding: { x: { value: WIDTH + 14 }, text: { field: 'text', type: 'nominal' } },
    },
  ];
}
