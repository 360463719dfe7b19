import { SMALL_NAME, TILES } from '../chart/tiles.ts';
import { SMALL_LINE as LABEL_LINE } from '../end-labels.ts';
import type { ChartSpec } from '../head.ts';
import { textWidth } from '../text-width.ts';
import { wrapText } from '../wrap-text.ts';

/** Smallest width in pixels of a drawing area in which years and lines are still told apart. */
const LEAST_WIDTH = 158;
const TITLE_SIZE = 15;
const SUBTITLE_SIZE = 11;
/** Pixels a chart leaves free at its left and right together. */
const PADDING = 40;

/** A line of a title wider than this in pixels was broken for want of room, and goes on in the next. */
const FULL_LINE = 480;
/** A view at least this wide in pixels is one that fills the page. */
const FULL_VIEW = 300;

/** An entry of a legend goes on in a second line with the clause it names. */
const CLAUSE_BELOW = String.raw`split(replace(replace(datum.label, regexp(' \\((?=[a-z])'), '\n('), regexp('（(?=[a-z])'), '\n（'), '\n')`;
/** Words of a heading of cells stand one below the other. */
const WORDS_BELOW = "split(datum.label, ' ')";
/** Pixels from the cells to the first line of such a heading. */
const HEADING = 18;

type Node = Readonly<Record<string, unknown>>;

/**
 * A chart for a narrow screen, its letters as large as ever: panels and entries of legends stand one below the other, titles break
 * where the screen ends. Drawing areas become narrower by `excess` pixels, what is placed beyond their right edge moves along;
 * cells stay wide enough for the figures in them; a map keeps its shape
 * and loses the names written on it, which would run into each other; squares stay square, each with a name of one line.
 * @param room pixels there are
 */
export function narrowChart(spec: ChartSpec, room: number, excess = 0): ChartSpec {
  const { title, columns, ...rest } = spec as unknown as Node;
  return {
    ...(narrowed(rest, { excess, room }, Number.POSITIVE_INFINITY) as Node),
    ...(title === undefined ? {} : { title: wrappedTitle(title as Node, room - PADDING) }),
    ...(columns === undefined ? {} : { columns: 1 }),
  } as unknown as ChartSpec;
}

/** Drawings at most: what makes a chart wide is known once it is drawn. */
const DRAWINGS = 5;

/**
 * Draws a chart for a narrow screen: once to see how wide names and axes make it, and narrower again while that is too much and helps.
 * @param width pixels of what was drawn last
 */
export async function drawNarrow<Drawn extends { finalize(): void }>(
  draw: (spec: ChartSpec) => Promise<Drawn>,
  width: () => number,
  spec: ChartSpec,
  room: number,
): Promise<Drawn> {
  let excess = 0;
  for (let drawings = 1, before = Number.POSITIVE_INFINITY; ; drawings++) {
    const drawn = await draw(narrowChart(spec, room, excess));
    const now = width();
    if (now <= room || now >= before || drawings === DRAWINGS) return drawn;
    drawn.finalize();
    excess += Math.ceil(now - room);
    before = now;
  }
}

function wrappedTitle(title: Node, width: number): Node {
  const wrapped = (lines: unknown, size: number) =>
    Array.isArray(lines) ? joined(lines, size).flatMap((line) => wrapText(line, width, size)) : lines;
  return {
    ...title,
    text: wrapped(title['text'], TITLE_SIZE),
    subtitle: wrapped(title['subtitle'], SUBTITLE_SIZE),
  };
}

const endsChinese = /[\u3000-\u9fff\uff00-\uff60]$/;

/** Lines as they were before they were broken; a Chinese one goes on without a space. */
function joined(lines: readonly string[], size: number): string[] {
  const whole: string[] = [];
  let isBroken = false;
  for (const line of lines) {
    const before = isBroken ? whole.pop()! : null;
    whole.push(before === null ? line : before + (endsChinese.test(before) ? '' : ' ') + line);
    isBroken = textWidth(line, size) > FULL_LINE;
  }
  return whole;
}

/** Pixels by which drawing areas become narrower, and that there are for the whole. */
interface Narrowing {
  readonly excess: number;
  readonly room: number;
}

