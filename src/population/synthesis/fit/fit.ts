import type { CityData } from '../../../scenario/city-data.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import type { Population } from '../../population.ts';
import { censusHouseholds } from '../resident/census-households.ts';
import type { AddCell } from './add-cell.ts';
import { checkRows } from './fit-checks.ts';
import { controlRows } from './fit-controls.ts';
import { shareRows } from './fit-shares.ts';
import type { MarriedResidents } from './married-residents.ts';

/** One cell of a census table against the synthetic population. */
export interface FitRow {
  readonly control: string;
  /** Code of the area, or `city`. */
  readonly area: string;
  readonly category: string;
  readonly target: number;
  readonly synthesised: number;
  readonly difference: number;
  /** Whether the synthesis was given this figure; the others judge it. Counts given are met exactly, shares within the error of drawing. */
  readonly controlled: boolean;
}

/**
 * Counts the finished tables anew and sets them against the census: first what was controlled, then what was not. The targets of a
 * sample are its share of the counts, fractions and all.
 */
export function measureFit(
  population: Population,
  married: MarriedResidents,
  city: CityData,
  parameters: ParameterValues,
  rate: number,
): FitRow[] {
  const rows: FitRow[] = [];
  const adder =
    (controlled: boolean): AddCell =>
    (control, area, category, target, synthesised) => {
      rows.push({ control, area, category, target, synthesised, difference: synthesised - target, controlled });
    };
  const households = censusHouseholds(population, city.areas.length);
  controlRows(population, households, city, parameters, rate, adder(true));
  shareRows(population, married, households, city, adder(true), adder(false));
  checkRows(population, households, city, rate, adder(false));
  return rows;
}

/** Errors of all cells of one control. */
export interface FitSummary {
  readonly control: string;
  readonly controlled: boolean;
  readonly cells: number;
  readonly totalAbsoluteError: number;
  /** Standardised root mean square error: root mean square difference over the mean target; 0 is a perfect fit. */
  readonly srmse: number;
}

/** Total absolute error and SRMSE by control, in order of first appearance. */
export function summarizeFit(rows: readonly FitRow[]): FitSummary[] {
  const controls = new Map<string, FitRow[]>();
  for (const row of rows) {
    const cells = controls.get(row.control);
    if (cells) cells.push(row);
    else controls.set(row.control, [row]);
  }
  return Array.from(controls, ([control, cells]) => {
    const absolute = cells.reduce((sum, row) => sum + Math.abs(row.difference), 0);
    const square = cells.reduce((sum, row) => sum + row.difference * row.difference, 0);
    const mean = cells.reduce((sum, row) => sum + row.target, 0) / cells.length;
    const srmse = mean === 0 ? 0 : Math.sqrt(square / cells.length) / mean;
    return { control, controlled: cells[0].controlled, cells: cells.length, totalAbsoluteError: absolute, srmse };
  });
}
