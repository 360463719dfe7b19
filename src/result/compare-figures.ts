import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import type { IndicatorRow } from './merge.ts';

/** A mean over replicates that is not what it was. */
interface ChangedFigure {
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly recorded: number;
  readonly found: number;
}

/** How far the figures of a result folder and of a run made now are apart. */
export interface FigureChanges {
  readonly figures: number;
  readonly changed: number;
  /** The greatest changes of the whole city, relative to what was recorded. */
  readonly greatest: readonly ChangedFigure[];
}

const TOLD = 3;

/** Compares the means of indicators.csv with those of a run made now; rows that only one of them has count as changed. */
export async function compareFigures(folder: string, now: readonly IndicatorRow[]): Promise<FigureChanges> {
  const key = ({ area, year, indicator }: { area: string; year: number | string; indicator: string }) =>
    `${area} ${year} ${indicator}`;
  const rows = csvParse(await readFile(path.join(folder, 'indicators.csv'), 'utf8')) as unknown as {
    area: string;
    year: string;
    indicator: string;
    mean: string;
  }[];
  const recorded = new Map(rows.map((row) => [key(row), Number(row.mean)]));
  const figures = new Set([...recorded.keys(), ...now.map(key)]).size;
  const both = now.filter((row) => recorded.has(key(row)));
  const changed = both
    .map(({ area, year, indicator, mean }) => {
      return { area, year, indicator, recorded: recorded.get(key({ area, year, indicator }))!, found: mean };
    })
    .filter((row) => row.recorded !== row.found);
  const relative = (row: ChangedFigure) => Math.abs(row.found - row.recorded) / Math.max(Math.abs(row.recorded), 1);
  const greatest = changed
    .filter(({ area }) => area === 'city')
    .sort((a, b) => relative(b) - relative(a))
    .slice(0, TOLD);
  return { figures, changed: figures - both.length + changed.length, greatest };
}
