import { type Language, type Localized, marks } from '../../language/language.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { INK, palette } from '../theme.ts';
import { wrapText } from '../wrap-text.ts';

const WIDTH = 380;
const ROW = 30;
/** Pixels of a factor's name before it is broken. */
const NAME = 300;

/** A factor as the chart shows it: shares of the variance with the ends of their 90 % intervals. */
export interface TornadoRow {
  readonly name: Localized;
  readonly kind: 'parameter' | 'joint' | 'lever' | 'chance' | 'rest';
  /** Direction in which the indicator moves when the factor grows; 0 where there is none to tell. */
  readonly direction: -1 | 0 | 1;
  readonly first: { readonly value: number; readonly p05: number; readonly p95: number };
  readonly total: { readonly value: number; readonly p05: number; readonly p95: number };
}

interface TornadoChart {
  readonly title: Localized;
  /** The indicator and its year. */
  readonly indicator: Localized;
  readonly mean: string;
  readonly sd: string;
  readonly rows: readonly TornadoRow[];
}

const words = {
  zh: {
    title: '不确定性从哪里来',
    notes: (mean: string, sd: string) => [
      `均值 ${mean}，标准差 ${sd}`,
      '深色：单独解释的方差；浅色：连同与其他因素的共同作用；线：90%区间',
      '箭头：取值增大时指标的方向',
      '右侧：总计／单独',
    ],
    axis: '占方差的比例',
    kind: '因素',
    kinds: { parameter: '参数', joint: '校准的参数', lever: '措施', chance: '偶然', rest: '其余' },
    described: (rows: string) => `按总作用排序：${rows}。`,
  },
  en: {
    title: 'What the uncertainty is made of',
    notes: (mean: string, sd: string) => [
      `Mean ${mean}, standard deviation ${sd}`,
      'dark: variance explained alone; light: with all it does together with others; lines: 90 % intervals',
      'arrows: where the indicator goes when the factor grows',
      'at the right: in total / alone',
    ],
    axis: 'share of the variance',
    kind: 'factor',
    kinds: { parameter: 'parameter', joint: 'calibrated', lever: 'lever', chance: 'chance', rest: 'all others' },
    described: (rows: string) => `By total effect: ${rows}.`,
  },
} as const;

const colours = {
  parameter: palette.blue,
  joint: palette.sky,
  lever: palette.vermillion,
  chance: '#8c8c8c',
  rest: palette.purple,
} as const;

/** Shares of an indicator's variance, the largest total at the top: first order inside total, both with intervals. */
export function sensitivityTornadoChart(input: TornadoChart, lang: Language): ChartSpec {
  const say = words[lang];
  const arrow = { [-1]: ' ↓', 0: '', 1: ' ↑' };
  const sorted = [...input.rows].sort((a, b) => b.total.value - a.total.value);
  const values = sorted.map(({ name, kind, direction, first, total }, n) => ({
    // two factors may have one name
    row: n,
    name: wrapText(`${name[lang]}${arrow[direction]}`, NAME, 11).join('\n'),
    kind: say.kinds[kind],
    first: first.value,
    firstLow: first.p05,
    firstHigh: first.p95,
    total: total.value,
    totalLow: total.p05,
    totalHigh: total.p95,
    text: `${percent(total.value)} / ${percent(first.value)}`,
  }));
  const shown = [...new Set(sorted.map(({ kind }) => kind))];
  const largest = Math.max(
    0.01,
    ...values.map(({ totalHigh }) => totalHigh),
    ...values.map(({ firstHigh }) => firstHigh),
  );
  const least = Math.min(0, ...values.map(({ firstLow }) => firstLow));
  const axes = { domain: [least, 1.02 * largest], title: say.axis };
  const colour = {
    field: 'kind',
    type: 'nominal' as const,
    scale: { domain: shown.map((kind) => say.kinds[kind]), range: shown.map((kind) => colours[kind]) },
    legend: { title: say.kind, orient: 'bottom' as const, symbolType: 'square' as const, symbolOpacity: 1 },
  };
  return {
    ...head(
      {
        scenario: {
          title: { zh: `${input.title.zh}：${input.indicator.zh}`, en: `${input.title.en}: ${input.indicator.en}` },
        },
      },
      lang,
      {
        title: say.title,
        notes: [...say.notes(input.mean, input.sd)],
        description: say.described(
          values.map(({ name, text }) => `${name.replace('\n', ' ')} ${text}`).join(marks.semicolon[lang]),
        ),
        width: WIDTH + NAME,
      },
    ),
    width: WIDTH,
    height: { step: ROW },
    data: { values },
    encoding: {
      y: {
        field: 'row',
        type: 'ordinal',
        title: null,
        axis: {
          domain: false,
          ticks: false,
          labelPadding: 8,
          labelExpr: `split(${JSON.stringify(values.map(({ name }) => name))}[datum.value], '\\n')`,
        },
      },
    },
    layer: layersOf(axes, colour),
  };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function layersOf({ domain, title }: { domain: number[]; title: string }, colour: object): Layer[] {
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain, nice: false },
    axis: { title, format: '.0%', tickCount: 6 },
  });
  const bar = (field: string, height: number, opacity: number): Layer => ({
    mark: { type: 'bar', height, opacity },
    encoding: { x: x(field), x2: { datum: 0 }, color: colour },
  });
  const whisker = (low: string, high: string, yOffset: number): Layer => ({
    mark: { type: 'rule', color: INK, strokeWidth: 1.2, yOffset, y2Offset: yOffset },
    encoding: { x: x(low), x2: { field: high } },
  });
  return [
    bar('total', 18, 0.35),
    bar('first', 9, 1),
    whisker('totalLow', 'totalHigh', -7),
    whisker('firstLow', 'firstHigh', 0),
    {
      mark: { type: 'text', align: 'left', color: INK },
      encoding: { x: { value: WIDTH + 12 }, text: { field: 'text', type: 'nominal' } },
    },
  ];
}
