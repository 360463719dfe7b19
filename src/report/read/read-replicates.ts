import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parquetRead } from 'hyparquet';
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
  const table = await readColumns(bytes).catch((error: Error) => {
    throw new InputError([{ file, ...messages.broken(error.message) }]);
  });
  const wanted = new Map(indicators.map((name) => [name, new Map<number, Map<number, number>>()]));
  for (let row = 0; row < table.area.length; row++) {
    const found = table.area[row] === 'city' ? wanted.get(String(table.indicator[row])) : undefined;
    if (found === undefined) continue;
    const replicate = Number(table.replicate[row]);
    const years = found.get(replicate) ?? new Map<number, number>();
    years.set(Number(table.year[row]), Number(table.value[row]));
    found.set(replicate, years);
  }
  return wanted;
}

type Column = ArrayLike<unknown>;

/** The columns whole, without an object for every row: a full run has half a million of them. */
async function readColumns(bytes: Uint8Array): Promise<Record<(typeof columns)[number], Column>> {
  const table: Record<string, unknown[]> = Object.fromEntries(columns.map((name) => [name, []]));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  await parquetRead({
    file,
    columns: [...columns],
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = table[columnName];
      for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i];
    },
  });
  return table as Record<(typeof columns)[number], Column>;
}
