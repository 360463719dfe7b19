import { textWidth } from '../text-width.ts';
import { wrapText } from '../wrap-text.ts';
import { isMap, type Node } from './node.ts';

/** An entry of a legend goes on in a second line with the clause it names. */
const CLAUSE = / (?=\([a-z])|(?=（[a-z])/;
/** Size of the letters of an entry, and pixels of its symbol and of what is free around it. */
const ENTRY = { size: 11, symbol: 34 };
/** Widths of Latin texts are taken a little wide; an entry is broken only where it needs it. */
const SLACK = 1.15;
const isChinese = (name: string): boolean => /[\u4e00-\u9fff]/.test(name);

/** A channel whose legend has as many entries side by side as `room` pixels hold; those that are sentences stand one below the other, in lines. */
export function narrowLegend(channel: Node, room: number): Node {
  const { field, legend, scale } = channel;
  if (field === undefined || !isMap(legend)) return channel;
  const names = isMap(scale) && Array.isArray(scale['domain']) ? scale['domain'].map(String) : [];
  if (names.length === 0 || legend['labelExpr'] !== undefined) return { ...channel, legend: { ...legend, columns: 1 } };
  const widest = Math.max(...names.map((name) => textWidth(name, ENTRY.size) + ENTRY.symbol));
  if (legend['direction'] === 'horizontal' && widest <= room)
    return { ...channel, legend: { ...legend, columns: Math.min(names.length, Math.floor(room / widest)) } };
  const width = (room - ENTRY.symbol) * (names.some(isChinese) ? 1 : SLACK);
  const lines = names.map((name) => name.split(CLAUSE).flatMap((part) => wrapText(part, width, ENTRY.size)));
  const isBroken = lines.some(({ length }) => length > 1);
  const lookup = JSON.stringify(Object.fromEntries(names.map((name, n) => [name, lines[n]])));
  const labels = isBroken ? { labelExpr: `${lookup}[datum.label]` } : {};
  return { ...channel, legend: { ...legend, ...labels, columns: 1 } };
}
