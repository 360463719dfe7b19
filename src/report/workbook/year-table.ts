import { growToFit, label, put, putLine } from './build.ts';
import type { Cell, Content, Format, Role, Sheet } from './sheet.ts';

/** One line of a table: its names at the left, then a cell a year, then what follows the years. */
interface YearLine {
  readonly names: readonly string[];
  readonly format: Format;
  readonly role?: Role;
  /** @param before cells of the same line for the years before */
  readonly content: (year: number, i: number, before: readonly Cell[]) => Content;
  /** What the fiscal model itself found for the year. */
  readonly expected?: (year: number, i: number) => number | undefined;
  /** Cells behind the years, made from the cells of the years; null leaves one empty. */
  readonly after?: readonly (((years: readonly Cell[]) => Content) | null)[];
}

/** A table whose columns are years; lines are added from the top down. */
export interface YearTable {
  /** Heading over the lines that follow. */
  readonly section: (text: string) => void;
  /** Names over the columns, with the years between; answers with the cells of the years. */
  readonly head: (names: readonly string[], after?: readonly string[]) => Cell[];
  readonly line: (line: YearLine) => Cell[];
  readonly skip: () => void;
  /** Row the next line would take, counted from 0. */
  readonly row: () => number;
}

/** @param firstRow row of the first line, counted from 0 */
export function yearTable(years: readonly number[], sheet: Sheet, firstRow: number): YearTable {
  let row = firstRow;
  const names = (texts: readonly string[], role: Role): void =>
    texts.forEach((text, i) => {
      put(sheet, row, i, text, { role });
    });
  return {
    section: (text) => putLine(sheet, row++, text, sheet.widths.length - 1, 'section'),
    head: (before, after = []) => {
      names(before, 'header');
      const first = before.length;
      const cells = years.map((year, i) => put(sheet, row, first + i, label(year), { role: 'header', format: 'year' }));
      after.forEach((text, i) => {
        put(sheet, row, first + years.length + i, text, { role: 'header' });
      });
      growToFit(sheet, row);
      row++;
      return cells;
    },
    line: ({ names: texts, format, role = 'body', content, expected, after = [] }) => {
      names(texts, role === 'total' ? 'total' : 'rowHeader');
      growToFit(sheet, row);
      const first = texts.length;
      const cells: Cell[] = [];
      for (const [i, year] of years.entries()) {
        const found = expected?.(year, i);
        const model = found === undefined ? {} : { expected: found };
        cells.push(put(sheet, row, first + i, content(year, i, cells), { format, role, ...model }));
      }
      after.forEach((made, i) => {
        const last = made === null ? null : made(cells);
        put(sheet, row, first + years.length + i, last, { format, role: last === null ? 'blank' : 'total' });
      });
      row++;
      return cells;
    },
    skip: () => {
      row++;
    },
    row: () => row,
  };
}
