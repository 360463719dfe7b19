import { group } from 'd3-array';
import type { FitRow } from '../population/synthesis/fit/fit.ts';

/** How one table is met over all its cells. */
export interface FitSummary {
  readonly control: string;
  /** Whether the synthesis used the table; one it did not use is a test of it. */
  readonly controlled: boolean;
  readonly cells: number;
  readonly target: number;
  /** Total absolute error: sum of the absolute differences. */
  readonly tae: number;
  /** Standardised root mean square error: root of the mean squared difference, over the mean target. */
  readonly srmse: number;
}

/** Fit of every table, those used in the synthesis first (Voas & Williamson 2001, "Evaluating goodness-of-fit measures"). */
export function fitSummaries(fit: readonly FitRow[]): FitSummary[] {
  const tables = group(fit, (row) => JSON.stringify([row.control, row.controlled]));
  return [...tables.values()].map(summaryOf).sort((a, b) => Number(b.controlled) - Number(a.controlled));
}

function summaryOf(rows: readonly FitRow[]): FitSummary {
  const { control, controlled } = rows[0];
  const cells = rows.length;
  const target = rows.reduce((sum, row) => sum + row.target, 0);
  const tae = rows.reduce((sum, row) => sum + Math.abs(row.difference), 0);
  const squares = rows.reduce((sum, row) => sum + row.difference ** 2, 0);
  return { control, controlled, cells, target, tae, srmse: Math.sqrt(squares / cells) / (target / cells) };
}
