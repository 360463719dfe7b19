import { SMALL_LINE as LABEL_LINE } from '../end-labels.ts';
import type { ChartSpec } from '../head.ts';
import { cellsWidth, narrowCells } from './narrow-cells.ts';
import { narrowLegend } from './narrow-legend.ts';
import { wrappedNames } from './narrow-names.ts';
import { isSquares, narrowSquares } from './narrow-squares.ts';
import { narrowPanelTitle, narrowTitle } from './narrow-titles.ts';
import { isMap, type Node } from './node.ts';

/** Smallest width in pixels of a drawing area in which years and lines are still told apart; of panels in pairs, with two years alone. */
const LEAST_WIDTH = 140;
const LEAST_PAIRED = 104;
/** Panels at most this wide in pixels stand in pairs on a phone. */
export const PAIRED = 150;
/** Pixels a chart leaves free at its left and right together, and a little for letters wider than they are taken for. */
const PADDING = 40;

/** How a chart is made to fit. */
export interface Fit {
  /** Pixels there are for the whole. */
  readonly room: number;
  /** Whether it takes its form for a phone. */
  readonly isPhone: boolean;
  /** Pixels by which drawing areas become narrower. */
  readonly excess: number;
  /** Panels side by side. */
  readonly columns: number;
}

/**
 * A chart for a narrow screen, its letters as large as ever: drawing areas become narrower by `excess` pixels, what is placed beyond
 * their right edge moves along, a map keeps its shape and loses the names written on it, squares stay square. Its form for a phone
 * besides: panels and entries of legends stand one below the other, rows have names of several lines, labels are short, cells stay wide
 * enough for the figures in them.
 */
export function narrowChart(spec: ChartSpec, fit: Fit): ChartSpec {
  const { title, columns, ...rest } = spec as unknown as Node;
  return {
    ...(narrowed(rest, fit, Number.POSITIVE_INFINITY) as Node),
    ...(title === undefined ? {} : { title: narrowTitle(title as Node, fit.room - PADDING) }),
    ...(columns === undefined ? {} : { columns: fit.columns }),
  } as unknown as ChartSpec;
}

/** Every view made narrower, whatever lies inside the chart; data stay as they are. */
function narrowed(given: unknown, fit: Fit, edge: number): unknown {
  if (Array.isArray(given)) return given.map((each) => narrowed(each, fit, edge));
  if (!isMap(given)) return given;
  if (isSquares(given)) return withoutCut(narrowSquares(given, fit), fit);
  if (fit.isPhone && isLabels(given, 'small_place')) return withSmallLabels(given);
  if (fit.isPhone && isLabels(given, 'brief')) return narrowed(withBriefText(given), fit, edge);
  const node = fit.isPhone ? narrowLegend(narrowCells(wrappedNames(given, fit.room)), fit.room - PADDING) : given;
  const { width, height } = node;
  const least = typeof width === 'number' ? leastWidth(node, width) : 0;
  const isFull = typeof width === 'number' && width > least;
  const cut = isFull ? Math.min(fit.excess, width - least) : fit.excess;
  const within = { ...fit, excess: cut };
  const isMapped = isFull && 'projection' in node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]): [string, unknown] => {
      if (key === 'data' || key === 'datasets' || key === 'config' || key === 'legend') return [key, value];
      if (key === 'width' && isFull) return [key, width - cut];
      if (key === 'height' && isMapped) return [key, Math.round((Number(height) * (width - cut)) / width)];
      if (key === 'layer' && isMapped && (fit.isPhone || cut > 0))
        return [key, narrowed(withoutTexts(value), within, edge)];
      if (key === 'title' && isMap(value) && value['text'] !== undefined)
        return [key, fit.isPhone || cut > 0 ? narrowPanelTitle(value, titleRoom(fit, width, cut)) : value];
      const place = key === 'x' && isMap(value) ? value['value'] : undefined;
      if (typeof place === 'number' && place >= edge) return [key, { ...(value as Node), value: place - fit.excess }];
      return [key, narrowed(value, within, isFull ? width : edge)];
    }),
  );
}

/** Squares have their width from the room; their legends are narrowed like others. */
const withoutCut = ({ name, ...view }: Node, fit: Fit): Node => ({
  name,
  ...(narrowed(view, { ...fit, excess: 0 }, Number.POSITIVE_INFINITY) as Node),
});

/** Pixels for the title of a panel: up to the next one, or all there are where it stands alone. */
const titleRoom = ({ room, columns }: Fit, width: unknown, cut: number): number =>
  columns > 1 && typeof width === 'number' ? width - cut : room - PADDING;

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

const withoutTexts = (layers: unknown): unknown =>
  Array.isArray(layers) ? layers.filter(({ mark }: { mark?: { type?: string } }) => mark?.type !== 'text') : layers;

/** Width of a view below which it is not read: that of its cells, where figures stand in cells. */
function leastWidth(view: Node, width: number): number {
  const cells = cellsWidth(view);
  if (cells !== null) return Math.min(width, cells);
  return Math.min(width, width <= PAIRED ? LEAST_PAIRED : LEAST_WIDTH);
}
