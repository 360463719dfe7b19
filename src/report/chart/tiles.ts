import { type Language, text } from '../../language/language.ts';
import { provinceOf } from '../../scenario/city/regions.ts';
import type { ChartInput, Choice, PlaceRates, TilePlace } from '../chart-input.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { classOf, inkOn, type MapClass } from '../map/classes.ts';
import { classesOf, describePlaces, type Measure, NO_DATA, noData, registered } from '../map/measures.ts';
import { bareName, shortName } from '../map/short-name.ts';
import type { Tile } from '../map/tile-grid.ts';
import { wordsOf } from '../parts.ts';
import { series } from '../series.ts';
import { INK, MUTED, WIDTH } from '../theme.ts';

/** Most pixels of a square's side. */
const SIDE = 84;
/** Squares narrower than this have no room for a name. */
const ROOM_FOR_NAME = 40;
/** Pixels that squares without names may take together. */
const FULL_WIDTH = 860;
/** Most pixels of the side of a square in a zone of the nation. */
const ZONE_SIDE = 45;
/** Pixels of a phone's screen that squares may take together. */
const PHONE = 318;
const NAME_SIZE = 10;
const LINE = 12;
const FIGURE_SIZE = 13;
const FIGURE_LINE = 16;
/** Size of figures in squares too low for more, and of those in the smallest, narrower than this many pixels. */
const SMALL_FIGURE = 11;
const LEAST_FIGURE = 10;
const ROOM_FOR_FIGURE = 18;
const EDGE = 4;
const NONE = '—';
/** Part of a square left free between it and the next. */
const GAP = 0.04;

/** What the names of views of squares begin with: a narrow screen makes them smaller, and square they stay. */
export const TILES = 'tiles';

const words = {
  places: text('各地', 'All places'),
  note: text(
    '每个方格一个地方，相邻者尽量相邻，大小与面积、人口无关',
    'A square for each place, neighbours kept near; size says nothing of land or people',
  ),
  mean: text('数字为模拟平均（%）；每档含下限', 'figures: mean of replicates, percent; a class holds its lower bound'),
  borders: text('粗线：省界', 'thick lines: borders of provinces'),
  zones: text(
    '每个方格一个地方，每片之内相邻者尽量相邻，大小与面积、人口无关',
    'A square for each place, neighbours of one zone kept near; size says nothing of land or people',
  ),
  place: text('地方', 'place'),
  value: text('数值', 'value'),
  interval: text('90%的模拟结果', '90 % of replicates'),
};

/** The registered rate of every area in the last year, or the year chosen, as squares with the figure in them. Null where no squares are known. */
export function tilesChart(input: ChartInput, lang: Language, { year }: Choice = {}): ChartSpec | null {
  const tiles = input.tiles?.areas ?? [];
  const rates = tiles.flatMap(({ code, name }) => areaRates(input, code, name));
  return tileChart(input, lang, { tiles, rates, year, hasBorders: false, measure: registered });
}

/** The same of every place of the nation: smaller squares, within the borders of provinces. */
export function tilesPlacesChart(input: ChartInput, lang: Language, { year }: Choice = {}): ChartSpec | null {
  return tileChart(input, lang, placesDrawn(input, year));
}

const placesDrawn = ({ tiles, places = [] }: ChartInput, year: number | undefined): Drawn => ({
  tiles: tiles?.places ?? [],
  rates: places,
  year,
  hasBorders: true,
  measure: registered,
});

