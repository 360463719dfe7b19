import type { Cell, Range, Sheet } from './sheet.ts';

/** Letters of a column counted from 0: 0 is A, 26 is AA. */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/** `B3`, or `$B$3` where rows or columns are fixed. */
export function address(row: number, column: number, fixed = { rows: false, columns: false }): string {
  return `${fixed.columns ? '$' : ''}${columnLetters(column)}${fixed.rows ? '$' : ''}${row + 1}`;
}

export const addressOf = ({ row, column }: Pick<Cell, 'row' | 'column'>): string => address(row, column);

/** `B3:D9`, with the dollar signs the range asks for. */
export const rangeAddress = ({ row, column, toRow, toColumn, fixed }: Range): string =>
  `${address(row, column, fixed)}:${address(toRow, toColumn, fixed)}`;

/** Name of a sheet as formulas quote it. */
export const quotedSheet = ({ name }: Pick<Sheet, 'name'>): string => `'${name.replaceAll("'", "''")}'`;
