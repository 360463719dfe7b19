import { ticks } from 'd3-array';
import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, marks, text } from '../../language/language.ts';
import type { ChartInput, IndicatorRow } from '../chart-input.ts';
import { fanData, fanLayers, niceDomain, yearChannel } from '../fan.ts';
import { withInterval } from '../finding.ts';
import { axisTitle, change, countAxis, persons } from '../format.ts';
import { type ChartSpec, head, shadedNote } from '../head.ts';
import { series } from '../series.ts';
import { INK, MUTED, palette } from '../theme.ts';

const PANEL_WIDTH = 190;
const PANEL_HEIGHT = 140;
const TICKS = 4;

/** Groups of people that services are built for, from the youngest to the oldest. */
const services = ['pupils.preschool', 'pupils.primary', 'pupils.junior', 'pupils.senior', 'age_60_plus_persons'];

const words = {
  zh: {
    title: '公共服务需求人数',
    note: '纵轴各自从零起',
    interval: (p05: string, p95: string) => `，90%区间${p05}至${p95}`,
  },
  en: {
    title: 'People who need public services (persons)',
    note: 'each axis starts at zero',
    interval: (p05: string, p95: string) => `, 90 % of replicates between ${p05} and ${p95}`,
  },
} as const;

/**
 * Small fan charts of the people services are planned for: children and pupils by stage, and people of 60 and over. Draws
 * those that are in the tables for two years or more; null when none is.
 */
export function servicesChart(input: ChartInput, lang: Language): ChartSpec | null {
  const present = services.map((service) => series(input, service)).filter((rows) => rows.length > 1);
  if (present.length === 0) return null;
  const names = present.map((rows) => rows[0].indicator);
  return {
    ...head(input, lang, {
      title: finding(present, lang),
      topic: words[lang].title,
      notes: [shadedNote[lang], words[lang].note],
      description: present.map((rows) => describe(rows, lang)).join(marks.gap[lang]),
    }),
    columns: 3,
    align: 'all',
    spacing: { row: 26, column: 26 },
    concat: present.map((rows) => panel(rows, names, lang)),
  };
}

/** The group that grows most in proportion and the one that shrinks most, as far as the last year's interval leaves no doubt. */
function finding(present: readonly (readonly IndicatorRow[])[], lang: Language): string {
  const changes = present.map((rows) => ({ first: rows[0], last: rows.at(-1)! })).filter(({ first }) => first.mean > 0);
  const by = ({ first, last }: (typeof changes)[number]): number => last.mean / first.mean;
  const sorted = [...changes].sort((a, b) => by(b) - by(a));
  const grown = sorted.find(({ first, last }) => last.p05 > first.mean);
  const shrunk = sorted.findLast(({ first, last }) => last.p95 < first.mean);
  const { year } = present[0].at(-1)!;
  const of = ({ first, last }: (typeof changes)[number]): string =>
    `${indicatorName(first.indicator)[lang]} ${change(first.mean, last.mean, lang)}${text('，', ', ')[lang]}${withInterval(last, 'persons', lang)}`;
  const told = [
    grown === undefined ? '' : text(`增加最多：${of(grown)}`, `grows most: ${of(grown)}`)[lang],
    shrunk === undefined ? '' : text(`减少最多：${of(shrunk)}`, `shrinks most: ${of(shrunk)}`)[lang],
  ].filter((part) => part !== '');
  if (told.length === 0)
    return text(`到${year}年没有哪一类人明显增减`, `By ${year} no group is sure to grow or shrink`)[lang];
  return text(`到${year}年${told.join('；')}`, `By ${year} ${told.join('; ')}`)[lang];
}

/** One fan: the name of the group above it, and how many they are at the start and at the end. Panels share colours. */
function panel(rows: readonly IndicatorRow[], names: readonly string[], lang: Language) {
  const [first, last] = [rows[0], rows.at(-1)!];
  const domain = niceDomain([0, ...rows.map((row) => row.p95)], TICKS);
  const { unit, labelExpr } = countAxis(domain[1], lang);
  const [start, end] = [first.mean, last.mean].map((value, _, both) => persons(value, lang, both));
  return {
    width: PANEL_WIDTH,
    height: PANEL_HEIGHT,
    title: {
      text: indicatorName(first.indicator)[lang],
      subtitle: `${start} → ${end} (${change(first.mean, last.mean, lang)})`,
      frame: 'group' as const,
      fontSize: 12,
      color: INK,
      subtitleColor: MUTED,
      offset: 8,
    },
    data: { values: fanData(rows) },
    layer: fanLayers({
      x: yearChannel(first.year, last.year),
      y: {
        scale: { domain, nice: false },
        axis: { ...axisTitle(unit, lang), labelExpr, values: ticks(...domain, TICKS) },
      },
      indicators: names,
      colours: names.map((name) => (name.startsWith('pupils') ? palette.blue : palette.vermillion)),
      dashes: names.map(() => [1, 0]),
      lang,
    }),
  };
}

/** A fan in words. */
function describe(rows: readonly IndicatorRow[], lang: Language): string {
  const [first, last] = [rows[0], rows.at(-1)!];
  const [start, end, p05, p95] = [first.mean, last.mean, last.p05, last.p95].map((value, _, all) =>
    persons(value, lang, all),
  );
  const name = indicatorName(first.indicator)[lang];
  const interval = words[lang].interval(p05, p95);
  return text(
    `${name}：${first.year}年${start}人，${last.year}年${end}人${interval}。`,
    `${name}: ${start} in ${first.year}, ${end} in ${last.year}${interval}.`,
  )[lang];
}
