import { readFileSync } from 'node:fs';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import { InputError } from '../../scenario/errors.ts';
import { refuseSteering } from '../../scenario/steering.ts';
import { resultMessages as messages } from './messages.ts';

/** One row of a result table: texts by column. */
export type TableRow = Readonly<Record<string, string>>;

/**
 * Rows of a CSV file of a result folder.
 * @param keep leaves lines out before they are taken apart
 * @throws InputError where the file is missing, lacks a column or holds characters that steer a terminal
 */
export function readResultTable(
  folder: string,
  name: string,
  columns: readonly string[],
  keep: (text: string) => string = (text) => text,
): TableRow[] {
  const file = path.join(folder, name);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new InputError([{ file, ...messages.missing() }]);
  }
  refuseSteering(file, text);
  const table = csvParse(keep(text));
  const absent = columns.filter((column) => !table.columns.includes(column));
  if (absent.length > 0) throw new InputError([{ file, line: 1, column: 1, ...messages.noColumn(absent) }]);
  return table;
}

/** A number of a table; an empty cell is NaN. */
export const numberOf = (row: TableRow, column: string): number =>
  row[column] === '' ? Number.NaN : Number(row[column]);
