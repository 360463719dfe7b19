import { letterLayers, TILES } from '../chart/tiles.ts';
import { isMap, type Node } from './node.ts';

/** Pixels a chart leaves free at its left and right together, with the lines around squares: they have no axes, all the rest is theirs. */
const PADDING = 34;
/** Pixels of a side in which a figure of two digits is still read. */
const LEAST_SIDE = 13;

/** Whether a view is a map of squares. */
export const isSquares = ({ name, layer }: Node): boolean => String(name).startsWith(TILES) && Array.isArray(layer);

interface Squares extends Node {
  readonly width: number;
  readonly height: number;
  readonly layer: readonly {
    readonly mark: Node;
    readonly encoding: { readonly x: Node; readonly y: Node; readonly text?: Node };
  }[];
}

/** Squares that together are no wider than the room; on a phone with a name of one line. */
export function narrowSquares(
  view: Node,
  { room, isPhone }: { readonly room: number; readonly isPhone: boolean },
): Node {
  const { width, height, layer } = view as unknown as Squares;
  const [first] = layer;
  const { field: _, ...x } = first.encoding.x;
  const { field: __, ...y } = first.encoding.y;
  const columns = Math.max(...(x['scale'] as { readonly domain: readonly number[] }).domain);
  const side = Math.max(LEAST_SIDE, Math.floor(Math.min(width, room - PADDING) / columns));
  const shown = layer.map(({ encoding }) => (isMap(encoding.text) ? encoding.text['field'] : undefined));
  const letters = shown.includes('lines')
    ? isPhone
      ? 'short'
      : 'lines'
    : shown.includes('short')
      ? 'short'
      : 'figures';
  return {
    ...view,
    width: side * columns,
    height: Math.round((height * side * columns) / width),
    layer: [...layer.filter((_, i) => shown[i] === undefined), ...letterLayers(x, y, side, letters)],
  };
}