/** Every place of the nation for narrow screens: zone below zone, their squares wide enough for a name. */
export function tilesZonesChart(input: ChartInput, lang: Language, { year }: Choice = {}): ChartSpec | null {
  const drawn = placesDrawn(input, year);
  const { zones = [], places = [] } = input.tiles ?? {};
  if (zones.length === 0 || drawn.rates.length === 0) return null;
  const named = new Map(places.map((tile) => [tile.code, tile.name]));
  const rated = new Set(drawn.rates.map(({ code }) => code));
  const legend = { orient: 'top', hasMissing: places.some(({ code }) => !rated.has(code)) } as const;
  return {
    ...headOf(input, lang, { ...drawn, notes: [words.zones[lang], ...notesOf(drawn, lang)] }),
    columns: 1,
    spacing: 20,
    concat: zones.map(({ name, tiles }, i) => {
      const own = tiles.map((tile) => ({ ...tile, name: named.get(tile.code)! }));
      const side = Math.min(ZONE_SIDE, Math.floor(PHONE / extent(own).columns));
      return {
        title: { text: name[lang], frame: 'group', fontSize: 12, offset: 6 },
        ...tileView(input, lang, { ...drawn, tiles: own }, { side, letters: 'short', legend }),
        name: `${TILES}-${i}`,
      };
    }),
  } as unknown as ChartSpec;
}

/** What squares are drawn of. */
type Tiled = Pick<ChartInput, 'areas' | 'parts'> & {
  readonly scenario: Pick<ChartInput['scenario'], 'title' | 'endYear'>;
};

/** Rates of an area of the tables, as a map shows them. */
function areaRates(input: ChartInput, code: string, name: PlaceRates['name']): PlaceRates[] {
  const rows = series(input, 'registered_urbanization_rate', code);
  if (rows.length < 2) return [];
  const of = (end: 'p05' | 'mean' | 'p95') => rows.map((row) => row[end]);
  const rate = { p05: of('p05'), mean: of('mean'), p95: of('p95') };
  return [{ code, name, years: rows.map((row) => row.year), registered: rate, resident: rate }];
}

/** Something shown of every square. */
interface Drawn {
  readonly tiles: readonly TilePlace[];
  readonly rates: readonly PlaceRates[];
  readonly year: number | undefined;
  readonly hasBorders: boolean;
  readonly measure: Measure;
  /** Instead of the name of the parts and of the measure. */
  readonly title?: string;
  readonly topic?: string;
  readonly notes?: readonly string[];
}

/** Squares in the colour of their class with the figure in them; null with fewer than two, or without a figure. */
export function tileChart(input: Tiled, lang: Language, drawn: Drawn): ChartSpec | null {
  const { tiles, rates } = drawn;
  if (tiles.length < 2 || rates.length === 0) return null;
  const { columns } = extent(tiles);
  const named = Math.min(SIDE, Math.floor(WIDTH / columns));
  const hasNames = named >= ROOM_FOR_NAME;
  const letters = hasNames ? 'lines' : 'figures';
  return {
    ...headOf(input, lang, { ...drawn, notes: [words.note[lang], ...notesOf(drawn, lang)] }),
    ...tileView(input, lang, drawn, { side: hasNames ? named : Math.floor(FULL_WIDTH / columns), letters }),
  } as unknown as ChartSpec;
}

const notesOf = ({ notes, hasBorders }: Drawn, lang: Language): string[] => [
  ...(notes ?? [words.mean[lang]]),
  hasBorders ? words.borders[lang] : '',
];

function headOf(
  input: Tiled,
  lang: Language,
  { title, topic, notes = [], rates, measure, hasBorders, ...rest }: Drawn,
) {
  const { year = input.scenario.endYear } = rest;
  const base = baseOf(rates);
  const heading = (hasBorders ? words.places : wordsOf(input).heading)[lang];
  return head(input, lang, {
    title: title ?? `${heading}${text('：', ': ')[lang]}${measure.title(year, base, lang)}`,
    ...(topic === undefined ? {} : { topic }),
    notes,
    description: describePlaces(measure, { places: rates, year, base }, lang),
  });
}

const baseOf = (rates: readonly PlaceRates[]): number => Math.min(...rates.map(({ years }) => years[0]));

/** Columns and rows that squares take. */
const extent = (tiles: readonly Tile[]): { columns: number; rows: number } => ({
  columns: Math.max(...tiles.map(({ column }) => column)) + 1,
  rows: Math.max(...tiles.map(({ row }) => row)) + 1,
});

