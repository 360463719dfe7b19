import type { IndicatorRow } from '../chart-input.ts';
import { numberOf, readResultTable, type TableRow } from './read-table.ts';

const FILE = 'indicators.csv';
const statistics = ['mean', 'p05', 'p25', 'p50', 'p75', 'p95'] as const;
const columns = ['area', 'year', 'indicator', 'unit', ...statistics];

/** All rows of indicators.csv. @throws InputError where the file is missing or lacks a column */
export const readIndicators = (folder: string): IndicatorRow[] => readResultTable(folder, FILE, columns).map(rowOf);

/**
 * Rows of some indicators alone. Lines that name none of them are not taken apart: the nation's file has a million.
 * @throws InputError where the file is missing or lacks a column
 */
export function readSomeIndicators(folder: string, names: readonly string[]): IndicatorRow[] {
  const wanted = new Set(names);
  const cells = names.map((name) => `,${name},`);
  const rows = readResultTable(folder, FILE, columns, (text) => {
    const [head, ...lines] = text.split('\n');
    return [head, ...lines.filter((line) => cells.some((cell) => line.includes(cell)))].join('\n');
  });
  return rows.filter(({ indicator }) => wanted.has(indicator)).map(rowOf);
}

/** What indicators.csv has numbers of: areas and indicators in the order of the file, years in theirs. */
interface Measured {
  readonly areas: readonly string[];
  readonly years: readonly number[];
  readonly indicators: readonly string[];
}

/** @throws InputError where the file is missing or lacks a column */
export function readMeasured(folder: string): Measured {
  const [areas, years, indicators] = [new Set<string>(), new Set<string>(), new Set<string>()];
  readResultTable(folder, FILE, columns, (text) => {
    const [head, ...lines] = text.split('\n');
    const places = ['area', 'year', 'indicator'].map((name) => head.split(',').indexOf(name));
    for (const line of lines) {
      if (line === '') continue;
      const cells = line.split(',');
      [areas, years, indicators].forEach((found, n) => void found.add(cells[places[n]]));
    }
    return head;
  });
  return { areas: [...areas], years: [...years].map(Number).sort((a, b) => a - b), indicators: [...indicators] };
}

const rowOf = (row: TableRow): IndicatorRow => ({
  area: row['area'],
  year: Number(row['year']),
  indicator: row['indicator'],
  unit: row['unit'],
  mean: numberOf(row, 'mean'),
  p05: numberOf(row, 'p05'),
  p25: numberOf(row, 'p25'),
  p50: numberOf(row, 'p50'),
  p75: numberOf(row, 'p75'),
  p95: numberOf(row, 'p95'),
});
