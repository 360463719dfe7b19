import { type Language, marks, text } from '../../language/language.ts';
import { provinceOf } from '../../scenario/city/regions.ts';
import type { ChartInput, Choice, Outlines, PlaceRates } from '../chart-input.ts';
import { type ChartSpec, head } from '../head.ts';
import { changeClasses, classOf } from '../map/classes.ts';
import {
  change,
  classesOf,
  describePlaces,
  type Measure,
  NO_DATA,
  noData,
  registered,
  resident,
} from '../map/measures.ts';
import { placeLabels } from '../map/place-labels.ts';
import { INK, MUTED, WIDTH } from '../theme.ts';

/** Height over width of a map. */
const SHAPE = 0.76;
const SMALL = 312;
const LABEL_SIZE = 10;
/** Conic of equal area, as maps of China are drawn: parallels and meridian as in its atlases. */
const projection = { type: 'conicEqualArea', parallels: [25, 47], rotate: [-105, 0, 0] } as const;

const words = {
  others: {
    zh: '各地常住人口城镇化率与户籍城镇化率的变化',
    en: 'Resident rate, and change of the registered rate, by place',
  },
  mean: { zh: '模拟平均；每档含下限', en: 'Mean of replicates; a class holds its lower bound' },
  place: text('地方', 'place'),
  value: text('数值', 'value'),
  interval: text('90%的模拟结果', '90 % of replicates'),
};

