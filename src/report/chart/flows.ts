import { mean } from 'd3-array';
import { placeKinds } from '../../indicator/names.ts';
import { type Language, text } from '../../language/language.ts';
import type { ChartInput, Choice } from '../chart-input.ts';
import { persons } from '../format.ts';
import { type ChartSpec, head } from '../head.ts';
import { flowSeries } from '../series.ts';
import { INK, palette } from '../theme.ts';

const CELL = 112;
const CELL_HEIGHT = 62;
/** Share of the largest cell above which a cell is so dark that its figure is white. */
const DARK = 0.4;

const words = {
  zh: {
    title: '村、镇、中心城区与市外之间的迁移（人次/年）',
    ofMany: '各地内村、镇、中心城区与本地之外的迁移，各地相加（人次/年）',
    whole: (from: number, to: number) => `${from}至${to}年的年平均`,
    year: (year: number) => `${year}年`,
    note: '各次模拟平均；同类地点之间为跨县迁移；颜色越深人数越多',
    interval: '括号内：90%的模拟结果',
    from: '迁出地',
    to: '迁入地',
    persons: '人次',
    kinds: { village: '村', town: '县城和镇', centre: '中心城区', outside: '市外' },
    beyond: '本地之外',
  },
  en: {
    title: 'Moves between villages, county towns, central city and outside (persons a year)',
    ofMany: 'Moves inside the places and over their borders, added up over all places (persons a year)',
    whole: (from: number, to: number) => `Mean of the years ${from} to ${to}`,
    year: (year: number) => String(year),
    note: 'mean of replicates; between places of one kind: from county to county; darker is more',
    interval: 'brackets: 90 % of replicates',
    from: 'from',
    to: 'to',
    persons: 'persons',
    kinds: { village: 'village', town: 'county town', centre: 'central city', outside: 'outside' },
    beyond: 'beyond the place',
  },
} as const;

type Kind = (typeof placeKinds)[number];

interface Cell {
  readonly from: string;
  readonly to: string;
  readonly persons: number;
  readonly text: string;
  readonly interval: string;
  readonly ink: string;
}

/**
 * Who moves where: a table of origins by destinations, shaded by the number of persons, of one year or the mean of all. Reads
 * `moves.<from>.<to>`, which are made for the city as a whole; null without them.
 */
export function flowsChart(input: ChartInput, lang: Language, { year }: Choice = {}): ChartSpec | null {
  const years = flowSeries(input, 'moves.village.town').map((row) => row.year);
  if (years.length === 0) return null;
  const pairs = placeKinds.flatMap((from) => placeKinds.map((to) => [from, to] as const)).slice(0, -1);
  const counted = pairs.map(([from, to]) => ({ from, to, ...countOf(input, from, to, year) }));
  const largest = Math.max(...counted.map(({ persons: count }) => count));
  const isOne = (input.parts ?? 'counties') === 'counties';
  const kinds = { ...words[lang].kinds, ...(isOne ? {} : { outside: words[lang].beyond }) };
  const cells = counted.map(
    ({ from, to, persons: count, p05, p95 }): Cell => ({
      from: kinds[from],
      to: kinds[to],
      persons: count,
      text: persons(count, lang),
      interval:
        p05 === null || p95 === null ? '' : `(${persons(p05, lang, [p05, p95])}–${persons(p95, lang, [p05, p95])})`,
      ink: count > DARK * largest ? 'white' : INK,
    }),
  );
  const notes = [year === undefined ? words[lang].whole(years[0], years.at(-1)!) : words[lang].year(year)];
  notes.push(words[lang].note, year === undefined ? '' : words[lang].interval);
  return {
    ...head(input, lang, {
      title: isOne ? words[lang].title : words[lang].ofMany,
      notes,
      description: describe(cells, lang),
      width: 560,
    }),
    ...table(cells, Object.values(kinds), largest, lang),
  };
}

/** Persons from one kind of place to another: with the interval of one year, or the mean of all years without one. */
function countOf(input: ChartInput, from: Kind, to: Kind, year: number | undefined) {
  const rows = flowSeries(input, `moves.${from}.${to}`);
  if (year === undefined) return { persons: mean(rows, (row) => row.mean) ?? 0, p05: null, p95: null };
  const row = rows.find((each) => each.year === year);
  return { persons: row?.mean ?? 0, p05: row?.p05 ?? null, p95: row?.p95 ?? null };
}

function table(cells: readonly Cell[], order: readonly string[], largest: number, lang: Language) {
  const axis = { labelFontSize: 12, ticks: false, domain: false };
  const scale = { domain: [...order], padding: 0.04 };
  const figure = (field: 'text' | 'interval', dy: number, fontSize: number) => ({
    mark: { type: 'text' as const, dy, fontSize },
    encoding: { text: { field }, color: { field: 'ink', type: 'nominal' as const, scale: null } },
  });
  return {
    width: CELL * order.length,
    height: CELL_HEIGHT * order.length,
    data: { values: [...cells] },
    encoding: {
      x: {
        field: 'to',
        type: 'nominal' as const,
        scale,
        axis: { ...axis, orient: 'top' as const, labelAngle: 0, title: words[lang].to },
      },
      y: { field: 'from', type: 'nominal' as const, scale, axis: { ...axis, title: words[lang].from } },
    },
    layer: [
      {
        mark: { type: 'rect' as const, stroke: '#8c8c8c', strokeWidth: 0.6 },
        encoding: {
          color: {
            field: 'persons',
            type: 'quantitative' as const,
            scale: {
              type: 'sqrt' as const,
              domain: [0, Math.max(largest, 1)],
              range: ['#ffffff', palette.blue],
              interpolate: 'rgb' as const,
            },
            legend: null,
          },
          tooltip: [
            { field: 'from', title: words[lang].from },
            { field: 'to', title: words[lang].to },
            { field: 'persons', title: words[lang].persons, format: ',.0f' },
          ],
        },
      },
      figure('text', cells.some(({ interval }) => interval !== '') ? -7 : 0, 13),
      figure('interval', 10, 10),
    ],
    resolve: { scale: { color: 'independent' as const } },
  };
}

/** The largest flows in words. */
function describe(cells: readonly Cell[], lang: Language): string {
  const largest = [...cells].sort((a, b) => b.persons - a.persons).slice(0, 5);
  return text(
    `最大的几股：${largest.map(({ from, to, text }) => `${from}→${to} ${text}人次`).join('，')}。`,
    `Largest: ${largest.map(({ from, to, text }) => `${from} → ${to} ${text}`).join(', ')}.`,
  )[lang];
}
