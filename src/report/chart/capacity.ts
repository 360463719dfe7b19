import { ticks } from 'd3-array';
import { type Language, marks, text } from '../../language/language.ts';
import { type SchoolStageName, schoolStages } from '../../population/codes.ts';
import type { ChartInput, IndicatorRow } from '../chart-input.ts';
import { hoverPoints, niceDomain, yearChannel } from '../fan.ts';
import { withInterval } from '../finding.ts';
import { axisTitle, countAxis, persons } from '../format.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { flowSeries } from '../series.ts';
import { INK, MUTED, palette } from '../theme.ts';

const PANEL_WIDTH = 190;
const PANEL_HEIGHT = 140;
const TICKS = 4;

/** A service that can run out: who asks for it (of dwellings: who has one), what there is, and who goes without. */
interface Service {
  readonly demand: string;
  readonly capacity: string;
  readonly short: string;
}

const services: Readonly<Record<string, Service>> = {
  ...Object.fromEntries(schoolStages.map((name) => [name, stage(name)])),
  rental: {
    demand: 'public_rental_occupied',
    capacity: 'public_rental_stock',
    short: 'public_rental_waiting',
  },
};

function stage(name: string): Service {
  return {
    demand: `school_places_asked.${name}`,
    capacity: `school_places.${name}`,
    short: `school_places_short.${name}`,
  };
}

const words = {
  zh: {
    title: '公共服务：需求、容量与缺口',
    notes: ['蓝线与阴影：需求平均与90%的模拟结果', '黑虚线：容量（平均）', '红柱：得不到服务者（平均）'],
    county: '各县区缺口相加，别处的空位不能弥补；公租房：在租、房源、轮候',
    names: {
      preschool: '城镇学前教育（人）',
      primary: '城镇小学学位（人）',
      junior: '城镇初中学位（人）',
      senior: '城镇高中阶段学位（人）',
      rental: '公租房（户）',
    },
    bare: {
      preschool: { name: '城镇学前教育学位', unit: 'persons' },
      primary: { name: '城镇小学学位', unit: 'persons' },
      junior: { name: '城镇初中学位', unit: 'persons' },
      senior: { name: '城镇高中阶段学位', unit: 'persons' },
      rental: { name: '公租房', unit: 'dwellings' },
    },
    none: '无缺口',
    short: (year: number, n: string) => `${year}年缺${n}`,
    year: '年份',
    demand: '需求',
    capacity: '容量',
    missing: '缺口',
  },
  en: {
    title: 'Services: demand, capacity and shortfall',
    notes: [
      'Blue line and shade: demand, mean and 90 % of replicates',
      'black dashes: capacity (mean)',
      'red bars: who goes without (mean)',
    ],
    county:
      'shortfalls of counties added up: room elsewhere does not make up for them; public rental: let, stock, waiting',
    names: {
      preschool: 'Town preschool (children)',
      primary: 'Town primary school (pupils)',
      junior: 'Town junior secondary (pupils)',
      senior: 'Town senior secondary (pupils)',
      rental: 'Public rental (households)',
    },
    bare: {
      preschool: { name: 'preschool', unit: 'persons' },
      primary: { name: 'primary schools', unit: 'persons' },
      junior: { name: 'junior secondary schools', unit: 'persons' },
      senior: { name: 'senior secondary schools', unit: 'persons' },
      rental: { name: 'public rental', unit: 'dwellings' },
    },
    none: 'nobody goes without',
    short: (year: number, n: string) => `${n} short in ${year}`,
    year: 'year',
    demand: 'demand',
    capacity: 'capacity',
    missing: 'short',
  },
} as const;
type Name = SchoolStageName | 'rental';

interface Rows {
  readonly demand: readonly IndicatorRow[];
  readonly capacity: readonly IndicatorRow[];
  readonly short: readonly IndicatorRow[];
}

/**
 * A panel for each service that can run out in towns: school places by stage and public rental. Demand as a fan, capacity as a line,
 * those who go without as bars. Draws those that are in the tables for two years or more; null when none is.
 */
export function capacityChart(input: ChartInput, lang: Language): ChartSpec | null {
  const present = Object.entries(services).flatMap(([name, { demand, capacity, short }]) => {
    const rows = {
      demand: flowSeries(input, demand),
      capacity: flowSeries(input, capacity),
      short: flowSeries(input, short),
    };
    const asked = rows.demand.some(({ p95 }) => p95 > 0);
    return asked && Object.values(rows).every((each) => each.length > 1) ? [{ name: name as Name, rows }] : [];
  });
  if (present.length === 0) return null;
  return {
    ...head(input, lang, {
      title: finding(present, lang),
      topic: words[lang].title,
      notes: [...words[lang].notes, words[lang].county],
      description: present.map(({ name, rows }) => describe(words[lang].names[name], rows, lang)).join(marks.gap[lang]),
    }),
    columns: 3,
    align: 'all',
    spacing: { row: 26, column: 26 },
    concat: present.map(({ name, rows }) => panel(name, rows, lang)),
  };
}

