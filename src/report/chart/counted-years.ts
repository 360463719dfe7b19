import { type Language, marks, text } from '../../language/language.ts';
import type { ChartInput, CountedFigure } from '../chart-input.ts';
import { countedGroups, countedName, unitOfCounted } from '../counted-names.ts';
import { hoverPoints, niceDomain, yearChannel } from '../fan.ts';
import { countAxis, percent, persons } from '../format.ts';
import { type ChartSpec, head, type Layer, panelTitle } from '../head.ts';
import { series } from '../series.ts';
import { palette } from '../theme.ts';

const PANEL_WIDTH = 300;
const PANEL_HEIGHT = 150;
/** Years shown after the last published one. */
const AFTER = 2;

const words = {
  zh: {
    title: '公布数与模拟值（全体，按年）',
    notes: ['线：模拟平均；阴影：90%的模拟结果', '实心圆：公布数在区间内；空心菱形：在区间外'],
    axis: { percent: '%', per_mille: '‰' },
    panel: (name: string, inside: number, all: number) => `${name}：${all}个公布数中${inside}个在区间内`,
  },
  en: {
    title: 'Published and simulated figures of the whole by year',
    notes: [
      'Line: mean; shaded: 90 % of replicates',
      'filled circle: the published figure lies in the interval; hollow diamond: it lies outside',
    ],
    axis: { percent: '%', per_mille: 'per thousand' },
    panel: (name: string, inside: number, all: number) => `${name}: ${inside} of ${all} published inside`,
  },
} as const;

interface Row {
  readonly year: number;
  readonly p05: number;
  readonly mean: number;
  readonly p95: number;
}

interface Panel {
  readonly indicator: string;
  readonly rows: readonly Row[];
  readonly counted: readonly CountedFigure[];
}

/**
 * Small multiples of what is published of the whole: the simulated mean and 90 % interval by year with the published figures as
 * points, as far as a little after the last of them. Null without published figures.
 */
export function countedYearsChart(input: ChartInput, lang: Language): ChartSpec | null {
  const counted = (input.counted ?? []).filter(({ area }) => area === 'city');
  if (counted.length === 0) return null;
  const last = Math.max(...counted.map(({ year }) => year)) + AFTER;
  const panels = countedGroups.flatMap((names) => panelOf(names, input, counted, last) ?? []);
  if (panels.length === 0) return null;
  const from = Math.min(...panels.flatMap(({ rows }) => rows.map(({ year }) => year)));
  const to = Math.max(...panels.flatMap(({ rows }) => rows.map(({ year }) => year)));
  return {
    ...head(input, lang, {
      title: words[lang].title,
      notes: words[lang].notes,
      description: panels.map((panel) => describe(panel, lang)).join(marks.gap[lang]),
    }),
    columns: 2,
    spacing: { row: 28, column: 36 },
    concat: panels.map((panel) => view(panel, [from, to], lang)),
  } as unknown as ChartSpec;
}

/** The first of the names that is published; its simulated rows from the indicators, or where they have none from the published years. */
function panelOf(
  names: readonly string[],
  input: ChartInput,
  all: readonly CountedFigure[],
  last: number,
): Panel | null {
  for (const indicator of names) {
    const isFlow = unitOfCounted(indicator) === 'persons' && indicator !== 'resident_population';
    // nothing has flowed yet in the base year
    const isSimulated = ({ year }: { year: number }): boolean => !isFlow || year > input.scenario.baseYear;
    const counted = all.filter((row) => row.indicator === indicator && isSimulated(row));
    if (counted.length === 0) continue;
    const simulated = series(input, indicator).filter(({ year }) => year <= last);
    const rows = simulated.length > 1 ? simulated.filter(isSimulated) : counted;
    return { indicator, counted, rows: rows.map(({ year, p05, mean, p95 }) => ({ year, p05, mean, p95 })) };
  }
  return null;
}

