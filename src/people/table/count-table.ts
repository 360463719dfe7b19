import { quantileSorted } from 'simple-statistics';
import type { Open } from '../expression/compile.ts';
import type { Table } from './compile-table.ts';

/** Rows a table is counted from: the people of a thread, or a file of microdata. */
export interface Source {
  readonly rows: number;
  /** Whether a row is of somebody who is there. */
  readonly isThere: (row: number) => boolean;
  readonly open: Open;
  /** What finds the same one again in another year. */
  readonly key: (row: number) => number;
  /** The row of that one, -1 where it is no longer there. */
  readonly find: (key: number) => number;
}

/** A table that is being counted: one year after the other. */
export interface TableCounter {
  /** Names of its numbers, in the order of `values`. */
  readonly names: readonly string[];
  /** [(area * names)] of the year counted last, the city first; NaN where a number is not made. */
  readonly values: Float64Array;
  /** Counts a year end; null where the year has nothing to count from. */
  readonly count: (year: number, source: Source | null) => void;
}

/** Those of an earlier year, for transitions. */
interface Remembered {
  readonly keys: number[];
  readonly areas: number[];
  /** Cells of the groups and the state then. */
  readonly cells: number[];
}

/**
 * @param areas areas of the city
 * @param weight persons or households that one simulated one stands for
 */
export function tableCounter(table: Table, areas: number, weight: number): TableCounter {
  const { cells, groups, measure } = table;
  const counts = cells.flatMap(({ counted }) => counted ?? []);
  const names = [...cells.map(({ name }) => name), ...counts];
  const values = new Float64Array((areas + 1) * names.length);
  const sizes = groups.map(({ labels }) => labels.length);
  const before = measure.kind === 'transition' ? groups.slice(0, -1) : groups;
  let remembered: Remembered | null = null;

  return {
    names,
    values,
    count(year, source) {
      values.fill(Number.NaN);
      if (source === null || (table.years !== null && !table.years.includes(year))) return;
      if (measure.kind === 'transition') countTransitions(source);
      else countCells(source);
    },
  };

  /** Cell of a row by some groups, the last running fastest. */
  function cellReader(source: Source, of: typeof groups): (row: number) => number {
    const readers = of.map((group) => group.open(source.open));
    return (row) => {
      let cell = 0;
      for (let g = 0; g < readers.length; g++) cell = cell * sizes[g] + readers[g](row);
      return cell;
    };
  }

  /** Calls back with every row that counts: there, in an area of the city, and let through by the filter. */
  function eachRow(source: Source, visit: (row: number, area: number) => void): void {
    const area = source.open(table.area);
    const filter = table.filter?.open(source.open) ?? null;
    for (let row = 0; row < source.rows; row++) {
      if (!source.isThere(row)) continue;
      const a = area(row);
      if (!(a < areas) || (filter !== null && filter(row) !== 1)) continue;
      visit(row, a);
    }
  }

  function countCells(source: Source): void {
    const width = cells.length;
    const persons = new Float64Array((areas + 1) * width);
    const sums = new Float64Array((areas + 1) * width);
    const lists = measure.kind === 'quantile' ? new Map<number, number[]>() : null;
    const cellOf = cellReader(source, groups);
    const value = measure.kind === 'count' || measure.kind === 'transition' ? null : measure.of.open(source.open);
    const add = (cell: number, of: number): void => {
      persons[cell]++;
      sums[cell] += of;
      if (lists === null) return;
      const list = lists.get(cell);
      if (list === undefined) lists.set(cell, [of]);
      else list.push(of);
    };
    eachRow(source, (row, a) => {
      const of = value === null ? 0 : value(row);
      if (Number.isNaN(of)) return;
      const cell = cellOf(row);
      add(cell, of);
      add((a + 1) * width + cell, of);
    });
    for (let a = 0; a <= areas; a++)
      for (let cell = 0; cell < width; cell++) {
        const at = a * width + cell;
        const first = a * names.length;
        values[first + cell] = cellValue(persons[at], sums[at], lists?.get(at));
        if (counts.length > 0) values[first + width + cell] = weight * persons[at];
      }
  }

  function cellValue(persons: number, sum: number, list: number[] | undefined): number {
    switch (measure.kind) {
      case 'count':
      case 'transition':
        return weight * persons;
      case 'sum':
        return weight * sum;
      case 'mean':
        return persons === 0 ? Number.NaN : sum / persons;
      case 'share':
        return persons === 0 ? Number.NaN : (100 * sum) / persons;
      case 'quantile':
        return list === undefined
          ? Number.NaN
          : quantileSorted(
              list.sort((a, b) => a - b),
              measure.at,
            );
    }
  }

  function countTransitions(source: Source): void {
    const after = groups[groups.length - 1];
    const size = after.labels.length;
    if (remembered !== null) {
      const state = after.open(source.open);
      values.fill(0);
      remembered.keys.forEach((key, n) => {
        const row = source.find(key);
        const cell = remembered!.cells[n] * size + (row < 0 ? size - 1 : state(row));
        values[cell]++;
        values[(remembered!.areas[n] + 1) * names.length + cell]++;
      });
      values.forEach((count, at) => {
        values[at] = weight * count;
      });
    }
    remembered = { keys: [], areas: [], cells: [] };
    const { keys, areas: ofAreas, cells: ofCells } = remembered;
    const cellOf = cellReader(source, before);
    eachRow(source, (row, a) => {
      keys.push(source.key(row));
      ofAreas.push(a);
      ofCells.push(cellOf(row));
    });
  }
}
