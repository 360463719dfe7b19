import { type CensusYear, type CitySizes, censusYears } from '../policy/place-groups.ts';
import { numberAt, type ReadText, readTable, textAt } from '../scenario/tables.ts';

/** Urban residents of the districts of every prefecture, by census. */
export const CITY_SIZES = 'city-size.csv';

/** Documents are read again and again through one reader; the table never changes while a command runs. */
const known = new WeakMap<ReadText, CitySizes>();

/** Reads data/city-size.csv. Throws InputError naming the file when it cannot be read. */
export function readCitySizes(read: ReadText): CitySizes {
  const found = known.get(read);
  if (found !== undefined) return found;
  const table = readTable(read, CITY_SIZES, ['code', 'census', 'urban']);
  const sizes: Record<CensusYear, Map<string, number>> = { 2010: new Map(), 2020: new Map() };
  for (const row of table.rows) {
    const census = censusYears.find((year) => year === numberAt(table, row, 'census'));
    if (census !== undefined) sizes[census].set(textAt(row, 'code'), numberAt(table, row, 'urban'));
  }
  known.set(read, sizes);
  return sizes;
}
