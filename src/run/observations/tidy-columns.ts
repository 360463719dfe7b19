import type { Grid } from './grid.ts';
import { columnNames } from './read-figures.ts';
import { plain } from './vocabulary.ts';

/** What a table in the shape of scenarios says beside its figures: nothing to understand, and kept as it is. */
export interface Told {
  /** The table without it. */
  readonly grid: Grid;
  readonly besides: (line: number) => { readonly error: string; readonly definition: string; readonly source: string };
}

/** Takes errors, definitions, sources and notes out of a table whose first line names the columns of a table of figures. */
export function tidyColumns(grid: Grid): Told {
  const [names = [], ...rows] = grid.rows;
  const at = (column: keyof typeof columnNames): number =>
    names.findIndex(({ text }) => columnNames[column].some((word) => word === plain(text)));
  const isTidy = (['place', 'year', 'indicator', 'value'] as const).every((column) => at(column) >= 0);
  const beside = names.flatMap(({ text }, c) =>
    [...columnNames.error, ...columnNames.definition, ...columnNames.source, ...columnNames.note].some(
      (word) => word === plain(text),
    )
      ? [c]
      : [],
  );
  const nothing = { error: '', definition: '', source: '' };
  if (!isTidy || beside.length === 0) return { grid, besides: () => nothing };
  const lines = new Map(rows.map((row) => [row[0]?.line, row]));
  return {
    grid: {
      ...grid,
      rows: grid.rows.map((row) => row.map((cell, c) => (beside.includes(c) ? { ...cell, text: '' } : cell))),
    },
    besides: (line) => {
      const of = (column: 'error' | 'definition' | 'source'): string => lines.get(line)?.[at(column)]?.text ?? '';
      return { error: of('error'), definition: of('definition'), source: of('source') };
    },
  };
}
