import path from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';

/** Lines of a download of all numbers without their scenario, in one order. */
export const numbersOf = (csv: string): string[] =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.indexOf(',') + 1))
    .sort();

/** The same of a run's replicates.parquet. */
export async function numbersIn(results: string): Promise<string[]> {
  const file = await asyncBufferFromFile(path.join(results, 'replicates.parquet'));
  const rows = await parquetReadObjects({ file });
  const line = (row: Record<string, unknown>): string =>
    ['replicate', 'area', 'year', 'indicator', 'value'].map((name) => String(row[name])).join(',');
  return rows.map(line).sort();
}
