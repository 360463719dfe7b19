import type { TopLevelSpec } from 'vega-lite';
import type { Level } from '../../analysis/backtest/unit.ts';
import { indicatorName, isPercent } from '../../indicator/indicators.ts';
import type { Language, Localized } from '../../language/language.ts';
import { marks } from '../../language/language.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { INK, MUTED, palette } from '../theme.ts';

const WIDTH = 420;
/** Height of the row of one forecast. */
const ROW = 24;

/** How one forecast fared on one group of units: what the chart shows of a row of scores.csv. */
export interface ErrorRow {
  readonly indicator: string;
  readonly level: Level;
  readonly horizon: string;
  readonly forecaster: string;
  readonly name: Localized;
  readonly units: number;
  readonly unitsOfGroup: number;
  readonly meanAbsoluteError: number;
  readonly errorInterval: { readonly p05: number; readonly p95: number };
}

const words = {
  zh: {
    title: '预测误差：本模型与简单外推',
    notes: ['点：平均绝对误差；线：按地级单位重抽样的90%区间', '空心：只用于部分地区，不能与其他行比较'],
    panel: (indicator: string, level: Level, horizon: string) =>
      `${indicator}，${level === 'county' ? '分县' : '地级'}，${horizon}年后`,
    rate: '平均绝对误差（百分点）',
    count: '平均绝对误差（占实际的%）',
  },
  en: {
    title: 'Errors of the forecasts: the model and naive ones',
    notes: [
      'Point: mean absolute error; line: 90 % interval, bootstrapped over prefectures',
      'hollow: for part of the units only, not to be compared with other rows',
    ],
    panel: (indicator: string, level: Level, horizon: string) =>
      `${indicator}, by ${level}, ${horizon} ${horizon === '1' ? 'year' : 'years'} ahead`,
    rate: 'mean absolute error, percentage points',
    count: 'mean absolute error, percent of the observed',
  },
} as const;

/**
 * Mean absolute error of every forecast, a panel for each indicator, level and horizon, the best at the top; the model stands
 * out by colour and shape. Null when nothing was forecast.
 */
export function backtestErrorsChart(rows: readonly ErrorRow[], title: Localized, lang: Language): ChartSpec | null {
  const groups = new Map<string, ErrorRow[]>();
  for (const row of rows.filter(({ units }) => units > 0)) {
    const key = words[lang].panel(indicatorName(row.indicator)[lang], row.level, row.horizon);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  if (groups.size === 0) return null;
  const input = { scenario: { title } };
  const description = [...groups].map(([panel, group]) => inWords(panel, group, lang)).join(' ');
  return {
    ...head(input, lang, { title: words[lang].title, notes: [...words[lang].notes], description, width: WIDTH + 200 }),
    spacing: 28,
    vconcat: [...groups].map(([panel, group]) => panelOf(panel, group, lang)),
  };
}

const byError = (a: ErrorRow, b: ErrorRow): number => a.meanAbsoluteError - b.meanAbsoluteError;

type Panel = Extract<TopLevelSpec, { vconcat: unknown[] }>['vconcat'][number];

function panelOf(title: string, group: readonly ErrorRow[], lang: Language): Panel {
  const sorted = [...group].sort(byError);
  const values = sorted.map((row) => ({
    name: row.name[lang],
    error: row.meanAbsoluteError,
    // one prefecture has no interval: its line has no length
    low: finite(row.errorInterval.p05, row.meanAbsoluteError),
    high: finite(row.errorInterval.p95, row.meanAbsoluteError),
    text: row.meanAbsoluteError.toFixed(2),
    colour: row.forecaster.startsWith('model') ? palette.vermillion : palette.blue,
    fill:
      row.units < row.unitsOfGroup ? 'white' : row.forecaster.startsWith('model') ? palette.vermillion : palette.blue,
    shape: row.forecaster.startsWith('model') ? 'diamond' : 'circle',
  }));
  const largest = Math.max(...values.map(({ high }) => high), 1e-9);
  const axisTitle = isPercent(sorted[0].indicator) ? words[lang].rate : words[lang].count;
  return {
    title: { text: title, fontSize: 12, anchor: 'start', frame: 'group', offset: 8, color: INK },
    width: WIDTH,
    height: ROW * values.length,
    data: { values },
    encoding: {
      y: { field: 'name', type: 'nominal', sort: null, axis: { title: null, ticks: false, domain: false } },
    },
    layer: layers([0, 1.04 * largest], axisTitle),
  };
}

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);

function layers(domain: readonly [number, number], title: string): Layer[] {
  const scale = { domain: [...domain], nice: false };
  const x = (field: string) => ({ field, type: 'quantitative' as const, scale, axis: { title, tickCount: 6 } });
  const look = (field: string) => ({ field, type: 'nominal' as const, scale: null });
  return [
    {
      mark: { type: 'rule', strokeWidth: 5, opacity: 0.3 },
      encoding: { x: x('low'), x2: { field: 'high' }, color: look('colour') },
    },
    {
      mark: { type: 'point', filled: true, size: 70, opacity: 1, strokeWidth: 1.6 },
      encoding: { x: x('error'), stroke: look('colour'), fill: look('fill'), shape: look('shape') },
    },
    {
      mark: { type: 'text', align: 'left', color: MUTED },
      encoding: { x: { value: WIDTH + 10 }, text: { field: 'text', type: 'nominal' } },
    },
  ];
}

/** The order of the forecasts of a panel, for those who do not see it. */
function inWords(panel: string, group: readonly ErrorRow[], lang: Language): string {
  const { colon, comma, stop } = marks;
  const order = [...group].sort(byError).map((row) => `${row.name[lang]} ${row.meanAbsoluteError.toFixed(2)}`);
  return `${panel}${colon[lang]}${order.join(comma[lang])}${stop[lang]}`;
}