interface Look {
  /** Of a square in pixels. */
  readonly side: number;
  readonly letters: Letters;
  /** One for squares of several views: where it stands, and whether it has an entry for places without a figure. */
  readonly legend?: LegendOf;
}

interface LegendOf {
  readonly orient: 'top' | 'bottom';
  readonly hasMissing: boolean;
}

function tileView(input: Tiled, lang: Language, drawn: Drawn, { side, letters, legend }: Look) {
  const { tiles, rates, year = input.scenario.endYear, hasBorders, measure } = drawn;
  const { columns, rows } = extent(tiles);
  const values = squares(input, drawn, { year, side, letters }, lang);
  const axis = (to: number, isDown: boolean) => ({
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: isDown ? [to, 0] : [0, to], nice: false, zero: false },
  });
  const [x, y] = [axis(columns, false), axis(rows, true)];
  const own: LegendOf = { orient: 'bottom', hasMissing: values.some(({ value }) => value === null) };
  return {
    name: TILES,
    width: side * columns,
    height: side * rows,
    data: { values },
    layer: [
      {
        mark: { type: 'rect', stroke: 'white', strokeWidth: 0.5 },
        encoding: {
          x: { ...x, field: 'left' },
          x2: { field: 'right' },
          y: { ...y, field: 'top' },
          y2: { field: 'bottom' },
          color: colour(classesOf(measure, rates), legend ?? own, lang),
          tooltip: [
            { field: 'name', title: words.place[lang] },
            { field: 'figure', title: words.value[lang] },
            { field: 'interval', title: words.interval[lang] },
          ],
        },
      },
      ...(hasBorders ? [borderLayer(tiles, x, y)] : []),
      ...letterLayers(x, y, side, letters),
    ],
  };
}

/** What stands in a square: its name in lines and the figure, a name of one line and the figure, or the figure alone. */
type Letters = 'lines' | 'short' | 'figures';

/** Where a text stands: the field of its height, and how far from there. */
interface Placed {
  readonly y: string;
  readonly dy: number;
  readonly lineHeight?: number;
  readonly limit?: number;
}

/** Texts on squares. */
export function letterLayers(x: object, y: object, side: number, letters: Letters): Layer[] {
  const mark = { type: 'text' as const, tooltip: null, baseline: 'middle' as const };
  const encoding = { x: { ...x, field: 'x' }, color: { field: 'ink', type: 'nominal' as const, scale: null } };
  const figure = { field: 'shown', type: 'nominal' as const };
  if (letters === 'figures') {
    const fontSize = side < ROOM_FOR_FIGURE ? LEAST_FIGURE : SMALL_FIGURE;
    return [
      { mark: { ...mark, fontSize }, encoding: { ...encoding, y: { ...y, field: 'y' }, text: figure } },
    ] as Layer[];
  }
  const isLow = side < ROOM_FOR_NAME;
  const apart = isLow ? Math.round(0.22 * side) : FIGURE_LINE / 2;
  const [name, number]: [Placed, Placed] =
    letters === 'lines'
      ? [
          { y: 'name_y', dy: 0, lineHeight: LINE },
          { y: 'figure_y', dy: 0 },
        ]
      : [
          { y: 'y', dy: -apart, limit: side - EDGE },
          { y: 'y', dy: apart },
        ];
  const layer = ({ y: field, ...place }: Placed, fontSize: number, shown: object) => ({
    mark: { ...mark, ...place, fontSize },
    encoding: { ...encoding, y: { ...y, field }, text: shown },
  });
  return [
    layer(name, NAME_SIZE, { field: letters }),
    layer(number, isLow ? SMALL_FIGURE : FIGURE_SIZE, figure),
  ] as unknown as Layer[];
}

