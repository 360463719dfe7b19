import { csvParse } from 'd3-dsv';
import type { Localized } from '../language/language.ts';
import { InputError, type Issue, said } from './errors.ts';
import { messages } from './messages.ts';
import { refuseSteering } from './steering.ts';

/** Text of a file, by its path relative to data/. The only way the model reaches its tables. */
export type ReadText = (relativePath: string) => string;

/** A row of a table with the line it stands on (the header is line 1). */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string | undefined>>;
}

/** A table of data/: its rows in file order, every cell as text. */
export interface Table {
  /** As messages name it: `data/mortality.csv`. */
  readonly file: string;
  readonly text: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Reads a CSV of data/ and checks that it has rows and the columns asked for. Throws InputError naming the file. */
export function readTable(read: ReadText, name: string, wanted: readonly string[]): Table {
  const file = `data/${name}`;
  const text = read(name);
  refuseSteering(file, text);
  const parsed = csvParse(text);
  const { columns } = parsed;
  if (parsed.length === 0) throw new InputError([{ file, ...said(messages.emptyTable()) }]);
  const absent = wanted.filter((column) => !columns.includes(column));
  const [path] = absent;
  if (absent.length > 1) throw new InputError([{ file, line: 1, ...said(messages.columnsMissing(absent)) }]);
  if (path !== undefined) throw new InputError([{ file, line: 1, path, ...said(messages.columnMissing()) }]);
  return { file, text, columns, rows: parsed.map((cells, index) => ({ line: index + 2, cells })) };
}

/** A mistake in one cell, placed where the cell begins. */
export function cellIssue({ file, text, columns }: Table, { line }: Row, path: string, message: Localized): Issue {
  const column = startOfCell(text.split('\n')[line - 1] ?? '', columns.indexOf(path));
  return { file, line, column, path, ...said(message) };
}

/** Column of a line, from 1, at which its cell of this number (from 0) begins; commas inside quotes part nothing. */
function startOfCell(line: string, cell: number): number {
  let start = 0;
  let quoted = false;
  for (let i = 0, before = 0; i < line.length && before < cell; i++) {
    if (line[i] === '"') quoted = !quoted;
    if (line[i] !== ',' || quoted) continue;
    before++;
    start = i + 1;
  }
  return start + 1;
}

/** That a table (`data/mortality.csv`) lacks what is asked of it (`2020 150200`). */
export const noRow = (file: string, key: string): InputError =>
  new InputError([{ file, ...said(messages.rowMissing(key)) }]);

/** A cell as text; an absent cell is the empty text. */
export const textAt = (row: Row, column: string): string => row.cells[column] ?? '';

/** A cell as a finite number. Throws InputError naming file, line and column. */
export function numberAt(table: Table, row: Row, column: string): number {
  const text = textAt(row, column);
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) {
    throw new InputError([cellIssue(table, row, column, messages.kind('number', text))]);
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
