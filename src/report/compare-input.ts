import type { Localized } from '../language/language.ts';
import type { ChartInput, IndicatorRow } from './chart-input.ts';

/** Runs beside each other, the base first. */
export interface CompareInput {
  readonly runs: readonly { readonly name: Localized; readonly input: ChartInput }[];
  /** For each run but the first: the differences from the base, replicate by replicate, as distributions; null where not comparable. */
  readonly differences: readonly (readonly IndicatorRow[] | null)[];
}

/** Most runs a picture tells apart. */
export const MOST_RUNS = 6;
