import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parquetMetadata, parquetRead } from 'hyparquet';
import { InputError } from '../../scenario/errors.ts';
import { resultMessages as messages } from './messages.ts';

/** Values of the whole city: by indicator, then replicate, then year. */
export type CityReplicates = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, number>>>;

const columns = ['replicate', 'area', 'year', 'indicator', 'value'] as const;

/**
 * Some indicators of the whole city, replicate by replicate, from replicates.parquet.
 * @throws InputError where the file is missing or damaged
 */
export async function readCityReplicates(folder: string, indicators: readonly string[]): Promise<CityReplicates> {
  const file = path.join(folder, 'replicates.parquet');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch {
    throw new InputError([{ file, ...messages.missing() }]);
  }
  const wanted = new Map(indicators.map((name) => [name, new Map<number, Map<number, number>>()]));
  await readGroups(bytes, (table) => {
    for (let row = 0; row < table.area.length; row++) {
      const found = table.area[row] === 'city' ? wanted.get(String(table.indicator[row])) : undefined;
      if (found === undefined) continue;
      const replicate = Number(table.replicate[row]);
      const years = found.get(replicate) ?? new Map<number, number>();
      years.set(Number(table.year[row]), Number(table.value[row]));
      found.set(replicate, years);
    }
  }).catch((error: Error) => {
    throw new InputError([{ file, ...messages.broken(error.message) }]);
  });
  return wanted;
}

type Columns = Readonly<Record<(typeof columns)[number], unknown[]>>;

/** The columns one row group after the other, without an object for every row: a nation's run has millions of them. */
async function readGroups(bytes: Uint8Array, read: (table: Columns) => void): Promise<void> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  let rowStart = 0;
  for (const { num_rows: rows } of metadata.row_groups) {
    const from = rowStart;
    rowStart += Number(rows);
    const table: Readonly<Record<string, unknown[]>> & Columns = {
      replicate: [],
      area: [],
      year: [],
      indicator: [],
      value: [],
    };
    await parquetRead({
      file,
      metadata,
      columns: [...columns],
      rowStart: from,
      rowEnd: rowStart,
      onChunk: ({ columnName, columnData, rowStart: start }) => {
        const column = table[columnName];
        for (let i = 0; i < columnData.length; i++) column[start - from + i] = columnData[i];
      },
    });
    read(table);
  }
}