function view({ indicator, rows, counted }: Panel, [from, to]: readonly [number, number], lang: Language) {
  const unit = unitOfCounted(indicator);
  const points = counted.map(({ year, counted: value, inside, source }) => ({
    year,
    value,
    inside,
    source: source[lang],
  }));
  const values = [...rows.flatMap(({ p05, p95 }) => [p05, p95]), ...points.map(({ value }) => value)];
  const domain = niceDomain(values, 4);
  const count = unit === 'persons' ? countAxis(Math.max(...values), lang) : null;
  const x = yearChannel(from, to);
  const y = {
    scale: { domain, nice: false, zero: false },
    axis: {
      title: null,
      tickCount: 4,
      ...(count === null ? {} : { labelExpr: count.labelExpr }),
    },
  };
  const value = (field: string) => ({ field, type: 'quantitative' as const, ...y });
  const name = words[lang].panel(
    countedName(indicator)[lang],
    points.filter(({ inside }) => inside).length,
    points.length,
  );
  const layer: Layer[] = [
    {
      mark: { type: 'area', opacity: 0.2, color: palette.blue },
      encoding: { x, y: value('p05'), y2: { field: 'p95' } },
    },
    { mark: { type: 'line', color: palette.blue, strokeWidth: 2 }, encoding: { x, y: value('mean') } },
    hoverPoints(x, value('mean'), [
      { field: 'year', title: text('年份', 'year')[lang], format: 'd' },
      { field: 'mean', title: text('平均', 'mean')[lang], format: ',.4~g' },
      { field: 'p05', title: '5 %', format: ',.4~g' },
      { field: 'p95', title: '95 %', format: ',.4~g' },
    ]),
    publishedLayer(points, x, value('value'), lang),
  ];
  return {
    width: PANEL_WIDTH,
    height: PANEL_HEIGHT,
    title: panelTitle(
      name,
      count === null ? words[lang].axis[unit as 'percent' | 'per_mille'] : count.unit,
      PANEL_WIDTH,
    ),
    data: { values: rows },
    layer,
  };
}

/** Published figures: filled circles inside the interval, hollow diamonds outside. */
const publishedLayer = (points: readonly object[], x: object, y: object, lang: Language): Layer =>
  ({
    data: { values: points },
    mark: { type: 'point', filled: true, size: 64, opacity: 1, strokeWidth: 1.6 },
    encoding: {
      x,
      y,
      shape: { condition: { test: 'datum.inside', value: 'circle' }, value: 'diamond' },
      fill: { condition: { test: 'datum.inside', value: palette.vermillion }, value: 'white' },
      stroke: { condition: { test: 'datum.inside', value: 'white' }, value: palette.vermillion },
      tooltip: [
        { field: 'year', title: text('年份', 'year')[lang], format: 'd' },
        { field: 'value', title: text('公布数', 'published')[lang], format: ',.6~g' },
        { field: 'source', title: text('来源', 'source')[lang] },
      ],
    },
  }) as unknown as Layer;

/** A figure as readers know it. */
export const countedText = (indicator: string, value: number, lang: Language, among?: readonly number[]): string => {
  const unit = unitOfCounted(indicator);
  if (unit === 'persons') return persons(value, lang, among);
  return unit === 'percent' ? percent(value, lang) : `${value.toFixed(2)}${text('‰', ' ‰')[lang]}`;
};

function describe({ indicator, counted }: Panel, lang: Language): string {
  const last = [...counted].sort((a, b) => a.year - b.year).at(-1)!;
  const all = [last.counted, last.mean, last.p05, last.p95];
  const shown = (value: number): string => countedText(indicator, value, lang, all);
  return text(
    `${countedName(indicator).zh}：${last.year}年公布${shown(last.counted)}，模拟平均${shown(last.mean)}（${shown(last.p05)}至${shown(last.p95)}）。`,
    `${countedName(indicator).en}: ${shown(last.counted)} published for ${last.year}, mean of replicates ${shown(last.mean)} (${shown(last.p05)} to ${shown(last.p95)}).`,
  )[lang];
}
