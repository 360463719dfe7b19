import { closeSync, openSync, readSync } from 'node:fs';
import {
  asyncBufferFromFile,
  type ColumnMetaData,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  type RowGroup,
} from 'hyparquet';
import { type ColumnSource, fileWriter, ParquetWriter, parquetWriteFile, schemaFromColumnData } from 'hyparquet-writer';

/*
 * The only file that knows which library reads and writes Parquet. It stays because it is plain JavaScript without dependencies, in its
 * exact version, and because what it writes is read by others in the tests; another one would be put in its place here.
 */

/** Values of a column, all of one type. */
type ParquetData = readonly (string | number | bigint | boolean | null)[] | Int32Array | Float64Array | BigInt64Array;

/** A column, all of one type; null stands for a gap where there may be any. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'INT64' | 'DOUBLE' | 'BOOLEAN';
  readonly gaps?: boolean;
  readonly data: ParquetData;
}

const CREATED_BY = 'luohu';

const toSource = ({ name, type, gaps = false, data }: ParquetColumn): ColumnSource => ({
  name,
  type,
  data: data as unknown[],
  nullable: gaps,
});

/** Writes a table of columns of the same length. */
export function writeParquet(file: string, columns: readonly ParquetColumn[]): void {
  parquetWriteFile({ filename: file, createdBy: CREATED_BY, columnData: columns.map(toSource) });
}

/** A file that is written group of rows by group of rows. */
interface OpenParquet {
  readonly write: (data: readonly ParquetData[]) => void;
  /** Takes the row groups of another file of the same columns over as they are. */
  readonly append: (file: string) => Promise<void>;
  readonly finish: () => void;
}

/**
 * Writes a table of such columns in row groups, as they come.
 * @param metadata texts by key, kept in the file
 */
export function openParquet(
  file: string,
  columns: readonly Omit<ParquetColumn, 'data'>[],
  metadata: Readonly<Record<string, string>> = {},
): OpenParquet {
  const schema = schemaFromColumnData({ columnData: columns.map((column) => toSource({ ...column, data: [] })) });
  const kvMetadata = Object.entries(metadata).map(([key, value]) => ({ key, value }));
  const kept = kvMetadata.length > 0 ? { kvMetadata } : {};
  // where groups of other files are taken over there is no index of pages
  const indexed = kvMetadata.length > 0 ? { offsetIndex: false } : {};
  const parquet = new ParquetWriter({ writer: fileWriter(file), schema, createdBy: CREATED_BY, ...kept });
  return {
    write(data) {
      const columnData = data.map((each, i) => ({ name: columns[i].name, data: each as unknown[], ...indexed }));
      parquet.write({ columnData, rowGroupSize: data[0].length });
    },
    append: (other) => appendGroups(parquet, other),
    finish: () => parquet.finish(),
  };
}

const MAGIC_BYTES = 4;
const COPY_BYTES = 1 << 20;

/** Copies what lies before the footer of another file, and its row groups with their places moved along. */
async function appendGroups(parquet: ParquetWriter, file: string): Promise<void> {
  const { row_groups: groups, num_rows: rows } = await parquetMetadataAsync(await asyncBufferFromFile(file));
  const move = BigInt(parquet.writer.offset - MAGIC_BYTES);
  const bytes = groups.reduce((sum, { total_compressed_size: size }) => sum + Number(size), 0);
  const from = openSync(file, 'r');
  const piece = new Uint8Array(COPY_BYTES);
  try {
    for (let at = 0; at < bytes; ) {
      const read = readSync(from, piece, 0, Math.min(COPY_BYTES, bytes - at), MAGIC_BYTES + at);
      if (read === 0) throw new Error(`${file} ends early`);
      parquet.writer.appendBytes(piece.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(from);
  }
  parquet.num_rows += rows;
  parquet.row_groups.push(
    ...groups.map(
      (group): RowGroup => ({
        ...group,
        columns: group.columns.map((column) => ({
          ...column,
          file_offset: column.file_offset + move,
          meta_data: movedBy(move, column.meta_data!),
        })),
      }),
    ),
  );
}

function movedBy(move: bigint, chunk: ColumnMetaData): ColumnMetaData {
  const { data_page_offset: data, dictionary_page_offset: dictionary } = chunk;
  const moved = dictionary === undefined ? {} : { dictionary_page_offset: dictionary + move };
  return { ...chunk, data_page_offset: data + move, ...moved };
}

/** A group of rows of a file, read when asked. */
interface ParquetGroup {
  readonly rows: number;
  /** Values by column, null where there is a gap; of all columns where none are named. */
  readonly read: (columns?: readonly string[]) => Promise<Readonly<Record<string, ArrayLike<unknown>>>>;
}

/**
 * The groups of rows of a file and the texts it was written with.
 * @throws Error for a file that is missing or damaged, or when a group is read, lacks a column
 */
export async function openGroups(
  file: string,
): Promise<{ readonly groups: readonly ParquetGroup[]; readonly metadata: Readonly<Record<string, string>> }> {
  const buffer = await asyncBufferFromFile(file);
  const metadata = await parquetMetadataAsync(buffer);
  const all = metadata.schema.slice(1).map(({ name }) => name);
  let next = 0;
  const groups = metadata.row_groups.map(({ num_rows: rows }): ParquetGroup => {
    const rowStart = next;
    next += Number(rows);
    const rowEnd = next;
    return {
      rows: Number(rows),
      async read(columns = all) {
        const values: Record<string, unknown[]> = Object.fromEntries(columns.map((name) => [name, []]));
        await parquetRead({
          file: buffer,
          metadata,
          columns: [...columns],
          rowStart,
          rowEnd,
          onChunk: ({ columnName, columnData, rowStart: first }) => {
            const column = values[columnName];
            for (let i = 0; i < columnData.length; i++) column[first - rowStart + i] = columnData[i];
          },
        });
        return values;
      },
    };
  });
  const kept = metadata.key_value_metadata ?? [];
  return { groups, metadata: Object.fromEntries(kept.map(({ key, value }) => [key, value ?? ''])) };
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
