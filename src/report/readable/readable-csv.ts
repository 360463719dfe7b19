import { csvFormatRows } from 'd3-dsv';

/** A table for people: words in one language, numbers rounded to what their error justifies. */
export interface ReadableTable {
  /** Name of its file without the ending. */
  readonly file: string;
  /** Name of its sheet. */
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns at the left that say what a row is. */
  readonly names: number;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as Excel and WPS open it by a double click, Chinese and all: UTF-8 behind a byte-order mark, lines that end in CR LF. What a
 * spreadsheet would take for a formula is given a quote in front.
 */
export const readableCsv = ({ head, rows }: Pick<ReadableTable, 'head' | 'rows'>): string =>
  `${BYTE_ORDER_MARK}${csvFormatRows([head.map(cell), ...rows.map((row) => row.map(cell))]).replaceAll('\n', '\r\n')}\r\n`;

function cell(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const line = value.replaceAll(/\s*\n\s*/g, ' ');
  return /^[=+\-@\t\r]/.test(line) ? `'${line}` : line;
}
