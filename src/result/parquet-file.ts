import { asyncBufferFromFile, type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { type ColumnSource, fileWriter, ParquetWriter, parquetWriteFile, schemaFromColumnData } from 'hyparquet-writer';

/*
 * The only file that knows which library reads and writes Parquet. It stays because it is plain JavaScript without dependencies, in its
 * exact version, and because what it writes is read by others in the tests; another one would be put in its place here.
 */

/** A column without gaps, all of one type. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'DOUBLE';
  readonly data: readonly (string | number)[];
}

const CREATED_BY = 'luohu';

const toSource = ({ name, type, data }: ParquetColumn): ColumnSource => ({
  name,
  type,
  data: data as unknown[],
  nullable: false,
});

/** Writes a table of columns of the same length. */
export function writeParquet(file: string, columns: readonly ParquetColumn[]): void {
  parquetWriteFile({ filename: file, createdBy: CREATED_BY, columnData: columns.map(toSource) });
}

/** Writes a table of such columns in row groups, as they come. */
export function openParquet(
  file: string,
  columns: readonly Omit<ParquetColumn, 'data'>[],
): { readonly write: (data: readonly ParquetColumn['data'][]) => void; readonly finish: () => void } {
  const schema = schemaFromColumnData({ columnData: columns.map((column) => toSource({ ...column, data: [] })) });
  const parquet = new ParquetWriter({ writer: fileWriter(file), schema, createdBy: CREATED_BY });
  return {
    write(data) {
      const columnData = data.map((each, i) => ({ name: columns[i].name, data: each as unknown[] }));
      parquet.write({ columnData, rowGroupSize: data[0].length });
    },
    finish: () => parquet.finish(),
  };
}

/** One number of one replicate, as replicates.parquet holds it. */
export interface ReplicateCell {
  readonly replicate: number;
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly value: number;
}

/** The columns of replicates.parquet that are read, with the physical type each must have. */
const cellTypes = {
  replicate: 'INT32',
  area: 'BYTE_ARRAY',
  year: 'INT32',
  indicator: 'BYTE_ARRAY',
  value: 'DOUBLE',
} as const;
const cellColumns = Object.keys(cellTypes) as (keyof typeof cellTypes)[];

/**
 * Reads the numbers of replicates.parquet in their order, one row group after the other, so that memory does not grow with the file.
 * The file must be known to be as it was written (`assertUnchanged`): a damaged page can ask for more memory than there is.
 * @throws Error for a file that is missing, damaged, or has other columns
 */
export async function readReplicateCells(file: string, onCell: (cell: ReplicateCell) => void): Promise<void> {
  const buffer = await asyncBufferFromFile(file);
  const metadata = await parquetMetadataAsync(buffer);
  assertColumns(metadata);
  let rowStart = 0;
  for (const { num_rows: rows } of metadata.row_groups) {
    const from = rowStart;
    rowStart += Number(rows);
    const table: Record<string, unknown[]> = Object.fromEntries(cellColumns.map((name) => [name, []]));
    await parquetRead({
      file: buffer,
      metadata,
      columns: cellColumns,
      rowStart: from,
      rowEnd: rowStart,
      onChunk: ({ columnName, columnData, rowStart: start }) => {
        const column = table[columnName];
        for (let i = 0; i < columnData.length; i++) column[start - from + i] = columnData[i];
      },
    });
    for (const name of cellColumns)
      if (table[name].length !== rowStart - from) throw new Error(`column ${name} has gaps`);
    for (let i = 0; i < rowStart - from; i++)
      onCell({
        replicate: Number(table['replicate'][i]),
        area: String(table['area'][i]),
        year: Number(table['year'][i]),
        indicator: String(table['indicator'][i]),
        value: Number(table['value'][i]),
      });
  }
}

/** Most rows of one group that any version has written, with room to spare: more is damage, and would be asked of the memory. */
const MOST_ROWS = 10_000_000;

function assertColumns({ schema, row_groups: groups }: FileMetaData): void {
  for (const { num_rows: rows, columns } of groups)
    if (!(rows >= 0 && rows <= MOST_ROWS) || columns.some(({ meta_data: data }) => data?.num_values !== rows))
      throw new Error('the counts of its rows contradict each other');

  for (const name of cellColumns) {
    const found = schema.find((column) => column.name === name);
    if (found?.type !== cellTypes[name])
      throw new Error(`column ${name} is ${found?.type ?? 'not there'}, not ${cellTypes[name]}`);
  }
}