/** Every full view made narrower, whatever lies inside the chart; data stay as they are. */
function narrowed(given: unknown, by: Narrowing, edge: number): unknown {
  if (Array.isArray(given)) return given.map((each) => narrowed(each, by, edge));
  if (typeof given !== 'object' || given === null) return given;
  const node = withWrappedNames(given as Node);
  const { excess, room } = by;
  if (hasNamedSquares(node)) return withSmallSquares(node as Node, by);
  if (isLabels(node as Node, 'small_place')) return withSmallLabels(node);
  if (isLabels(node as Node, 'brief')) return narrowed(withBriefText(node), by, edge);
  const width = node['width'];
  const isFull = typeof width === 'number' && width >= FULL_VIEW;
  const cut = isFull ? Math.min(excess, Math.max(0, width - leastWidth(node))) : excess;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]): [string, unknown] => {
      if (key === 'data' || key === 'datasets' || key === 'config') return [key, value];
      if (key === 'width' && isFull) return [key, width - cut];
      if (key === 'height' && isFull && 'projection' in node)
        return [key, Math.round((Number(value) * (width - cut)) / width)];
      if (key === 'layer' && 'projection' in node)
        return [key, narrowed(withoutTexts(value), { excess: cut, room }, edge)];
      if (key === 'title' && isMap(value) && value['text'] !== undefined)
        return [key, panelTitle(value, room - PADDING)];
      if (key === 'encoding' && isMap(value) && hasCells(node))
        return [key, narrowed(withNarrowHeadings(value), { excess: cut, room }, edge)];
      if (key === 'legend' && isMap(value)) return [key, { labelExpr: CLAUSE_BELOW, ...value, columns: 1 }];
      const place = key === 'x' && isMap(value) ? value['value'] : undefined;
      if (typeof place === 'number' && place >= edge) return [key, { ...(value as Node), value: place - excess }];
      return [key, narrowed(value, { excess: cut, room }, isFull ? width : edge)];
    }),
  );
}

type Layers = readonly {
  readonly mark: Node;
  readonly encoding?: { readonly y?: Node; readonly text?: { readonly field?: string } };
}[];

const hasNamedSquares = ({ name, layer }: Node): boolean =>
  name === TILES && (layer as Layers).some(({ encoding }) => encoding?.text?.field === 'lines');

/** Letters placed by the middle of their square. */
const inMiddle = ({ encoding }: Layers[number]) => ({ ...encoding, y: { ...encoding?.y, field: 'y' } });

/** Letters over and under the middle of a small square, in pixels. */
const SMALL_LINE = 8;

function withSmallSquares(view: Node, { excess, room }: Narrowing): Node {
  if (excess <= 0) return view;
  const width = view['width'] as number;
  const narrow = Math.max(LEAST_WIDTH, width - excess);
  const layer = (view['layer'] as Layers).map((each) => {
    const field = each.encoding?.text?.field;
    if (field === 'lines')
      return {
        ...each,
        mark: { ...each.mark, dy: -SMALL_LINE, fontSize: SMALL_NAME },
        encoding: { ...inMiddle(each), text: { field: 'short' } },
      };
    return field === 'shown' ? { ...each, mark: { ...each.mark, dy: SMALL_LINE }, encoding: inMiddle(each) } : each;
  });
  return narrowed(
    {
      ...view,
      name: `${TILES}-small`,
      width: narrow,
      height: Math.round(((view['height'] as number) * narrow) / width),
      layer,
    },
    { excess: 0, room },
    Number.POSITIVE_INFINITY,
  ) as Node;
}

/** Width of bold letters over that of plain ones. */
const BOLD = 1.08;

const panelTitle = (title: Node, width: number): Node => ({
  ...title,
  text: [title['text'] as string | string[]]
    .flat()
    .flatMap((line) => wrapText(line, width, BOLD * ((title['fontSize'] as number | undefined) ?? SUBTITLE_SIZE))),
  ...(title['subtitle'] === undefined
    ? {}
    : {
        subtitle: [title['subtitle'] as string | string[]]
          .flat()
          .flatMap((line) => wrapText(line, width, (title['subtitleFontSize'] as number | undefined) ?? SUBTITLE_SIZE)),
      }),
});

