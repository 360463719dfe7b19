import { textWidth } from '../text-width.ts';
import { withLines } from './narrow-names.ts';
import { isMap, type Node } from './node.ts';

/** Pixels a cell needs for its figure. */
const LEAST_CELL = 55;
/** Heights of lines of headings, figures and intervals, and sizes of the letters of the two. */
const HEADING_LINE = 13;
const LINES = { figure: 14, interval: 12 };
const SIZES = { figure: 11, interval: 10 };
/** Pixels between a heading and the cells. */
const GAP = 5;

type Cell = Readonly<Record<string, string>>;

/** Rows and columns of a table of figures; null of another view. */
function tableOf({ data, layer, encoding }: Node): { x: Node; y: Node; values: Cell[] } | null {
  if (!Array.isArray(layer) || !isMap(encoding) || !isMap(data)) return null;
  const { x, y } = encoding;
  const isTable = isMap(x) && isMap(y) && x['type'] === 'nominal' && y['type'] === 'nominal';
  const hasCells = (layer as Node[]).some(({ mark }) => isMap(mark) && mark['type'] === 'rect');
  return isTable && hasCells ? { x, y, values: data['values'] as Cell[] } : null;
}

const domainOf = ({ scale }: Node): string[] => (scale as { readonly domain: string[] }).domain;

/** Width of a view of cells below which its figures run into each other; null of another view. */
export function cellsWidth(view: Node): number | null {
  const table = tableOf(view);
  return table && LEAST_CELL * domainOf(table.x).length;
}

/** A table of figures for a phone: words of headings and names of rows one below the other, figures and intervals in lines. */
export function narrowCells(view: Node): Node {
  const table = tableOf(view);
  if (table === null) return view;
  const { x, y, values } = table;
  const [columns, rows] = [domainOf(x).map(words), domainOf(y).map(words)];
  const headingLines = Math.max(...columns.map(({ length }) => length));
  const axis = {
    ...(x['axis'] as Node),
    labelExpr: "split(datum.label, ' ')",
    labelPadding: GAP + HEADING_LINE * (headingLines - 1),
  };
  return {
    ...view,
    data: { values: values.map((cell) => ({ ...cell, ...placed(cell) })) },
    encoding: { ...(view['encoding'] as Node), x: { ...x, axis }, y: withLines(y, domainOf(y), rows) },
    layer: (view['layer'] as Node[]).map(withLinesOfFigures),
  };
}

const words = (name: string): string[] => name.split(' ');

/** Lines of figure and interval, and how far from the middle of the cell the first of each stands. */
function placed({ text, interval }: Cell) {
  const lines = { figure: words(text), interval: intervalLines(interval) };
  const tall = LINES.figure * lines.figure.length + LINES.interval * lines.interval.length;
  const below = LINES.figure * lines.figure.length;
  return {
    figure_lines: lines.figure,
    figure_dy: (LINES.figure - tall) / 2,
    interval_lines: lines.interval,
    interval_dy: below + (LINES.interval - tall) / 2,
  };
}

/** An interval in lines that a cell holds: broken after its dash and between words. */
function intervalLines(interval: string): string[] {
  const lines: string[] = [];
  for (const piece of interval.split(/(?<=[–\s])/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth((last + piece).trimEnd(), SIZES.interval) <= LEAST_CELL)
      lines[lines.length - 1] += piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd()).filter(Boolean);
}

function withLinesOfFigures(layer: Node): Node {
  const { mark, encoding } = layer as { readonly mark: Node; readonly encoding: Node };
  const field = isMap(encoding['text']) ? encoding['text']['field'] : undefined;
  if (field !== 'text' && field !== 'interval') return layer;
  const kind = field === 'text' ? 'figure' : 'interval';
  return {
    mark: {
      ...mark,
      baseline: 'middle',
      fontSize: SIZES[kind],
      lineHeight: LINES[kind],
      dy: { expr: `datum.${kind}_dy` },
    },
    encoding: { ...encoding, text: { field: `${kind}_lines` } },
  };
}
