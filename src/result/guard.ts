import type { Cell, Table } from '../people/table/compile-table.ts';
import type { IndicatorRow } from './merge.ts';

/** A row of a table, and why its numbers are withheld: `small`, or `beside` a small one that would follow from the whole. */
export interface GuardedRow {
  readonly row: IndicatorRow;
  readonly cell: Cell;
  readonly withheld: 'small' | 'beside' | null;
}

/**
 * The rows of a table by area, year and cell. With a guard, those in which on average fewer than so many (but not none) are counted are
 * withheld, and where of the areas of a cell a single one is, the next smallest too: else the city's number would give it away.
 */
export function guarded(table: Table, byName: ReadonlyMap<string, readonly IndicatorRow[]>): GuardedRow[] {
  const { cells, guard } = table;
  const rows = cells.flatMap((cell) => {
    const counts = new Map((byName.get(cell.counted ?? cell.name) ?? []).map((row) => [key(row), row.mean]));
    return (byName.get(cell.name) ?? []).map((row) => ({ row, cell, count: counts.get(key(row)) ?? 0 }));
  });
  const rank = new Map(
    rows
      .map(({ row }) => row.area)
      .map((area, n) => [area, n] as const)
      .reverse(),
  );
  const inOrder = rows
    .map((each, n) => ({ ...each, n }))
    .sort((a, b) => rank.get(a.row.area)! - rank.get(b.row.area)! || a.row.year - b.row.year || a.n - b.n);
  if (guard === null) return inOrder.map(({ row, cell }) => ({ row, cell, withheld: null }));
  const beside = new Set<IndicatorRow>();
  const together = new Map<string, typeof inOrder>();
  for (const each of inOrder) {
    if (each.row.area === 'city') continue;
    const name = `${each.row.indicator} ${each.row.year}`;
    together.set(name, [...(together.get(name) ?? []), each]);
  }
  const isSmall = (count: number): boolean => count > 0 && count < guard;
  for (const areas of together.values()) {
    if (areas.filter(({ count }) => isSmall(count)).length !== 1) continue;
    const [next] = areas.filter(({ count }) => count >= guard).sort((a, b) => a.count - b.count);
    if (next !== undefined) beside.add(next.row);
  }
  return inOrder.map(({ row, cell, count }) => ({
    row,
    cell,
    withheld: isSmall(count) ? 'small' : beside.has(row) ? 'beside' : null,
  }));
}

const key = ({ area, year }: IndicatorRow): string => `${area} ${year}`;
