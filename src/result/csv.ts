import { csvFormatRows } from 'd3-dsv';

/** One value of a table: text, or a number printed in its shortest exact form (NaN as an empty cell). */
export type Cell = string | number;

/** A CSV text: header, rows, a line feed at the end of each. The same values give the same bytes everywhere. */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${csvFormatRows([[...header], ...rows.map((row) => row.map(cellText))])}\n`;
}

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return Number.isNaN(cell) ? '' : String(cell + 0);
}
