import { type Language, text } from '../../language/language.ts';
import { provinceOf } from '../../scenario/city/regions.ts';
import type { ChartInput, Choice, PlaceRates, TilePlace } from '../chart-input.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { classOf, inkOn, type MapClass } from '../map/classes.ts';
import { classesOf, describePlaces, type Measure, NO_DATA, noData, registered } from '../map/measures.ts';
import { shortName } from '../map/short-name.ts';
import { wordsOf } from '../parts.ts';
import { series } from '../series.ts';
import { INK, MUTED, WIDTH } from '../theme.ts';

/** Most pixels of a square's side. */
const SIDE = 84;
/** Squares narrower than this have no room for a name. */
const ROOM_FOR_NAME = 40;
/** Side of a square on a phone, where names have one line. */
const SMALL_SIDE = 40;
const NAME_SIZE = 10;
const LINE = 12;
const FIGURE_SIZE = 13;
const FIGURE_LINE = 16;
const SMALL_FIGURE = 9;
/** Size of names on a phone. */
export const SMALL_NAME = 9;
const EDGE = 4;
const NONE = '—';
/** Part of a square left free between it and the next. */
const GAP = 0.04;

/** Name of the view of squares: a narrow screen makes them smaller, and square they stay. */
export const TILES = 'tiles';

const words = {
  places: text('各地', 'All places'),
  note: text(
    '每个方格一个地方，相邻者尽量相邻，大小与面积、人口无关',
    'A square for each place, neighbours kept near; size says nothing of land or people',
  ),
  mean: text('数字为模拟平均（%）；每档含下限', 'figures: mean of replicates, percent; a class holds its lower bound'),
  borders: text('粗线：省界', 'thick lines: borders of provinces'),
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
  return tileChart(input, lang, {
    tiles: input.tiles?.places ?? [],
    rates: input.places ?? [],
    year,
    hasBorders: true,
    measure: registered,
  });
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
  const { tiles, rates, year = input.scenario.endYear, hasBorders, measure, title, topic, notes } = drawn;
  if (tiles.length < 2 || rates.length === 0) return null;
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  const side = Math.min(SIDE, Math.floor(WIDTH / columns));
  const base = Math.min(...rates.map(({ years }) => years[0]));
  const heading = (hasBorders ? words.places : wordsOf(input).heading)[lang];
  const hasNames = side >= ROOM_FOR_NAME;
  const values = squares(input, drawn, { year, side, hasNames }, lang);
  const axis = (to: number, isDown: boolean) => ({
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: isDown ? [to, 0] : [0, to], nice: false, zero: false },
  });
  const [x, y] = [axis(columns, false), axis(rows, true)];
  const letters = {
    x: { ...x, field: 'x' },
    color: { field: 'ink', type: 'nominal' as const, scale: null },
  };
  const mark = { type: 'text' as const, fontSize: NAME_SIZE, tooltip: null, baseline: 'middle' as const };
  return {
    ...head(input, lang, {
      title: title ?? `${heading}${text('：', ': ')[lang]}${measure.title(year, base, lang)}`,
      ...(topic === undefined ? {} : { topic }),
      notes: [words.note[lang], ...(notes ?? [words.mean[lang]]), hasBorders ? words.borders[lang] : ''],
      description: describePlaces(measure, { places: rates, year, base }, lang),
    }),
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
          color: colour(classesOf(measure, rates), values, lang),
          tooltip: [
            { field: 'name', title: words.place[lang] },
            { field: 'figure', title: words.value[lang] },
            { field: 'interval', title: words.interval[lang] },
          ],
        },
      },
      ...(hasBorders ? [borderLayer(tiles, x, y)] : []),
      ...(hasNames
        ? [
            {
              mark: { ...mark, lineHeight: LINE },
              encoding: { ...letters, y: { ...y, field: 'name_y' }, text: { field: 'lines' } },
            },
          ]
        : []),
      {
        mark: { ...mark, fontSize: hasNames ? FIGURE_SIZE : SMALL_FIGURE },
        encoding: { ...letters, y: { ...y, field: 'figure_y' }, text: { field: 'shown', type: 'nominal' as const } },
      },
    ],
  } as unknown as ChartSpec;
}

interface Look {
  readonly year: number;
  readonly side: number;
  readonly hasNames: boolean;
}

/** A row a square: where it lies, what stands in it and what the pointer tells. */
function squares(input: Tiled, { tiles, rates, measure }: Drawn, { year, side, hasNames }: Look, lang: Language) {
  const classes = classesOf(measure, rates);
  const byCode = new Map(rates.map((place) => [place.code, place]));
  const codes = new Set(input.areas.map(({ code }) => code));
  return tiles.map(({ code, name, column, row }) => {
    const place = byCode.get(code);
    const found = place === undefined ? null : measure.of(place, year);
    const lines = hasNames ? shortName(name, lang, side - EDGE, NAME_SIZE, lang === 'zh' ? 2 : 3) : [];
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
      short: hasNames ? shortName(name, lang, SMALL_SIDE - EDGE, SMALL_NAME, 1) : [],
      ink: inkOn(classes.find((each) => each.name === named)?.colour ?? NO_DATA),
      left: column + GAP / 2,
      right: column + 1 - GAP / 2,
      top: row + GAP / 2,
      bottom: row + 1 - GAP / 2,
      x: column + 0.5,
      y: row + 0.5,
      name_y: row + 0.5 + (LINE - tall) / 2 / side,
      figure_y: row + 0.5 + (hasNames ? (tall - FIGURE_LINE) / 2 / side : 0),
    };
  });
}

type Square = ReturnType<typeof squares>[number];

function colour(classes: readonly MapClass[], values: readonly Square[], lang: Language) {
  const hasMissing = values.some(({ value }) => value === null);
  return {
    field: 'class',
    type: 'nominal' as const,
    scale: {
      domain: [...classes.map(({ name }) => name), ...(hasMissing ? [noData[lang]] : [])],
      range: [...classes.map(({ colour: each }) => each), ...(hasMissing ? [NO_DATA] : [])],
    },
    legend: {
      title: null,
      orient: 'bottom' as const,
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
