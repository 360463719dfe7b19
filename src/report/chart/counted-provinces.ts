import { type Language, marks, text } from '../../language/language.ts';
import type { ChartInput, CountedFigure } from '../chart-input.ts';
import { countedGroups, countedName, unitOfCounted } from '../counted-names.ts';
import { niceDomain } from '../fan.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { INK, MUTED, palette } from '../theme.ts';
import { wrapText } from '../wrap-text.ts';
import { countedText } from './counted-years.ts';

/** Width of the drawing area of a panel; names stand before it, the published figures behind. */
const PANEL_WIDTH = 200;
const ROW = 17;

const words = {
  zh: {
    title: '各省份：模拟值减公布数（最近公布年份）',
    notes: [
      '点与线：模拟平均与90%区间，相对于公布数（0）；右侧为公布数',
      '实心圆、实线：公布数在区间内；空心菱形、虚线：在区间外',
    ],
    relative: '模拟值减公布数，占公布数的%',
    points: '模拟值减公布数，百分点',
    panel: (name: string, years: string, inside: number, all: number) =>
      `${name}（${years}年）：${all}个中${inside}个在区间内`,
  },
  en: {
    title: 'Province by province: simulated less published, in the last year published',
    notes: [
      'Mark and line: mean and 90 % of replicates, relative to the published figure (0), which stands at the right',
      'filled circle, solid line: it lies inside the interval; hollow diamond, dashed line: outside',
    ],
    relative: 'simulated less published, % of the published figure',
    points: 'simulated less published, points',
    panel: (name: string, years: string, inside: number, all: number) =>
      `${name} (${years}): ${inside} of ${all} inside`,
  },
} as const;

interface Panel {
  readonly indicator: string;
  readonly rows: readonly CountedFigure[];
}

/**
 * For each figure published of provinces, one row a province: how far the simulated interval lies from the figure of the last year
 * published, in per cent of it or, for rates, in points. Sorted from too low to too high. Null unless provinces have such figures.
 */
export function countedProvincesChart(input: ChartInput, lang: Language): ChartSpec | null {
  const names = new Map(input.areas.map(({ code, name }) => [code, name[lang]]));
  const rows = (input.counted ?? []).filter(({ area }) => names.has(area));
  const panels = countedGroups.flatMap((group) => panelOf(group, rows) ?? []);
  if (panels.length === 0) return null;
  return {
    ...head(input, lang, {
      title: words[lang].title,
      notes: words[lang].notes,
      description: panels.map((panel) => describe(panel, names, lang)).join(marks.gap[lang]),
    }),
    columns: 2,
    spacing: { row: 34, column: 30 },
    concat: panels.map((panel) => view(panel, names, lang)),
    resolve: { scale: { y: 'independent', x: 'independent' } },
  } as unknown as ChartSpec;
}

/** Rows of the last year each province is published for, of the name most provinces are published under. */
function panelOf(group: readonly string[], all: readonly CountedFigure[]): Panel | null {
  const [most] = group
    .map((indicator) => {
      const last = new Map<string, CountedFigure>();
      for (const row of all.filter((each) => each.indicator === indicator && each.counted !== 0))
        if (row.year >= (last.get(row.area)?.year ?? 0)) last.set(row.area, row);
      return { indicator, rows: [...last.values()] };
    })
    .sort((a, b) => b.rows.length - a.rows.length);
  return most.rows.length > 1 ? most : null;
}

