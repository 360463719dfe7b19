import { headlineNames } from '../../indicator/headlines.ts';
import { indicatorName, isInPoints, isSummed, unitNames, unitOf } from '../../indicator/indicators.ts';
import { type Language, text } from '../../language/language.ts';
import type { IndicatorRow } from '../chart-input.ts';
import { percent, persons } from '../format.ts';
import { wordsOf } from '../parts.ts';
import type { RunTold } from '../read/read-run.ts';
import { routeLabel } from '../route-label.ts';
import type { Table } from './block.ts';
import { summaryAt } from './sentences.ts';

/** Most years a table of a page has room for. */
const MOST_YEARS = 5;
/** Most routes a table names. */
const MOST_ROUTES = 8;

const words = {
  indicator: text('指标', 'Indicator'),
  area: text('地区', 'Area'),
  route: text('途径与条款', 'Route and clause'),
  persons: text('人数', 'Persons'),
  share: text('占比', 'Share'),
  cumulative: text('（累计）', ', cumulative'),
};

/** The years a briefing shows unless told: the first, the last, and those that end in 0 or 5 between, as many as fit. */
export function briefYears({ manifest: { scenario } }: RunTold): number[] {
  const { baseYear, endYear } = scenario;
  const all = Array.from({ length: endYear - baseYear + 1 }, (_, i) => baseYear + i);
  const round = all.filter((year) => year === baseYear || year === endYear || year % 5 === 0);
  const chosen = round.length > 2 || all.length <= MOST_YEARS ? round : [baseYear, endYear];
  return chosen.length <= MOST_YEARS ? chosen : [...chosen.slice(0, MOST_YEARS - 1), endYear];
}

/** Mean and interval on two lines; the mean alone where there is no interval. */
function cell(
  indicator: string,
  { mean, p05, p95 }: Pick<IndicatorRow, 'mean' | 'p05' | 'p95'>,
  lang: Language,
): string {
  if (!Number.isFinite(mean)) return '–';
  const isRate = isInPoints(indicator);
  const shown = (value: number): string => (isRate ? value.toFixed(1) : persons(value, lang, [mean, p05, p95]));
  const interval = shown(p05) === shown(p95) ? '' : `\n(${shown(p05)}–${shown(p95)})`;
  return `${shown(mean)}${interval}`;
}

/** Main figures of the whole by year; flows added up since the base year, replicate by replicate. */
export function mainTable(run: RunTold, years: readonly number[], lang: Language): Table {
  return {
    kind: 'table',
    head: [words.indicator[lang], ...years.map(String)],
    rows: headlineNames.map((name) => {
      const isSum = isSummed(name);
      const told = `${indicatorName(name)[lang]}${isSum ? words.cumulative[lang] : ''}`;
      const unit = unitNames[unitOf(name)][lang];
      return [
        `${told}${text(`（${unit}）`, ` (${unit})`)[lang]}`,
        ...years.map((year) => cell(name, summaryAt(run, isSum ? `${name}.cumulative` : name, year), lang)),
      ];
    }),
  };
}

/** Rate of every area by year: registered, beside it resident in the last year. Null where there are no areas. */
export function areaTable(
  { input }: RunTold,
  years: readonly number[],
  areas: readonly string[] | undefined,
  lang: Language,
): Table | null {
  const shown = input.areas.filter(({ code }) => areas === undefined || areas.includes(code));
  if (shown.length === 0) return null;
  const rowOf = (area: string, indicator: string, year: number) =>
    input.indicators.find((row) => row.area === area && row.indicator === indicator && row.year === year);
  const last = years.at(-1)!;
  const registered = 'registered_urbanization_rate';
  const resident = 'resident_urbanization_rate';
  const told = (area: string, indicator: string, year: number): string => {
    const row = rowOf(area, indicator, year);
    return row === undefined ? '–' : cell(indicator, row, lang);
  };
  return {
    kind: 'table',
    head: [
      `${wordsOf(input).part[lang]}${text('（%）', ' (%)')[lang]}`,
      ...years.map((year) => text(`${year}年户籍`, `registered ${year}`)[lang]),
      text(`${last}年常住`, `resident ${last}`)[lang],
    ],
    rows: shown.map(({ code, name }) => [
      name[lang],
      ...years.map((year) => told(code, registered, year)),
      told(code, resident, last),
    ]),
  };
}

/** Who settled by which route and clause over all years, most first. Null where nobody did. */
export function settledTable(
  { input }: RunTold,
  clauseName: (document: string, clause: string) => string,
  lang: Language,
): Table | null {
  const sums = new Map<string, { route: string; clause: string; persons: number }>();
  for (const row of input.settlements.filter(({ area }) => area === 'city')) {
    const key = `${row.route} ${row.document} ${row.clause}`;
    const found = sums.get(key);
    if (found) found.persons += row.persons_mean;
    else
      sums.set(key, {
        route: routeLabel(row, lang),
        clause: clauseName(row.document, row.clause),
        persons: row.persons_mean,
      });
  }
  const all = [...sums.values()].sort((a, b) => b.persons - a.persons);
  const total = all.reduce((sum, row) => sum + row.persons, 0);
  if (!(total > 0)) return null;
  const shown = all.slice(0, MOST_ROUTES);
  const rest = total - shown.reduce((sum, row) => sum + row.persons, 0);
  const line = (name: string, count: number) => [name, persons(count, lang), percent((100 * count) / total, lang)];
  return {
    kind: 'table',
    head: [words.route[lang], words.persons[lang], words.share[lang]],
    rows: [
      ...shown.map((row) => line(`${row.route}${text('：', ': ')[lang]}${row.clause}`, row.persons)),
      ...(all.length > MOST_ROUTES ? [line(text('其他', 'Others')[lang], rest)] : []),
      line(text('合计', 'All')[lang], total),
    ],
  };
}

/** Differences of the headline figures from the base by year, mean over interval. */
export function differenceTable(
  rows: readonly { indicator: string; year: number; mean: number; p05: number; p95: number }[],
  years: readonly number[],
  lang: Language,
): Table {
  const names = headlineNames.map((name) => (isSummed(name) ? `${name}.cumulative` : name));
  const signed = (value: number, shown: string): string => `${value < 0 ? '−' : value > 0 ? '+' : ''}${shown}`;
  const figure = (name: string, value: number, among: readonly number[]): string =>
    isInPoints(name.replace('.cumulative', ''))
      ? signed(value, Math.abs(value).toFixed(2))
      : signed(value, persons(Math.abs(value), lang, among));
  return {
    kind: 'table',
    head: [words.indicator[lang], ...years.map(String)],
    rows: names.map((name) => {
      const plain = name.replace('.cumulative', '');
      const unit = isInPoints(plain) ? text('百分点', 'points')[lang] : unitNames[unitOf(plain)][lang];
      const told = `${indicatorName(plain)[lang]}${name === plain ? '' : words.cumulative[lang]}`;
      return [
        `${told}${text(`（${unit}）`, ` (${unit})`)[lang]}`,
        ...years.map((year) => {
          const row = rows.find((each) => each.indicator === name && each.year === year);
          if (row === undefined || !Number.isFinite(row.mean)) return '–';
          const all = [row.mean, row.p05, row.p95];
          const [mean, low, high] = all.map((value) => figure(name, value, all));
          return `${mean}\n(${low} ${text('至', 'to')[lang]} ${high})`;
        }),
      ];
    }),
  };
}
