import type { Level } from '../../analysis/backtest/unit.ts';
import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, type Localized, marks } from '../../language/language.ts';
import { type ChartSpec, head } from '../head.ts';
import { INK, MUTED, palette } from '../theme.ts';

const WIDTH = 300;
const HEIGHT = 90;

/** Where the outcomes of one group fell in the forecasts of the model: shares of tenths. */
export interface CalibrationRow {
  readonly indicator: string;
  readonly level: Level;
  readonly units: number;
  readonly shares: readonly number[];
}

const words = {
  zh: {
    title: '区间是否守信：实际值落在预测分布的哪一处',
    notes: [
      '每柱：实际值落入预测分布该十分之一的比例；灰线为应有的10%',
      '中间凸起：区间过宽；两端翘起：区间过窄；偏向一侧：系统偏差',
    ],
    panel: (indicator: string, level: Level, units: number) =>
      `${indicator}，${level === 'county' ? '分县' : '地级'}（${units}个）`,
    x: '预测分布中的位置（%）',
    y: '占比（%）',
  },
  en: {
    title: 'Do the intervals hold? Where the outcomes fell in the forecasts',
    notes: [
      'Bars: share of outcomes in each tenth of their forecast; grey line: the 10 % there should be',
      'a hill: too wide; a trough: too narrow; a slope: off to one side',
    ],
    panel: (indicator: string, level: Level, units: number) => `${indicator}, by ${level} (${units})`,
    x: 'place in the forecast, %',
    y: 'share, %',
  },
} as const;

/** Histograms of the probability integral transform, a panel for each indicator and level, two a line. Null where there is nothing to show. */
export function backtestCalibrationChart(
  rows: readonly CalibrationRow[],
  title: Localized,
  lang: Language,
): ChartSpec | null {
  if (rows.length === 0) return null;
  const say = words[lang];
  const { colon, comma, stop } = marks;
  const most = 100 * Math.max(0.2, ...rows.flatMap(({ shares }) => shares));
  const panels = rows.map(({ indicator, level, units, shares }) => ({
    title: {
      text: say.panel(indicatorName(indicator)[lang], level, units),
      fontSize: 12,
      anchor: 'start' as const,
      color: INK,
    },
    width: WIDTH,
    height: HEIGHT,
    data: { values: shares.map((share, n) => ({ from: 10 * n, to: 10 * n + 10, share: 100 * share })) },
    layer: [
      {
        mark: { type: 'bar' as const, color: palette.blue },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative' as const,
            bin: { binned: true, step: 10 },
            axis: { title: say.x, tickCount: 5 },
          },
          x2: { field: 'to' },
          y: {
            field: 'share',
            type: 'quantitative' as const,
            scale: { domain: [0, most] },
            axis: { title: say.y, tickCount: 4 },
          },
        },
      },
      { mark: { type: 'rule' as const, color: MUTED, strokeDash: [4, 3] }, encoding: { y: { datum: 10 } } },
    ],
  }));
  const inWords = rows.map(({ indicator, level, units, shares }) => {
    const list = shares.map((share) => (100 * share).toFixed(0)).join(comma[lang]);
    return `${say.panel(indicatorName(indicator)[lang], level, units)}${colon[lang]}${list}${stop[lang]}`;
  });
  return {
    ...head({ scenario: { title } }, lang, {
      title: say.title,
      notes: [...say.notes],
      description: inWords.join(' '),
      width: 2 * WIDTH + 80,
    }),
    columns: 2,
    spacing: 28,
    concat: panels,
  } as ChartSpec;
}
