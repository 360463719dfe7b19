import { group } from 'd3-array';
import type { FiguresFit } from '../../analysis/figures/fit-file.ts';
import { indicatorName, isInPoints } from '../../indicator/indicators.ts';
import { type Language, marks } from '../../language/language.ts';
import { niceDomain } from '../fan.ts';
import { type ChartSpec, head } from '../head.ts';
import { INK, MUTED, palette } from '../theme.ts';
import { tooltip } from '../tooltip.ts';
import { wrapText } from '../wrap-text.ts';

const [WIDE, HIGH] = [190, 150];
const Z = 1.645;

const words = {
  zh: {
    title: '自有数字：拟合之前与之后',
    notes: ['点：数字及其90%误差（空心：留作检验）', '橙：拟合前的90%', '蓝：拟合后的90%'],
    persons: '人',
    rate: '%',
    city: '全市',
    said: (indicator: string, count: number) => `${indicator} ${count} 个数字`,
  },
  en: {
    title: 'Figures of one’s own: before the fit and after',
    notes: ['point: the figure and its 90 % error (hollow: kept out)', 'orange: 90 % before', 'blue: 90 % after'],
    persons: 'persons',
    rate: '%',
    city: 'whole city',
    said: (indicator: string, count: number) => `${count} figures of ${indicator}`,
  },
} as const;

/** A panel for each place and indicator: figures with their errors by year, between what was thought before and what the fit says. */
export function figuresFitChart({ figures, areas, title }: FiguresFit, lang: Language): ChartSpec {
  const series = [...group(figures, ({ figure }) => `${figure.area} ${figure.indicator}`).values()];
  const nameOf = (area: string): string =>
    area === 'city' ? words[lang].city : (areas.find(({ code }) => code === area)?.name[lang] ?? area);
  return {
    ...head({ scenario: { title } }, lang, {
      title: words[lang].title,
      notes: words[lang].notes,
      description: series
        .map((each) => words[lang].said(indicatorName(each[0].figure.indicator)[lang], each.length))
        .join(marks.semicolon[lang]),
    }),
    columns: 3,
    spacing: { row: 34, column: 34 },
    concat: series.map((each) =>
      panel(
        each,
        `${nameOf(each[0].figure.area)}${marks.comma[lang]}${indicatorName(each[0].figure.indicator)[lang]}`,
        lang,
      ),
    ),
  };
}

function panel(series: FiguresFit['figures'], title: string, lang: Language) {
  const values = series.map(({ figure, isUsed, prior, fitted }) => ({
    year: figure.year,
    value: figure.value,
    low: figure.value - Z * figure.error,
    high: figure.value + Z * figure.error,
    isUsed,
    ...{
      priorLow: prior.low,
      priorHigh: prior.high,
      fittedLow: fitted.low,
      fitted: fitted.middle,
      fittedHigh: fitted.high,
    },
  }));
  const domain = niceDomain(
    values.flatMap((each) => [each.low, each.high, each.priorLow, each.priorHigh, each.fittedLow, each.fittedHigh]),
    4,
  );
  const isRate = isInPoints(series[0].figure.indicator);
  const x = { field: 'year', type: 'ordinal' as const, title: null, axis: { labelAngle: 0 } };
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain, nice: false, zero: false },
    axis: { tickCount: 4, title: isRate ? words[lang].rate : words[lang].persons, format: isRate ? '~r' : '~s' },
  });
  const band = (from: string, to: string, color: string, size: number) => ({
    mark: { type: 'bar' as const, color, opacity: 0.45, width: size },
    encoding: { x, y: y(from), y2: { field: to } },
  });
  return {
    width: WIDE,
    height: HIGH,
    title: {
      text: wrapText(title, WIDE + 20, 12),
      frame: 'group' as const,
      fontSize: 12,
      color: INK,
      offset: 8,
      subtitleColor: MUTED,
    },
    data: { values },
    layer: [
      band('priorLow', 'priorHigh', palette.orange, 16),
      band('fittedLow', 'fittedHigh', palette.blue, 9),
      {
        mark: { type: 'rule' as const, color: INK, strokeWidth: 1.2 },
        encoding: { x, y: y('low'), y2: { field: 'high' } },
      },
      {
        mark: { type: 'point' as const, size: 40, opacity: 1, color: INK },
        encoding: {
          x,
          y: y('value'),
          fill: { condition: { test: 'datum.isUsed', value: INK }, value: 'white' },
          tooltip: tooltip(lang, 'year', 'value', 'priorLow', 'priorHigh', 'fittedLow', 'fitted', 'fittedHigh'),
        },
      },
    ],
  };
}
