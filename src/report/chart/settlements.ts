import { range, sum } from 'd3-array';
import { type Language, text } from '../../language/language.ts';
import type { ChartInput, IndicatorRow, SettlementRow } from '../chart-input.ts';
import { withInterval } from '../finding.ts';
import { axisTitle, countAxis, percent, persons, yearTicks } from '../format.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { routeLabel } from '../route-label.ts';
import { flowSeries } from '../series.ts';
import { INK, palette, WIDTH } from '../theme.ts';
import { tooltip } from '../tooltip.ts';

const HEIGHT = 320;
/** More routes than this are added up as "other": more colours cannot be told apart. */
const MOST_ROUTES = 7;
/** More years than this are not all labelled. */
const MOST_YEARS = 16;
/** Least height of a bar's part, as a share of the highest bar, that has room for its number. */
const ROOM_FOR_NUMBER = 0.045;

/** From the bottom of the bars up, dark and light by turns so that neighbours differ in grey too. */
const colours = [
  palette.blue,
  palette.orange,
  palette.green,
  palette.yellow,
  palette.vermillion,
  palette.sky,
  palette.purple,
  '#bdbdbd',
];
/** White or black numbers, whichever reads on the colour. */
const numberColours = ['white', 'black', 'white', 'black', 'white', 'black', 'black', 'black'];

const words = {
  zh: {
    title: (unit: string) => `按落户途径分的年度落户人数（${unit}）`,
    notes: '各次模拟平均；柱内数字对应图例',
    whisker: '须线：90%的模拟结果',
    other: '其他途径',
    clause: (name: string) => `（${name}）`,
    total: (n: string) => `：合计${n}人`,
  },
  en: {
    title: (unit: string) => `Persons who settled each year, by legal route (${unit})`,
    notes: 'Mean of replicates; numbers in the bars point to the legend',
    whisker: 'whiskers: 90 % of replicates',
    other: 'Other routes',
    clause: (name: string) => ` (${name})`,
    total: (n: string) => `: ${n} persons in all`,
  },
} as const;

interface RouteTotal {
  readonly key: string;
  readonly route: string;
  readonly called: SettlementRow['called'];
  readonly clause: string;
  readonly persons: number;
}

/**
 * Stacked bars of persons settled in each year, by route and the clause that opened it; whiskers of the total where
 * `settled_persons` is in the tables. Null when nobody settles.
 */