/** Map of the registered rate of every place in the last year, or the year chosen. Null without outlines, or of a single place. */
export function mapChart(input: ChartInput, lang: Language, choice: Choice = {}): ChartSpec | null {
  const drawn = drawable(input, choice);
  if (drawn === null) return null;
  return chartOf(input, lang, drawn, registered.title(drawn.year, drawn.base, lang), [
    { measure: registered, width: WIDTH, isTitled: false },
  ]);
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

/** A change of every place, on a map that shows nothing else. */
interface ChangeMapped {
  readonly scenario: Pick<ChartInput['scenario'], 'title'>;
  readonly outlines: Outlines;
  /** In points. */
  readonly values: readonly { readonly code: string; readonly name: PlaceRates['name']; readonly value: number }[];
  readonly title: string;
  readonly note: string;
}

/** Map of what something changes in each place; grey where nothing is known. */
export function changeMap({ scenario, outlines, values, title, note }: ChangeMapped, lang: Language): ChartSpec {
  const none = { p05: [], mean: [], p95: [] };
  const places = values.map(({ code, name }) => ({ code, name, years: [0], resident: none, registered: none }));
  const byCode = new Map(values.map(({ code, value }) => [code, value]));
  const measure: Measure = {
    title: () => title,
    classes: changeClasses,
    of: ({ code }) => ({ value: byCode.get(code)! }),
    format: change.format,
  };
  const drawn = { outlines, places, areaOf: (code: string) => code, year: 0, base: 0 };
  return chartOf({ scenario }, lang, drawn, title, [{ measure, width: WIDTH, isTitled: false }], note);
}

function chartOf(
  input: Pick<ChangeMapped, 'scenario'>,
  lang: Language,
  drawn: Drawable,
  title: string,
  views: readonly View[],
  note = words.mean[lang],
): ChartSpec {
  return {
    ...head(input, lang, {
      title,
      notes: [note],
      source: drawn.outlines.source[lang],
      description: views.map(({ measure }) => describePlaces(measure, drawn, lang)).join(marks.gap[lang]),
    }),
    datasets: { outlines: drawn.outlines.geometry },
    ...(views.length === 1
      ? mapView(views[0], drawn, lang)
      : {
          columns: views.length,
          spacing: 16,
          concat: views.map((view) => mapView(view, drawn, lang)),
          resolve: { scale: { color: 'independent' }, legend: { color: 'independent' } },
        }),
  } as unknown as ChartSpec;
}

function mapView(view: View, drawn: Drawable, lang: Language) {
  const { measure, width, isTitled } = view;
  const height = Math.round(width * SHAPE);
  const title = {
    text: measure.title(drawn.year, drawn.base, lang),
    fontSize: 12,
    frame: 'group',
    anchor: 'start',
    color: INK,
    offset: 8,
  };
  const { feature } = drawn.outlines;
  const data = { name: 'outlines', ...(feature === null ? {} : { format: { type: 'topojson', feature } }) };
  const rows = placeRows(measure, drawn, lang);
  return {
    width,
    height,
    ...(isTitled ? { title } : {}),
    projection: { ...projection },
    layer: [
      areas(data, rows, view, drawn, lang),
      {
        data,
        transform: [{ filter: "datum.properties.code === ''" }],
        mark: { type: 'geoshape', filled: false, stroke: MUTED, strokeWidth: isTitled ? 0.5 : 0.8, tooltip: null },
      },
      ...(isTitled ? [] : labels(rows, drawn, [width, height])),
    ],
  };
}

/** What is looked up for each outline. */
function placeRows(measure: Measure, { places, areaOf, year }: Drawable, lang: Language) {
  const classes = classesOf(measure, places);
  return places.flatMap((place) => {
    const shown = measure.of(place, year);
    if (shown === null) return [];
    const { value, interval } = shown;
    const [p05, p95] = interval ?? [];
    return [
      {
        code: place.code,
        area: areaOf(place.code),
        name: place.name[lang],
        year,
        value: Number(value.toFixed(2)),
        ...(interval === undefined ? {} : { p05, p95, interval: interval.map((end) => end.toFixed(1)).join('–') }),
        class: classOf(value, classes),
        figure: measure.format(value, lang),
      },
    ];
  });
}

type PlaceRow = ReturnType<typeof placeRows>[number];

/** Areas in the colour of their class; grey, and said to be, where there is no figure. */
function areas(
  data: object,
  values: readonly PlaceRow[],
  { measure, width }: View,
  { outlines, places }: Drawable,
  lang: Language,
) {
  const classes = classesOf(measure, places);
  const codes = new Set(values.map(({ code }) => code));
  const hasMissing = outlines.codes.some((code) => code !== '' && !codes.has(code));
  const domain = [...classes.map(({ name }) => name), ...(hasMissing ? [noData[lang]] : [])];
  const range = [...classes.map(({ colour }) => colour), ...(hasMissing ? [NO_DATA] : [])];
  const hasInterval = values.some((row) => 'interval' in row);
  const fields = ['class', 'name', 'figure', 'area', ...(hasInterval ? ['interval'] : [])];
  const legend = {
    title: null,
    orient: 'bottom',
    direction: 'horizontal',
    columns: width > SMALL ? domain.length : 4,
    symbolType: 'square',
    symbolSize: 160,
    symbolStrokeWidth: 0.5,
    symbolStrokeColor: MUTED,
    columnPadding: 12,
  };
  return {
    data,
    transform: [
      { calculate: 'datum.properties.code', as: 'code' },
      { filter: "datum.code !== ''" },
      { lookup: 'code', from: { data: { values }, key: 'code', fields } },
      { calculate: `isValid(datum.class) ? datum.class : '${noData[lang]}'`, as: 'shown' },
      { calculate: 'isValid(datum.name) ? datum.name : datum.properties.name', as: 'place' },
    ],
    mark: { type: 'geoshape', stroke: 'white', strokeWidth: width > SMALL ? 0.5 : 0.2 },
    encoding: {
      color: { field: 'shown', type: 'nominal', scale: { domain, range }, legend },
      tooltip: [
        { field: 'place', title: words.place[lang] },
        { field: 'figure', title: words.value[lang] },
        ...(hasInterval ? [{ field: 'interval', title: words.interval[lang] }] : []),
      ],
    },
  };
}

/** Names and figures on the areas, where they are few; white around them, so that they are read on any colour. */
function labels(rows: readonly PlaceRow[], { outlines }: Drawable, size: readonly [number, number]) {
  const lines = new Map(rows.map(({ code, name, value }) => [code, [name, value.toFixed(1)]]));
  const values = placeLabels(outlines, (code) => lines.get(code) ?? [], size, LABEL_SIZE);
  if (values.length === 0) return [];
  const encoding = {
    longitude: { field: 'longitude', type: 'quantitative' },
    latitude: { field: 'latitude', type: 'quantitative' },
    text: { field: 'lines' },
  };
  const mark = { type: 'text', fontSize: LABEL_SIZE, lineHeight: 12, baseline: 'middle', dy: -6, tooltip: null };
  return [
    { data: { values }, mark: { ...mark, stroke: 'white', strokeWidth: 3, strokeJoin: 'round' }, encoding },
    { data: { values }, mark: { ...mark, color: INK }, encoding },
  ];
}