/** A row a square: where it lies, what stands in it and what the pointer tells. */
function squares(
  input: Tiled,
  { tiles, rates, measure }: Drawn,
  { year, side, letters }: Look & { readonly year: number },
  lang: Language,
) {
  const classes = classesOf(measure, rates);
  const byCode = new Map(rates.map((place) => [place.code, place]));
  const codes = new Set(input.areas.map(({ code }) => code));
  const hasNames = letters !== 'figures';
  return tiles.map(({ code, name, column, row }) => {
    const place = byCode.get(code);
    const found = place === undefined ? null : measure.of(place, year);
    const lines = letters === 'lines' ? shortName(name, lang, side - EDGE, NAME_SIZE, lang === 'zh' ? 2 : 3) : [];
    const tall = lines.length * LINE + FIGURE_LINE;
    const named = found === null ? noData[lang] : classOf(found.value, classes);
    return {
      code,
      area: codes.has(code) ? code : provinceOf(code),
      name: name[lang],
      year,
      value: found === null ? null : Number(found.value.toFixed(2)),
      p05: found?.interval?.[0] ?? null,
      p95: found?.interval?.[1] ?? null,
      class: named,
      figure: found === null ? noData[lang] : measure.format(found.value, lang),
      interval: found?.interval?.map((end) => end.toFixed(1)).join('–') ?? NONE,
      shown: found === null ? NONE : (measure.short?.(place!, year) ?? found.value.toFixed(hasNames ? 1 : 0)),
      lines,
      short: hasNames ? bareName(name, lang) : '',
      ink: inkOn(classes.find((each) => each.name === named)?.colour ?? NO_DATA),
      left: column + GAP / 2,
      right: column + 1 - GAP / 2,
      top: row + GAP / 2,
      bottom: row + 1 - GAP / 2,
      x: column + 0.5,
      y: row + 0.5,
      name_y: row + 0.5 + (LINE - tall) / 2 / side,
      figure_y: row + 0.5 + (letters === 'lines' ? (tall - FIGURE_LINE) / 2 / side : 0),
    };
  });
}

function colour(classes: readonly MapClass[], { orient, hasMissing }: LegendOf, lang: Language) {
  return {
    field: 'class',
    type: 'nominal' as const,
    scale: {
      domain: [...classes.map(({ name }) => name), ...(hasMissing ? [noData[lang]] : [])],
      range: [...classes.map(({ colour: each }) => each), ...(hasMissing ? [NO_DATA] : [])],
    },
    legend: {
      title: null,
      orient,
      direction: 'horizontal' as const,
      columns: 5,
      symbolType: 'square',
      symbolSize: 160,
      symbolStrokeWidth: 0.5,
      symbolStrokeColor: MUTED,
      columnPadding: 12,
    },
  };
}

/** Lines where squares of two provinces, or of one and nothing, meet. */
function borderLayer(tiles: readonly TilePlace[], x: object, y: object): Layer {
  const at = new Map(tiles.map(({ code, column, row }) => [`${column} ${row}`, provinceOf(code)]));
  const lines = tiles.flatMap(({ code, column, row }) => {
    const own = provinceOf(code);
    const side = (toColumn: number, toRow: number, line: readonly [number, number, number, number]) => {
      const other = at.get(`${toColumn} ${toRow}`);
      // a line between two squares is drawn by one of them
      if (other === own || (other !== undefined && (toColumn < column || toRow < row))) return [];
      const [left, top, right, bottom] = line;
      return [{ left, top, right, bottom }];
    };
    return [
      ...side(column + 1, row, [column + 1, row, column + 1, row + 1]),
      ...side(column - 1, row, [column, row, column, row + 1]),
      ...side(column, row + 1, [column, row + 1, column + 1, row + 1]),
      ...side(column, row - 1, [column, row, column + 1, row]),
    ];
  });
  return {
    data: { values: lines },
    mark: { type: 'rule', color: INK, strokeWidth: 1.2, strokeCap: 'round', tooltip: null },
    encoding: {
      x: { ...x, field: 'left' },
      y: { ...y, field: 'top' },
      x2: { field: 'right' },
      y2: { field: 'bottom' },
    },
  } as unknown as Layer;
}
