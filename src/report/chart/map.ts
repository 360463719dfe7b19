import { type Language, marks, text } from '../../language/language.ts';
import { provinceOf } from '../../scenario/city/regions.ts';
import type { ChartInput, Choice, Outlines, PlaceRates } from '../chart-input.ts';
import { percent, withPoints } from '../format.ts';
import { type ChartSpec, head } from '../head.ts';
import { changeClasses, classOf, type MapClass, rateClasses } from '../map/classes.ts';
import { INK, MUTED, WIDTH } from '../theme.ts';

/** Height over width of a map. */
const SHAPE = 0.76;
const SMALL = 312;
const NO_DATA = '#d0d0d0';
const MISSING = { zh: '无数据', en: 'no data' } as const;
/** Conic of equal area, as maps of China are drawn: parallels and meridian as in its atlases. */
const projection = { type: 'conicEqualArea', parallels: [25, 47], rotate: [-105, 0, 0] } as const;

/** What a map shows of a place in a year: a value, and the ends of its interval where it has one. */
interface Shown {
  readonly value: number;
  readonly interval?: readonly [number, number];
}

interface Measure {
  readonly title: (year: number, base: number, lang: Language) => string;
  readonly classes: (values: readonly number[]) => MapClass[];
  readonly of: (place: PlaceRates, year: number) => Shown | null;
  readonly format: (value: number, lang: Language) => string;
}

const rateOf =
  (rate: 'resident' | 'registered'): Measure['of'] =>
  (place, year) => {
    const y = place.years.indexOf(year);
    const { p50, p05, p95 } = place[rate];
    return y < 0 ? null : { value: p50[y], interval: [p05[y], p95[y]] };
  };

const registered: Measure = {
  title: (year, _base, lang) =>
    text(`${year}年户籍人口城镇化率（%）`, `Registered urbanization rate in ${year} (percent)`)[lang],
  classes: rateClasses,
  of: rateOf('registered'),
  format: percent,
};

const resident: Measure = {
  title: (year, _base, lang) =>
    text(`${year}年常住人口城镇化率（%）`, `Resident urbanization rate in ${year} (percent)`)[lang],
  classes: rateClasses,
  of: rateOf('resident'),
  format: percent,
};

const change: Measure = {
  title: (year, base, lang) =>
    text(
      `${base}–${year}年户籍人口城镇化率的变化（百分点）`,
      `Change of the registered rate, ${base} to ${year} (points)`,
    )[lang],
  classes: changeClasses,
  of: (place, year) => {
    const [start, end] = [rateOf('registered')(place, place.years[0]), rateOf('registered')(place, year)];
    return start === null || end === null ? null : { value: end.value - start.value };
  },
  format: (value, lang) => withPoints(`${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`, lang),
};

const words = {
  map: { zh: '各地户籍人口城镇化率', en: 'Registered urbanization rate by place' },
  others: {
    zh: '各地常住人口城镇化率与户籍城镇化率的变化',
    en: 'Resident rate, and change of the registered rate, by place',
  },
  median: { zh: '模拟中位数；每档含下限', en: 'median of replicates; a class holds its lower bound' },
  highest: (names: string) => text(`最高：${names}`, `Highest: ${names}`),
  lowest: (names: string) => text(`最低：${names}`, `lowest: ${names}`),
  place: text('地方', 'place'),
  value: text('数值', 'value'),
  interval: text('90%的模拟结果', '90 % of replicates'),
};

/** Map of the registered rate of every place in the last year, or the year chosen. Null without outlines, or of a single place. */
export function mapChart(input: ChartInput, lang: Language, choice: Choice = {}): ChartSpec | null {
  const drawn = drawable(input, choice);
  if (drawn === null) return null;
  return chartOf(input, lang, drawn, words.map[lang], [{ measure: registered, width: WIDTH, isTitled: false }]);
}

/** Two smaller maps: the resident rate, and how the registered rate has changed since the base year. */
export function mapOthersChart(input: ChartInput, lang: Language, choice: Choice = {}): ChartSpec | null {
  const drawn = drawable(input, choice);
  if (drawn === null) return null;
  return chartOf(input, lang, drawn, words.others[lang], [
    { measure: resident, width: SMALL, isTitled: true },
    { measure: change, width: SMALL, isTitled: true },
  ]);
}

interface Drawable {
  readonly outlines: Outlines;
  readonly places: readonly PlaceRates[];
  /** The area of the page a place is, or lies in. */
  readonly areaOf: (place: string) => string;
  readonly year: number;
  readonly base: number;
}

function drawable(
  { outlines, places = [], areas, scenario }: ChartInput,
  { year = scenario.endYear }: Choice,
): Drawable | null {
  if (outlines === undefined || places.length === 0) return null;
  const codes = new Set(areas.map(({ code }) => code));
  const areaOf = (code: string): string => (codes.has(code) ? code : provinceOf(code));
  return { outlines, places, areaOf, year, base: Math.min(...places.map(({ years }) => years[0])) };
}

interface View {
  readonly measure: Measure;
  readonly width: number;
  readonly isTitled: boolean;
}

