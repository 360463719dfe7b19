import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, marks, text } from '../../language/language.ts';
import type { ChartInput, IndicatorRow } from '../chart-input.ts';
import { endLabels } from '../end-labels.ts';
import { niceDomain, yearChannel } from '../fan.ts';
import { axisTitle, countAxis, persons } from '../format.ts';
import { type ChartSpec, head } from '../head.ts';
import { flowSeries } from '../series.ts';
import { palette, WIDTH } from '../theme.ts';
import { tooltip } from '../tooltip.ts';

const HEIGHT = 360;

/**
 * What enters and leaves a register in a year, each with its own colour, dash and shape. The first indicator that is in the
 * tables is drawn: births, deaths and reclassification among the registered rather than among the residents.
 */
const flows = [
  { indicators: ['settled_persons'], colour: palette.blue, dash: [1, 0], shape: 'circle' },
  { indicators: ['register_in'], colour: palette.sky, dash: [6, 2], shape: 'triangle-up' },
  { indicators: ['register_out'], colour: palette.vermillion, dash: [6, 2], shape: 'triangle-down' },
  { indicators: ['registered_births', 'births'], colour: palette.green, dash: [2, 2], shape: 'square' },
  { indicators: ['registered_deaths', 'deaths'], colour: palette.black, dash: [2, 2], shape: 'cross' },
  {
    indicators: ['reclassified_registers', 'reclassified_persons'],
    colour: palette.purple,
    dash: [8, 3, 2, 3],
    shape: 'diamond',
  },
] as const;

const words = {
  zh: {
    title: (unit: string) => `户籍变动年度流量（${unit}）`,
    note: '线：平均；阴影：90%的模拟结果；迁入已含在落户之中',
  },
  en: {
    title: (unit: string) => `Yearly flows through the register (${unit})`,
    note: 'Lines: mean; shaded: 90 % of replicates; moved in is part of settled',
  },
} as const;

/**
 * Lines of the flows that change the register: settlement, moves in and out, births, deaths, reclassification. Draws those
 * that are in the tables for two years or more; null when none is.
 */
export function registerBalanceChart(input: ChartInput, lang: Language): ChartSpec | null {
  const present = flows
    .map((flow) => ({ ...flow, rows: firstSeries(input, flow.indicators) }))
    .filter(({ rows }) => rows.length > 1);
  if (present.length === 0) return null;

  const rows = present.flatMap((flow) => flow.rows);
  const years = rows.map((row) => row.year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const domain = niceDomain([0, ...rows.flatMap((row) => [row.p05, row.p95])]);
  const { unit, labelExpr } = countAxis(domain[1], lang);

  const names = present.map((flow) => flow.rows[0].indicator);
  const channel = <T>(range: T[]) => ({
    field: 'indicator',
    type: 'nominal' as const,
    scale: { domain: names, range },
    legend: null,
  });
  const x = yearChannel(from, to);
  const scale = { domain, nice: false };
  const axis = { ...axisTitle(unit, lang), labelExpr, tickCount: 6 };
  const y = (field: string) => ({ field, type: 'quantitative' as const, title: null, scale, axis });
  const color = channel(present.map((flow) => flow.colour));
  return {
    ...head(input, lang, {
      title: words[lang].title(unit),
      notes: [words[lang].note],
      description: present.map((flow) => describe(flow.rows, lang)).join(marks.gap[lang]),
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values: rows.map(({ indicator, year, p05, mean, p95 }) => ({ indicator, year, p05, mean, p95 })) },
    layer: [
      { mark: { type: 'area', opacity: 0.14 }, encoding: { x, y: y('p05'), y2: { field: 'p95' }, color } },
      {
        mark: { type: 'line', strokeWidth: 1.8 },
        encoding: { x, y: y('mean'), color, strokeDash: channel(present.map((flow) => [...flow.dash])) },
      },
      {
        mark: { type: 'point', filled: true, size: 34, opacity: 1 },
        encoding: {
          x,
          y: y('mean'),
          color,
          shape: channel(present.map((flow) => flow.shape)),
          tooltip: tooltip(lang, ['year', 'd'], 'mean', 'p05', 'p95'),
        },
      },
      endLabels(
        present.map((flow) => endLabel(flow.rows.at(-1)!, to, lang)),
        domain,
        HEIGHT,
      ),
    ],
  };
}

/** The first of the indicators that the tables have. */
function firstSeries(input: ChartInput, indicators: readonly string[]): IndicatorRow[] {
  const all = indicators.map((indicator) => flowSeries(input, indicator));
  return all.find((rows) => rows.length > 0) ?? [];
}

const endLabel = (last: IndicatorRow, to: number, lang: Language) => ({
  year: to,
  value: last.mean,
  name: indicatorName(last.indicator)[lang],
  figure: persons(last.mean, lang),
});

/** A line in words: its first and last year. */
function describe(rows: readonly IndicatorRow[], lang: Language): string {
  const [first, last] = [rows[0], rows.at(-1)!];
  const name = indicatorName(first.indicator)[lang];
  const [start, end] = [first.mean, last.mean].map((value, _, both) => persons(value, lang, both));
  return text(
    `${name}：${first.year}年${start}人，${last.year}年${end}人。`,
    `${name}: ${start} in ${first.year}, ${end} in ${last.year}.`,
  )[lang];
}