function view({ indicator, rows }: Panel, names: ReadonlyMap<string, string>, lang: Language) {
  const isRelative = unitOfCounted(indicator) !== 'percent';
  const from = ({ counted }: CountedFigure, value: number): number =>
    isRelative ? (100 * (value - counted)) / counted : value - counted;
  const latest = Math.max(...rows.map(({ year }) => year));
  const told = ({ counted, mean, p05, p95 }: CountedFigure): string[] =>
    [counted, mean, p05, p95].map((value, _, all) => countedText(indicator, value, lang, all));
  const values = rows
    .map((row) => ({ row, said: told(row) }))
    .map(({ row, said: [published, mean, low, high] }) => ({
      area: row.area,
      name: names.get(row.area)! + (row.year === latest ? '' : ` ${row.year}`),
      low: from(row, row.p05),
      value: from(row, row.mean),
      high: from(row, row.p95),
      inside: row.inside,
      published,
      simulated: `${mean} (${low}–${high})`,
      source: row.source[lang],
    }))
    .sort((a, b) => a.value - b.value);
  const domain = niceDomain([0, ...values.flatMap(({ low, high }) => [low, high])], 5);
  const inside = values.filter((row) => row.inside).length;
  const title = words[lang].panel(countedName(indicator)[lang], String(latest), inside, values.length);
  return {
    width: PANEL_WIDTH,
    height: ROW * values.length,
    title: {
      text: wrapText(title, PANEL_WIDTH + 120, 11),
      frame: 'bounds',
      anchor: 'start',
      fontSize: 11,
      color: INK,
      offset: 6,
    },
    data: { values },
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: values.map(({ name }) => name),
        axis: { title: null, ticks: false, domain: false, grid: true, labelFontSize: 10.5, labelPadding: 6 },
      },
    },
    layer: layers(domain, isRelative ? words[lang].relative : words[lang].points, lang),
  };
}

function layers(domain: readonly number[], title: string, lang: Language): Layer[] {
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [...domain], nice: false, zero: false },
    axis: { title: wrapText(title, PANEL_WIDTH + 60, 11), tickCount: 5, labelFlush: false },
  });
  const tooltip = [
    { field: 'name', title: text('省份', 'province')[lang] },
    { field: 'published', title: text('公布数', 'published')[lang] },
    { field: 'simulated', title: text('模拟', 'simulated')[lang] },
    { field: 'source', title: text('来源', 'source')[lang] },
  ];
  const outside = palette.vermillion;
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', color: INK, strokeWidth: 1, tooltip: null },
      encoding: { x: { datum: 0 }, y: { value: 0 }, y2: { value: 'height' } },
    },
    {
      mark: { type: 'rule', strokeWidth: 2.2 },
      encoding: {
        x: x('low'),
        x2: { field: 'high' },
        color: { condition: { test: 'datum.inside', value: palette.blue }, value: outside },
        strokeDash: { condition: { test: 'datum.inside', value: [1, 0] }, value: [3, 2] },
      },
    },
    {
      mark: { type: 'point', filled: true, size: 46, opacity: 1, strokeWidth: 1.6 },
      encoding: {
        x: x('value'),
        shape: { condition: { test: 'datum.inside', value: 'circle' }, value: 'diamond' },
        fill: { condition: { test: 'datum.inside', value: palette.blue }, value: 'white' },
        stroke: { condition: { test: 'datum.inside', value: palette.blue }, value: outside },
        tooltip,
      },
    },
    {
      mark: { type: 'text', align: 'left', color: MUTED, fontSize: 10 },
      encoding: { x: { value: PANEL_WIDTH + 8 }, text: { field: 'published', type: 'nominal' } },
    },
  ] as unknown as Layer[];
}

/** The provinces farthest off, at either end. */
function describe({ indicator, rows }: Panel, names: ReadonlyMap<string, string>, lang: Language): string {
  const told = ({ area, year, counted, mean }: CountedFigure): string => {
    const [published, simulated] = [counted, mean].map((value, _, all) => countedText(indicator, value, lang, all));
    return text(
      `${names.get(area)}${year}年公布${published}，模拟${simulated}`,
      `${names.get(area)} ${published} published for ${year}, ${simulated} simulated`,
    )[lang];
  };
  const sorted = [...rows].sort((a, b) => a.mean / a.counted - b.mean / b.counted);
  const ends = [sorted[0], sorted.at(-1)!].map(told).join(marks.semicolon[lang]);
  const inside = rows.filter((row) => row.inside).length;
  return text(
    `${countedName(indicator).zh}：${rows.length}个省份中${inside}个在区间内；相差最远的两端为${ends}。`,
    `${countedName(indicator).en}: ${inside} of ${rows.length} provinces lie inside; at the ends: ${ends}.`,
  )[lang];
}