function chartOf(input: ChartInput, lang: Language, drawn: Drawable, title: string, views: readonly View[]): ChartSpec {
  const { outlines, year, base } = drawn;
  const only = views.length === 1 ? views[0].measure.title(year, base, lang) : title;
  const { feature } = outlines;
  return {
    ...head(input, lang, {
      title: only,
      notes: [words.median[lang], outlines.source[lang]],
      description: views.map(({ measure }) => describe(measure, drawn, lang)).join(marks.gap[lang]),
    }),
    datasets: { outlines: outlines.geometry },
    ...(views.length === 1
      ? view(views[0], drawn, lang, feature)
      : {
          columns: views.length,
          spacing: 16,
          concat: views.map((each) => view(each, drawn, lang, feature)),
          resolve: { scale: { color: 'independent' }, legend: { color: 'independent' } },
        }),
  } as unknown as ChartSpec;
}

function view(
  { measure, width, isTitled }: View,
  { outlines, places, areaOf, year, base }: Drawable,
  lang: Language,
  feature: string | null,
) {
  const shown = places.flatMap((place) => {
    const found = measure.of(place, year);
    return found === null ? [] : [{ place, ...found }];
  });
  // the classes stay when another year is chosen
  const everyYear = places.flatMap((place) => place.years.flatMap((each) => measure.of(place, each)?.value ?? []));
  const classes = measure.classes(everyYear);
  const codes = new Set(shown.map(({ place }) => place.code));
  const hasMissing = outlines.codes.some((code) => code !== '' && !codes.has(code));
  const values = shown.map(({ place, value, interval }) => ({
    code: place.code,
    area: areaOf(place.code),
    name: place.name[lang],
    year,
    value: Number(value.toFixed(2)),
    ...(interval === undefined ? {} : { p05: interval[0], p95: interval[1] }),
    class: classOf(value, classes),
    figure: measure.format(value, lang),
    ...(interval === undefined ? {} : { interval: `${interval[0].toFixed(1)}–${interval[1].toFixed(1)}` }),
  }));
  const data = {
    name: 'outlines',
    format: feature === null ? { type: 'json', property: 'features' } : { type: 'topojson', feature },
  };
  const domain = [...classes.map(({ name }) => name), ...(hasMissing ? [MISSING[lang]] : [])];
  const range = [...classes.map(({ colour }) => colour), ...(hasMissing ? [NO_DATA] : [])];
  const hasInterval = values.some(({ interval }) => interval !== undefined);
  const fields = ['class', 'name', 'figure', 'area', ...(hasInterval ? ['interval'] : [])];
  return {
    width,
    height: Math.round(width * SHAPE),
    ...(isTitled
      ? {
          title: {
            text: measure.title(year, base, lang),
            fontSize: 12,
            frame: 'group',
            anchor: 'start',
            color: INK,
            offset: 8,
          },
        }
      : {}),
    projection: { ...projection },
    layer: [
      {
        data,
        transform: [
          { calculate: 'datum.properties.code', as: 'code' },
          { filter: "datum.code !== ''" },
          { lookup: 'code', from: { data: { values }, key: 'code', fields } },
          { calculate: `isValid(datum.class) ? datum.class : '${MISSING[lang]}'`, as: 'shown' },
          { calculate: `isValid(datum.name) ? datum.name : datum.properties.name`, as: 'place' },
        ],
        mark: { type: 'geoshape', stroke: 'white', strokeWidth: 0.5 },
        encoding: {
          color: {
            field: 'shown',
            type: 'nominal',
            scale: { domain, range },
            legend: {
              title: null,
              orient: 'bottom',
              direction: 'horizontal',
              columns: width > SMALL ? domain.length : 4,
              symbolType: 'square',
              symbolSize: 160,
              symbolStrokeWidth: 0.5,
              symbolStrokeColor: MUTED,
              columnPadding: 12,
            },
          },
          tooltip: [
            { field: 'place', title: words.place[lang] },
            { field: 'figure', title: words.value[lang] },
            ...(hasInterval ? [{ field: 'interval', title: words.interval[lang] }] : []),
          ],
        },
      },
      {
        data,
        transform: [{ filter: "datum.properties.code === ''" }],
        mark: { type: 'geoshape', filled: false, stroke: MUTED, strokeWidth: 0.8, tooltip: null },
      },
    ],
  };
}

/** Places named at either end. */
const NAMED = 3;

function describe(measure: Measure, { places, year, base }: Drawable, lang: Language): string {
  const all = places
    .map((place) => ({ name: place.name[lang], value: measure.of(place, year)?.value ?? Number.NaN }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => b.value - a.value);
  const told = (list: typeof all) =>
    list.map(({ name, value }) => `${name} ${measure.format(value, lang)}`).join(marks.comma[lang]);
  const [top, bottom] = [all.slice(0, NAMED), all.slice(-NAMED).reverse()];
  const ends = [words.highest(told(top))[lang], ...(all.length > NAMED ? [words.lowest(told(bottom))[lang]] : [])];
  return `${measure.title(year, base, lang)}${marks.colon[lang]}${ends.join(marks.semicolon[lang])}${marks.stop[lang]}`;
}
