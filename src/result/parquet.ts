import type { ReplicateResult } from '../indicator/result.ts';
import { openParquet } from '../run/parquet-file.ts';
import { inReplicateOrder } from './merge.ts';

/** Rows of the first row group and of each that follows: a reader learns the columns from a small one. */
const FIRST_ROWS = 1000;
const GROUP_ROWS = 100_000;

/** Columns of rows that are not written yet. */
interface Rows {
  readonly replicate: number[];
  readonly area: string[];
  readonly year: number[];
  readonly indicator: string[];
  readonly value: number[];
}

const noRows = (): Rows => ({ replicate: [], area: [], year: [], indicator: [], value: [] });

/**
 * Writes every defined number of every replicate as one row: scenario, replicate, area, year, indicator, value. Row groups are
 * written as they fill, so that the memory it takes does not grow with the number of replicates.
 */
export function writeReplicates(file: string, scenario: string, results: readonly ReplicateResult[]): void {
  const parquet = openParquet(file, columns);
  let rows = noRows();
  let room = FIRST_ROWS;
  const write = () => {
    const { replicate, area, year, indicator, value } = rows;
    parquet.write([value.map(() => scenario), replicate, area, year, indicator, value]);
    rows = noRows();
    room = GROUP_ROWS;
  };
  for (const { replicate, areas, years, indicators, values } of inReplicateOrder(results)) {
    values.forEach((value, cell) => {
      if (Number.isNaN(value)) return;
      const place = Math.floor(cell / indicators.length);
      rows.replicate.push(replicate);
      rows.area.push(areas[place % areas.length]);
      rows.year.push(years[Math.floor(place / areas.length)]);
      rows.indicator.push(indicators[cell % indicators.length]);
      rows.value.push(value);
      if (rows.value.length === room) write();
    });
  }
  if (rows.value.length > 0) write();
  parquet.finish();
}

const columns = [
  { name: 'scenario', type: 'STRING' },
  { name: 'replicate', type: 'INT32' },
  { name: 'area', type: 'STRING' },
  { name: 'year', type: 'INT32' },
  { name: 'indicator', type: 'STRING' },
  { name: 'value', type: 'DOUBLE' },
] as const;
