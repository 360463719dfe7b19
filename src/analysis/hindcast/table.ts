import type { ReplicateResult } from '../../indicator/result.ts';
import { summarize } from '../../result/summary.ts';
import { targetValue } from './target-value.ts';
import type { Target } from './targets.ts';

/** A census figure beside what a run from the census before arrived at. */
interface HindcastRow {
  readonly indicator: string;
  readonly area: string;
  readonly year: number;
  readonly observed: number;
  /** Where the run began: mean over replicates in its base year. */
  readonly base: number;
  /** Mean, and quantiles over replicates, in the year of the census. */
  readonly mean: number;
  readonly p05: number;
  readonly p95: number;
  /** Mean less observed. */
  readonly difference: number;
  /** Monte Carlo standard error of the mean, and so of the difference; NaN of a single replicate. */
  readonly mcse: number;
  /** Replicates that have the figure. */
  readonly replicates: number;
}

/**
 * Holds the replicates of one run against targets, a row a target in the order given. Targets whose year, area or indicator no
 * replicate has are left out, so that a shorter run gives a shorter table.
 */
export function hindcastTable(targets: readonly Target[], results: readonly ReplicateResult[]): HindcastRow[] {
  return targets.flatMap((target) => {
    const { indicator, area, year, value: observed } = target;
    const { replicates, mean, mcse, p05, p95 } = summarize(results.map((result) => targetValue(target, result)));
    if (replicates === 0) return [];
    const base = summarize(results.map((result) => targetValue(target, result, result.years[0]))).mean;
    return [{ indicator, area, year, observed, base, mean, p05, p95, difference: mean - observed, mcse, replicates }];
  });
}
