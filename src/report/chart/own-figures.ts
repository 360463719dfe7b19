import { group } from 'd3-array';
import { indicatorName, isInPoints } from '../../indicator/indicators.ts';
import { type Language, marks } from '../../language/language.ts';
import type { ChartInput } from '../chart-input.ts';
import { niceDomain, yearChannel } from '../fan.ts';
import { type ChartSpec, head } from '../head.ts';
import { INK, palette } from '../theme.ts';
import { tooltip } from '../tooltip.ts';
import { wrapText } from '../wrap-text.ts';

const [WIDE, HIGH] = [190, 150];
/** Ends of a 90 % interval, in standard errors. */
const Z = 1.645;

const words = {
  zh: {
    title: '自有数字与模拟',
    notes: ['点：自有数字及其90%误差', '线：平均；阴影：90%的模拟结果'],
    persons: '人',
    city: '全市',
  },
  en: {
    title: 'Figures of one’s own and what is simulated',
    notes: ['point: the figure and its 90 % error', 'line: mean; shaded: 90 % of replicates'],
    persons: 'persons',
    city: 'whole city',
  },
} as const;

type Own = NonNullable<ChartInput['figures']>[number];

/** A panel for each place and indicator somebody gave figures of: points with their errors over the simulated years. Null without any. */
export function ownFiguresChart(input: ChartInput, lang: Language): ChartSpec | null {
  const shown = (input.figures ?? []).filter(({ year }) => year <= input.scenario.endYear);
  const panels = [...group(shown, ({ area, indicator }) => `${area} ${indicator}`).values()].flatMap((own) =>
    panelOf(own, input, lang),
  );
  if (panels.length === 0) return null;
  return {
    ...head(input, lang, {
      title: words[lang].title,
      notes: words[lang].notes,
      description: panels.map(({ said }) => said).join(marks.semicolon[lang]),
    }),
    columns: 3,
    spacing: { row: 34, column: 34 },
    concat: panels.map(({ spec }) => spec),
  };
}

function panelOf(own: readonly Own[], { indicators, areas }: ChartInput, lang: Language) {
  const [{ area, indicator }] = own;
  const rows = indicators.filter((row) => row.area === area && row.indicator === indicator);
  if (rows.length === 0) return [];
  const points = own.map(({ year, value, error, source }) => ({
    year,
    value,
    low: value - Z * error,
    high: value + Z * error,
    source,
  }));
  const years = [...rows, ...points].map(({ year }) => year);
  const domain = niceDomain(
    [...rows.flatMap(({ p05, p95 }) => [p05, p95]), ...points.flatMap(({ low, high }) => [low, high])],
    4,
  );
  const x = yearChannel(Math.min(...years), Math.max(...years));
  const isRate = isInPoints(indicator);
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain, nice: false, zero: false },
    axis: { tickCount: 4, title: isRate ? '%' : words[lang].persons, format: isRate ? '~r' : '~s' },
  });
  const place = area === 'city' ? words[lang].city : (areas.find(({ code }) => code === area)?.name[lang] ?? area);
  const name = `${place}${marks.comma[lang]}${indicatorName(indicator)[lang]}`;
  const last = points.reduce((latest, point) => (point.year > latest.year ? point : latest));
  const spec = {
    width: WIDE,
    height: HIGH,
    title: { text: wrapText(name, WIDE + 20, 12), frame: 'group' as const, fontSize: 12, color: INK, offset: 8 },
    data: { values: rows.map(({ year, p05, mean, p95 }) => ({ year, p05, mean, p95 })) },
    layer: [
      {
        mark: { type: 'area' as const, color: palette.blue, opacity: 0.25 },
        encoding: { x, y: y('p05'), y2: { field: 'p95' } },
      },
      { mark: { type: 'line' as const, color: palette.blue, strokeWidth: 2 }, encoding: { x, y: y('mean') } },
      {
        data: { values: points },
        mark: { type: 'rule' as const, color: INK, strokeWidth: 1.2 },
        encoding: { x, y: y('low'), y2: { field: 'high' } },
      },
      {
        data: { values: points },
        mark: { type: 'point' as const, filled: true, size: 36, opacity: 1, color: INK },
        encoding: { x, y: y('value'), tooltip: tooltip(lang, 'year', 'value', 'source') },
      },
    ],
  };
  return [{ spec, said: `${name} ${last.year} ${last.value}` }];
}
