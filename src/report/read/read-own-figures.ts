import type { OwnFigure } from '../../scenario/scenario.ts';
import { readSomeIndicators } from './read-indicators.ts';

/** A figure somebody counted, and what a run says of the same place and year, in the unit of the value. */
export interface FigureBeside extends OwnFigure {
  /** Mean and 90 % interval of the replicates; null for a year or an indicator the run does not have. */
  readonly simulated: { readonly mean: number; readonly p05: number; readonly p95: number } | null;
}

/**
 * Figures beside the run of a result folder, city first, by indicator and year.
 * @throws InputError where indicators.csv is missing or lacks a column
 */
export function readFiguresBeside(folder: string, figures: readonly OwnFigure[]): FigureBeside[] {
  if (figures.length === 0) return [];
  const names = [...new Set(figures.map(({ indicator }) => indicator))];
  const rows = readSomeIndicators(folder, names);
  const known = new Map(rows.map((row) => [`${row.area} ${row.year} ${row.indicator}`, row]));
  const isCity = ({ area }: OwnFigure): number => (area === 'city' ? 0 : 1);
  return figures
    .map((each) => ({ ...each, simulated: known.get(`${each.area} ${each.year} ${each.indicator}`) ?? null }))
    .sort(
      (a, b) =>
        isCity(a) - isCity(b) ||
        a.area.localeCompare(b.area) ||
        names.indexOf(a.indicator) - names.indexOf(b.indicator) ||
        a.year - b.year,
    );
}
