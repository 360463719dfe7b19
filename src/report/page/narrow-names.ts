import { wrapText } from '../wrap-text.ts';
import { isMap, type Node } from './node.ts';

/** A row's name on a phone: part of the room it may take, the size of its letters where none is said, and the height of its lines. */
const NAME = { part: 0.33, size: 11, line: 13 };

/** Rows as high as their names need, broken where they end; the view as it is where rows have no names of their own in the data. */
export function wrappedNames(view: Node, room: number): Node {
  const { height, data, encoding } = view;
  const y = isMap(encoding) ? encoding['y'] : undefined;
  const values = isMap(data) ? data['values'] : undefined;
  if (!isMap(height) || !isMap(y) || y['type'] !== 'nominal' || !Array.isArray(values)) return view;
  const names = [...new Set((values as Node[]).map((row) => String(row[y['field'] as string])))];
  const { labelFontSize: size = NAME.size } = (y['axis'] ?? {}) as { readonly labelFontSize?: number };
  const lines = names.map((name) => wrapText(name, NAME.part * room, size));
  const most = Math.max(...lines.map(({ length }) => length));
  if (most === 1) return view;
  return {
    ...view,
    height: { ...height, step: Math.max(Number(height['step']), NAME.line * most + 2) },
    encoding: { ...(encoding as Node), y: withLines(y, names, lines) },
  };
}

/** A channel of rows whose names have the lines given. */
export function withLines(y: Node, names: readonly string[], lines: readonly (readonly string[])[]): Node {
  const most = Math.max(...lines.map(({ length }) => length));
  // the first line would stand at the middle of its row: every name has as many, those of few in their middle
  const above = (own: readonly string[]): string[] => Array.from({ length: (most - own.length) >> 1 }, () => ' ');
  const lookup = Object.fromEntries(names.map((name, n) => [name, [...above(lines[n]), ...lines[n]]]));
  const axis = { labelExpr: `${JSON.stringify(lookup)}[datum.label]`, labelOffset: (-NAME.line * (most - 1)) / 2 };
  return { ...y, axis: { ...(y['axis'] as Node), ...axis, labelLimit: 0 } };
}
