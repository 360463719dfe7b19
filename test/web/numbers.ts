import { readFileSync } from 'node:fs';
import path from 'node:path';
import { csvParse, type DSVRowString } from 'd3-dsv';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';

/** Lines of a download of all numbers without their scenario, in one order, money apart. */
export const simulatedIn = (csv: string): string[] =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(line.indexOf(',') + 1))
    .filter((line) => !line.includes('_yuan,'))
    .sort();

/** The same of a run's replicates.parquet. */
export async function numbersIn(results: string): Promise<string[]> {
  const file = await asyncBufferFromFile(path.join(results, 'replicates.parquet'));
  const rows = await parquetReadObjects({ file });
  const line = (row: Record<string, unknown>): string =>
    ['replicate', 'area', 'year', 'indicator', 'value'].map((name) => String(row[name])).join(',');
  return rows.map(line).sort();
}

/** Money of a download of all numbers: means over replicates by `<indicator> <area> <year>`. */
export function meansOf(csv: string): Map<string, number> {
  const rows = csvParse(csv).filter(({ indicator }) => indicator.endsWith('_yuan'));
  const replicates = new Set(rows.map(({ replicate }) => replicate)).size;
  return summed(rows, ({ indicator }) => indicator, 'value', replicates);
}

/** The same money as the tables of `luohu fiscal` have it, what is zero and what is planned on the mean left out. */
export function moneyOf(results: string): Map<string, number> {
  const table = (name: string): DSVRowString[] => [
    ...csvParse(readFileSync(path.join(results, 'fiscal', `${name}.csv`), 'utf8')),
  ];
  const isPublic = ({ kind, payer }: DSVRowString): boolean =>
    kind === 'operating' && ['centre', 'province', 'city', 'county'].includes(payer);
  const all = [
    ...summed(
      table('award').filter(({ form }) => form === 'envelope'),
      () => 'award_yuan',
      'yuan',
    ),
    ...summed(
      table('ledger').filter(({ level }) => level === 'local'),
      () => 'settled_running_yuan',
      'arrival_yuan',
    ),
    ...summed(table('costs').filter(isPublic), () => 'public_running_yuan', 'current_yuan'),
  ];
  return new Map(all.filter(([, yuan]) => yuan !== 0));
}

function summed(
  rows: readonly DSVRowString[],
  name: (row: DSVRowString) => string,
  column: string,
  divisor = 1,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = `${name(row)} ${row['area']} ${row['year']}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(row[column]) / divisor);
  }
  return sums;
}
