import { csvParse } from 'd3-dsv';
import { InputError } from './errors.ts';

/** Text of a file, by its path relative to data/. The only way the model reaches its tables. */
export type ReadText = (relativePath: string) => string;

/** A row of a table with the line it stands on (the header is line 1). */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string | undefined>>;
}

/** A table of data/: its rows in file order, every cell as text. */
export interface Table {
  readonly file: string;
  readonly rows: readonly Row[];
}

/** Reads a CSV of data/ and checks that it has the columns asked for. Throws InputError naming the file and the column. */
export function readTable(read: ReadText, file: string, columns: readonly string[]): Table {
  const parsed = csvParse(read(file));
  const absent = columns.filter((column) => !parsed.columns.includes(column));
  if (absent.length > 0) {
    throw new InputError(absent.map((column) => ({ file, line: 1, message: `column "${column}" is missing` })));
  }
  return { file, rows: parsed.map((cells, index) => ({ line: index + 2, cells })) };
}

/** A cell as text; an absent cell is the empty text. */
export const textAt = (row: Row, column: string): string => row.cells[column] ?? '';

/** A cell as a finite number. Throws InputError naming file, line and column. */
export function numberAt(table: Table, row: Row, column: string): number {
  const text = textAt(row, column);
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) {
    const message = `must be a number, got "${text}"`;
    throw new InputError([{ file: table.file, line: row.line, path: column, message }]);
  }
  return value;
}

/** A cell as a number, or undefined where it is empty. */
export const optionalNumberAt = (table: Table, row: Row, column: string): number | undefined =>
  textAt(row, column) === '' ? undefined : numberAt(table, row, column);

/** A reader that keeps what it has read, so that a run can name its inputs and hash them. */
export interface RecordingReader {
  readonly read: ReadText;
  /** Files read so far with their text, in the order of first reading. */
  readonly files: ReadonlyMap<string, string>;
}

export function recordingReader(read: ReadText): RecordingReader {
  const files = new Map<string, string>();
  return {
    files,
    read: (relativePath) => {
      const known = files.get(relativePath);
      if (known !== undefined) return known;
      const text = read(relativePath);
      files.set(relativePath, text);
      return text;
    },
  };
}