function panel(service: Name, { demand, capacity, short }: Rows, lang: Language) {
  const name = words[lang].names[service];
  const counted = service === 'rental' ? 'households' : 'persons';
  const [from, to] = [capacity[0].year, capacity.at(-1)!.year];
  const largest = [...demand.map(({ p95 }) => p95), ...[...capacity, ...short].map((row) => row.mean)];
  const domain = niceDomain([0, ...largest], TICKS);
  const { unit, labelExpr } = countAxis(domain[1], lang, counted);
  const axis = { ...axisTitle(domain[1] < 10_000 ? '' : unit, lang), labelExpr, values: ticks(...domain, TICKS) };
  const at = new Map(demand.map((row) => [row.year, row]));
  const values = capacity.map(({ year, mean }, i) => {
    const { p05, mean: demanded, p95 } = at.get(year)!;
    return { year, p05, mean: demanded, p95, capacity: mean, short: short[i].mean };
  });
  return {
    width: PANEL_WIDTH,
    height: PANEL_HEIGHT,
    title: {
      text: name,
      subtitle: shortText(short, lang),
      frame: 'group' as const,
      anchor: 'start' as const,
      fontSize: 12,
      color: INK,
      subtitleColor: MUTED,
      offset: 8,
    },
    data: { values },
    layer: layers(yearChannel(from, to), { scale: { domain, nice: false }, axis }, lang),
  };
}

function layers(x: ReturnType<typeof yearChannel>, y: { scale: object; axis: object }, lang: Language): Layer[] {
  const channel = (field: string) => ({ field, type: 'quantitative' as const, title: null, ...y });
  const tooltip = [
    { field: 'year', title: words[lang].year, format: 'd' },
    { field: 'mean', title: words[lang].demand, format: ',.0f' },
    { field: 'capacity', title: words[lang].capacity, format: ',.0f' },
    { field: 'short', title: words[lang].missing, format: ',.0f' },
  ];
  return [
    {
      mark: { type: 'area', opacity: 0.2, color: palette.blue },
      encoding: { x, y: channel('p05'), y2: { field: 'p95' } },
    },
    {
      mark: { type: 'rule', strokeWidth: 6, color: palette.vermillion },
      encoding: { x, y: channel('short'), y2: { datum: 0 }, tooltip },
    },
    { mark: { type: 'line', strokeWidth: 2, color: palette.blue }, encoding: { x, y: channel('mean') } },
    {
      mark: { type: 'line', strokeWidth: 1.8, strokeDash: [5, 3], color: palette.black },
      encoding: { x, y: channel('capacity') },
    },
    hoverPoints(x, channel('mean'), tooltip),
    hoverPoints(x, channel('capacity'), tooltip),
  ];
}

/** What goes short most in the last year, for certain or perhaps, and of how many kinds nothing does. */
function finding(present: readonly { readonly name: Name; readonly rows: Rows }[], lang: Language): string {
  const ends = present.map(({ name, rows }) => ({ name: words[lang].bare[name], end: rows.short.at(-1)! }));
  const { year } = ends[0].end;
  const lacking = ends
    .filter(({ end }) => end.p95 >= 0.5)
    .sort((a, b) => b.end.mean - a.end.mean || b.end.p95 - a.end.p95);
  if (lacking.length === 0)
    return text(
      `到${year}年都不缺：${ends.length}类服务在九成五的模拟中均无缺口`,
      `Nothing runs short by ${year}: all ${ends.length} services suffice in 95 % of replicates`,
    )[lang];
  const told = lacking.map(({ name, end }) => {
    const many = withInterval(end, name.unit, lang);
    return end.p05 >= 0.5
      ? text(`${name.name}缺${many}`, `${name.name} by ${many}`)[lang]
      : text(`${name.name}可能缺${many}`, `${name.name} perhaps by ${many}`)[lang];
  });
  const [shown, others] = [told.slice(0, 2), told.length - 2];
  const more = others > 0 ? text(`，另有${others}类也缺`, `, and ${others} more`)[lang] : '';
  return text(`${year}年${shown.join('，')}${more}`, `In ${year} short: ${shown.join(', ')}${more}`)[lang];
}

/** The worst year, or that there is none. */
function shortText(short: readonly IndicatorRow[], lang: Language): string {
  const worst = short.reduce((most, row) => (row.mean > most.mean ? row : most));
  return worst.mean < 0.5 ? words[lang].none : words[lang].short(worst.year, persons(worst.mean, lang));
}

/** Demand, capacity and shortfall in words. */
function describe(name: string, { demand, capacity, short }: Rows, lang: Language): string {
  const [asked, there] = [demand, capacity]
    .map((rows) => rows.at(-1)!.mean)
    .map((value, _, both) => persons(value, lang, both));
  const { year } = demand.at(-1)!;
  return text(
    `${name}：${year}年需求${asked}，容量${there}，${shortText(short, lang)}。`,
    `${name}: in ${year} demand ${asked}, capacity ${there}; ${shortText(short, lang)}.`,
  )[lang];
}
