import { existsSync } from 'node:fs';
import path from 'node:path';
import { readReplicateCells } from '../../run/parquet-file.ts';
import { InputError } from '../../scenario/errors.ts';
import { resultMessages as messages } from './messages.ts';

/** Values of one area, of the whole city unless said: by indicator, then replicate, then year. */
export type CityReplicates = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, number>>>;

/**
 * Some indicators, replicate by replicate, from replicates.parquet.
 * @param of `city` for the whole, or the code of an area
 * @throws InputError where the file is missing or damaged
 */
export async function readReplicates(
  folder: string,
  indicators: readonly string[],
  of = 'city',
): Promise<CityReplicates> {
  const file = path.join(folder, 'replicates.parquet');
  if (!existsSync(file)) throw new InputError([{ file, ...messages.missing() }]);
  const wanted = new Map(indicators.map((name) => [name, new Map<number, Map<number, number>>()]));
  await readReplicateCells(file, ({ replicate, area, year, indicator, value }) => {
    const found = area === of ? wanted.get(indicator) : undefined;
    if (found === undefined) return;
    const years = found.get(replicate) ?? new Map<number, number>();
    years.set(year, value);
    found.set(replicate, years);
  }).catch((error: Error) => {
    throw new InputError([{ file, ...messages.broken(error.message) }]);
  });
  return wanted;
}