interface Labels {
  readonly mark: Node;
  readonly encoding: { readonly y: Node };
}

/** Whether a layer writes texts whose data have a form for narrow screens too. */
const isLabels = ({ data, encoding }: Node, form: string): boolean =>
  isMap(encoding) &&
  isMap(encoding['text']) &&
  isMap(data) &&
  Array.isArray(data['values']) &&
  isMap(data['values'][0]) &&
  form in data['values'][0];

const withBriefText = (layer: Node): Node => ({
  ...layer,
  data: {
    values: (layer['data'] as { values: Node[] }).values.map(({ brief, ...rest }) => ({ ...rest, shown: brief })),
  },
  encoding: { ...(layer['encoding'] as Node), text: { field: 'shown', type: 'nominal' } },
});

/** Names at the ends of lines in several lines each, the figure first. */
function withSmallLabels(layer: Node): Node {
  const { mark, encoding } = layer as unknown as Labels;
  return {
    ...layer,
    mark: { ...mark, lineHeight: LABEL_LINE, baseline: 'middle' },
    encoding: { ...encoding, y: { ...encoding.y, field: 'small_place' }, text: { field: 'small' } },
  };
}

const isMap = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutTexts = (layers: unknown): unknown =>
  Array.isArray(layers) ? layers.filter(({ mark }: { mark?: { type?: string } }) => mark?.type !== 'text') : layers;

/** Pixels of a row's name on a narrow screen, the size of its letters where none is said, and the height of its lines. */
const NAME = { width: 122, size: 11, line: 13 };

/** Rows as high as their names need, broken where they end; the view as it is where rows have no names of their own in the data. */
function withWrappedNames(view: Node): Node {
  const { height, data, encoding } = view;
  const y = isMap(encoding) ? encoding['y'] : undefined;
  const values = isMap(data) ? data['values'] : undefined;
  if (!isMap(height) || !isMap(y) || y['type'] !== 'nominal' || !Array.isArray(values)) return view;
  const names = [...new Set((values as Node[]).map((row) => String(row[y['field'] as string])))];
  const { labelFontSize: size = NAME.size } = (y['axis'] ?? {}) as { readonly labelFontSize?: number };
  const lines = names.map((name) => wrapText(name, NAME.width, size));
  const most = Math.max(...lines.map(({ length }) => length));
  if (most === 1) return view;
  // the first line would stand at the middle of its row: every name has as many, those of few in their middle
  const above = (own: readonly string[]): string[] => Array.from({ length: (most - own.length) >> 1 }, () => ' ');
  const lookup = Object.fromEntries(names.map((name, n) => [name, [...above(lines[n]), ...lines[n]]]));
  const axis = { labelExpr: `${JSON.stringify(lookup)}[datum.label]`, labelOffset: (-NAME.line * (most - 1)) / 2 };
  return {
    ...view,
    height: { ...height, step: Math.max(Number(height['step']), NAME.line * most + 2) },
    encoding: {
      ...(encoding as Node),
      y: { ...y, axis: { ...(y['axis'] as Node), ...axis, labelLimit: 0 } },
    },
  };
}

/** Pixels a cell needs for its figure. */
const LEAST_CELL = 56;

/** Width of a view below which it is not read: that of its cells, where figures stand in cells. */
function leastWidth({ layer, encoding }: Node): number {
  if (!hasCells({ layer })) return LEAST_WIDTH;
  const { x } = (encoding ?? {}) as { readonly x?: { readonly scale?: { readonly domain?: readonly unknown[] } } };
  return LEAST_CELL * (x?.scale?.domain?.length ?? Number.POSITIVE_INFINITY);
}

const hasCells = ({ layer }: Node): boolean =>
  Array.isArray(layer) && layer.some(({ mark }: { mark?: { type?: string } }) => mark?.type === 'rect');

const withNarrowHeadings = ({ x, ...channels }: Node): Node =>
  isMap(x)
    ? { ...channels, x: { ...x, axis: { ...(x['axis'] as Node), labelExpr: WORDS_BELOW, labelPadding: HEADING } } }
    : channels;