export function settlementsChart(input: ChartInput, lang: Language): ChartSpec | null {
  const rows = cityRows(input);
  if (rows.length === 0) return null;
  const totals = routeTotals(rows);
  const shown = new Map(totals.map((total, i) => [total.key, Math.min(i, MOST_ROUTES)]));
  const names = totals.slice(0, MOST_ROUTES).map((total, i) => legendName(total, i, lang));
  if (totals.length > MOST_ROUTES) names.push(otherName(totals.slice(MOST_ROUTES), lang));

  const bars = stack(rows, shown, names);
  const years = shownYears(input, rows);
  const [from, to] = [years[0], years.at(-1)!];
  const whiskers = flowSeries(input, 'settled_persons').filter((row) => row.year >= from && row.year <= to);
  const highest = Math.max(...bars.map((bar) => bar.top), ...whiskers.map((row) => row.p95));
  const { unit, labelExpr } = countAxis(highest, lang);

  const notes = [words[lang].notes, whiskers.length > 0 ? words[lang].whisker : ''];
  return {
    ...head(input, lang, {
      title: finding(totals, from, to, whiskers.at(-1), lang),
      topic: words[lang].title(unit),
      notes,
      description: describe(totals, from, to, lang),
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values: bars.map(({ year, name, persons, base, top }) => ({ year, name, persons, base, top })) },
    encoding: {
      x: {
        field: 'year',
        type: 'ordinal',
        title: null,
        axis: { labelAngle: 0, labelOverlap: true, values: years.length > MOST_YEARS ? yearTicks(from, to) : years },
        scale: { domain: years, paddingInner: 0.25 },
      },
    },
    layer: [
      {
        mark: { type: 'bar', stroke: 'white', strokeWidth: 0.8 },
        encoding: {
          y: { field: 'base', type: 'quantitative', axis: { ...axisTitle(unit, lang), labelExpr, tickCount: 5 } },
          y2: { field: 'top' },
          color: {
            field: 'name',
            type: 'nominal',
            title: null,
            scale: { domain: names, range: colours.slice(0, names.length) },
            legend: {
              orient: 'bottom',
              columns: 1,
              direction: 'vertical',
              symbolType: 'square',
              values: [...names].reverse(),
            },
          },
          tooltip: tooltip(lang, 'year', 'name', ['persons', ',.3~s']),
        },
      },
      ...whiskerLayers(whiskers),
      ...numberLayers(bars.filter((bar) => bar.persons > highest * ROOM_FOR_NUMBER)),
    ],
    resolve: { scale: { color: 'independent' } },
  };
}

/** Rows of the whole city: those of area `city`, or all where the table has counties only. Empty when nobody settles. */
function cityRows(input: ChartInput): SettlementRow[] {
  const whole = input.settlements.filter((row) => row.area === 'city');
  const rows = (whole.length > 0 ? whole : input.settlements).filter((row) => row.persons_mean > 0);
  return [...rows].sort((a, b) => a.year - b.year);
}

/** Years of the run after its base year, those without settlement too, and the base year only if somebody settles in it. */
function shownYears(input: ChartInput, rows: readonly SettlementRow[]): number[] {
  const { baseYear, endYear } = input.scenario;
  const from = Math.min(rows[0].year, baseYear + 1);
  return range(from, Math.max(rows.at(-1)!.year, endYear) + 1);
}

const routeKey = (row: SettlementRow): string => `${row.document}:${row.clause} ${row.route}`;

/** Persons by route and clause over all years, most first. */
function routeTotals(rows: readonly SettlementRow[]): RouteTotal[] {
  const totals = new Map<string, RouteTotal>();
  for (const row of rows) {
    const key = routeKey(row);
    const clause = `${row.document} ${row.clause}`;
    const persons = (totals.get(key)?.persons ?? 0) + row.persons_mean;
    totals.set(key, { key, route: row.route, called: row.called, clause, persons });
  }
  return [...totals.values()].sort((a, b) => b.persons - a.persons || (a.key < b.key ? -1 : 1));
}

const legendName = (total: RouteTotal, i: number, lang: Language): string =>
  `${i + 1} ${routeLabel(total, lang)}${words[lang].clause(total.clause)}${words[lang].total(persons(total.persons, lang))}`;

const otherName = (rest: readonly RouteTotal[], lang: Language): string =>
  `${MOST_ROUTES + 1} ${words[lang].other}${words[lang].total(
    persons(
      sum(rest, (total) => total.persons),
      lang,
    ),
  )}`;

type Part = ReturnType<typeof stack>[number];

/** Numbers inside the parts that have room for one. */
function numberLayers(parts: readonly Part[]): Layer[] {
  if (parts.length === 0) return [];
  const values = parts.map(({ year, middle, number, ink }) => ({ year, middle, number, ink }));
  return [
    {
      data: { values },
      mark: { type: 'text', fontSize: 10 },
      encoding: {
        y: { field: 'middle', type: 'quantitative' },
        text: { field: 'number', type: 'nominal' },
        color: { field: 'ink', type: 'nominal', scale: null },
      },
    },
  ];
}

/** Parts of the bars with their lower and upper edges: one a year and shown route, stacked in the order of routes. */
function stack(rows: readonly SettlementRow[], shown: ReadonlyMap<string, number>, names: readonly string[]) {
  const cells = new Map<number, number[]>();
  for (const row of rows) {
    const year = cells.get(row.year) ?? new Array<number>(names.length).fill(0);
    year[shown.get(routeKey(row))!] += row.persons_mean;
    cells.set(row.year, year);
  }
  return [...cells].flatMap(([year, counts]) =>
    counts.map((count, i) => {
      const base = sum(counts.slice(0, i));
      const edges = { base, top: base + count, middle: base + count / 2 };
      return { year, name: names[i], persons: count, ...edges, number: String(i + 1), ink: numberColours[i] };
    }),
  );
}

/** Interval of the total over replicates, drawn at the right of each bar, clear of the numbers. */
function whiskerLayers(rows: ReturnType<typeof flowSeries>): Layer[] {
  if (rows.length === 0) return [];
  const data = { values: rows.map(({ year, p05, p95 }) => ({ year, p05, p95 })) };
  const x = { field: 'year', type: 'ordinal' as const, bandPosition: 0.88 };
  const cap = (field: string): Layer => ({
    data,
    mark: { type: 'point', shape: 'stroke', size: 50, strokeWidth: 1.2, opacity: 1, color: INK },
    encoding: { x, y: { field, type: 'quantitative' } },
  });
  return [
    {
      data,
      mark: { type: 'rule', strokeWidth: 1.2, color: INK },
      encoding: { x, y: { field: 'p05', type: 'quantitative' }, y2: { field: 'p95' } },
    },
    cap('p05'),
    cap('p95'),
  ];
}

/** How many settle in all, by which route most, and in the last year with its interval. */
function finding(
  totals: readonly RouteTotal[],
  from: number,
  to: number,
  last: IndicatorRow | undefined,
  lang: Language,
): string {
  const all = sum(totals, (total) => total.persons);
  const share = (100 * totals[0].persons) / all;
  const route = routeLabel(totals[0], lang);
  const many = persons(all, lang);
  const most =
    share > 50
      ? text(`过半经“${route}”`, `more than half by one route, ${route}`)
      : text(`最多经“${route}”`, `most by ${route}`);
  const part = percent(share, lang);
  const said = text(
    `${from}–${to}年平均共落户${many}人，${most.zh}（${part}）`,
    `${many} settle from ${from} to ${to} (mean), ${most.en} (${part})`,
  )[lang];
  if (last === undefined || last.year !== to) return said;
  const yearly = withInterval(last, 'persons', lang);
  return said + text(`；${to}年一年${yearly}`, `; in ${to} alone ${yearly}`)[lang];
}

/** The bars in words: the total and the largest routes. */
function describe(totals: readonly RouteTotal[], from: number, to: number, lang: Language): string {
  const all = persons(
    sum(totals, (total) => total.persons),
    lang,
  );
  const largest = totals
    .slice(0, 3)
    .map((total) => `${routeLabel(total, lang)} (${total.clause}) ${persons(total.persons, lang)}`);
  return text(
    `${from}至${to}年共落户${all}人。主要途径：${largest.join('，')}。`,
    `${all} persons settle from ${from} to ${to}. Largest routes: ${largest.join(', ')}.`,
  )[lang];
}
