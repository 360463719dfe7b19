import type { IndicatorRow } from '../../report/chart-input.ts';

export const statistics = ['mean', 'p50', 'p05', 'p25', 'p75', 'p95'] as const;
/** A statistic over replicates: the mean, the median, or a quantile. */
export type Statistic = (typeof statistics)[number];

/** What rows and columns of a table may be told by; the third is held still. */
export const rowSides = ['area', 'indicator', 'year'] as const;
export const columnSides = ['year', 'area'] as const;
export type RowSide = (typeof rowSides)[number];
export type ColumnSide = (typeof columnSides)[number];

interface PivotQuestion {
  readonly rows: RowSide;
  readonly columns: ColumnSide;
  readonly statistic: Statistic;
  /** Keys wanted of each side, in the order they are to stand; of the side that is held still one. */
  readonly keys: Readonly<Record<RowSide, readonly string[]>>;
}

/** A statistic by rows and columns. */
export interface Pivot {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Null where the result has no number. */
  readonly cells: readonly (readonly (number | null)[])[];
}

/**
 * Turns rows of indicators.csv into a table. Rows and columns without a single number are left out.
 * @throws Error where rows and columns are the same side
 */
export function pivot(from: readonly IndicatorRow[], { rows, columns, statistic, keys }: PivotQuestion): Pivot {
  if (rows === columns) throw new Error('rows and columns are the same');
  const sides = rowSides.filter((side) => side !== rows && side !== columns);
  const held = sides.map((side) => [side, keys[side][0]] as const);
  const numbers = new Map<string, number>();
  for (const row of from) {
    if (held.some(([side, key]) => String(row[side]) !== key) || !Number.isFinite(row[statistic])) continue;
    numbers.set(`${row[rows]}\n${row[columns]}`, row[statistic]);
  }
  const at = (row: string, column: string): number | null => numbers.get(`${row}\n${column}`) ?? null;
  const there = {
    rows: keys[rows].filter((row) => keys[columns].some((column) => at(row, column) !== null)),
    columns: keys[columns].filter((column) => keys[rows].some((row) => at(row, column) !== null)),
  };
  return { ...there, cells: there.rows.map((row) => there.columns.map((column) => at(row, column))) };
}
