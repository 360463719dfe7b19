import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Cell, csvText } from '../result/csv.ts';
import { writeParquet } from '../run/parquet-file.ts';

/** A tidy table that is written as CSV and as Parquet alike. Numbers may be NaN: an empty cell, and NaN in Parquet. */
export interface TidyTable {
  readonly name: string;
  readonly columns: readonly TidyColumn[];
  /** Too long to be read as text: Parquet alone. */
  readonly parquetOnly?: boolean;
}

export type TidyColumn =
  | { readonly name: string; readonly type: 'text'; readonly data: readonly string[] }
  | { readonly name: string; readonly type: 'integer' | 'number'; readonly data: readonly number[] };

/** A column by what each row has of it. */
export const textColumn = <Row>(name: string, rows: readonly Row[], of: (row: Row) => string): TidyColumn => ({
  name,
  type: 'text',
  data: rows.map(of),
});
export const integerColumn = <Row>(name: string, rows: readonly Row[], of: (row: Row) => number): TidyColumn => ({
  name,
  type: 'integer',
  data: rows.map(of),
});
export const numberColumn = <Row>(name: string, rows: readonly Row[], of: (row: Row) => number): TidyColumn => ({
  name,
  type: 'number',
  data: rows.map(of),
});

const parquetTypes = { text: 'STRING', integer: 'INT32', number: 'DOUBLE' } as const;

/** Writes `<name>.csv` (unless Parquet alone is asked for) and `<name>.parquet` into a folder; answers with the names. */
export async function writeTable(folder: string, { name, columns, parquetOnly }: TidyTable): Promise<string[]> {
  const written: string[] = [];
  if (!parquetOnly) {
    const rows = columns[0].data.map((_, row) => columns.map(({ data }): Cell => data[row]));
    await writeFile(
      path.join(folder, `${name}.csv`),
      csvText(
        columns.map((column) => column.name),
        rows,
      ),
    );
    written.push(`${name}.csv`);
  }
  writeParquet(
    path.join(folder, `${name}.parquet`),
    columns.map(({ name, type, data }) => ({
      name,
      // one kind of zero, as in the text
      data: type === 'text' ? [...data] : (data as readonly number[]).map((value) => value + 0),
      type: parquetTypes[type],
    })),
  );
  written.push(`${name}.parquet`);
  return written;
}
