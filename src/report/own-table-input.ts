import type { TableCard } from '../people/table/table-card.ts';

/** A number of a table of one's own: the distribution of a cell over replicates. */
export interface OwnCell {
  readonly mean: number;
  readonly mcse: number;
  readonly p05: number;
  readonly p95: number;
  /** Whether the guard withholds its numbers. */
  readonly withheld: boolean;
}

/** A table of one's own as its files tell it. */
export interface OwnTable {
  readonly card: TableCard;
  /** Replicates it was counted in. */
  readonly replicates: number;
  /** Areas and years it was counted for, in the order of the file. */
  readonly areas: readonly string[];
  readonly years: readonly number[];
  /** A cell of an area and year, in the order of `cellsOf`; undefined where nothing was counted. */
  readonly at: (area: string, year: number, cell: number) => OwnCell | undefined;
}
