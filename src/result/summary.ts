import { mean, quantileSorted, sampleStandardDeviation } from 'simple-statistics';

/** How one number is distributed over replicates. */
export interface Summary {
  /** Replicates in which the number is defined. */
  readonly replicates: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); NaN with one replicate, which says nothing about spread. */
  readonly sd: number;
  /** Monte Carlo standard error of the mean, sd / sqrt(n); NaN with one replicate. */
  readonly mcse: number;
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/**
 * Summary of the defined values (NaN is left out), summed in the order given.
 *
 * Quantiles are of type 7 (Hyndman & Fan 1996, "Sample quantiles in statistical packages"), the default of R and numpy.
 */
export function summarize(values: readonly number[]): Summary {
  const defined = values.filter((value) => !Number.isNaN(value));
  const n = defined.length;
  if (n === 0)
    return { replicates: 0, mean: NaN, sd: NaN, mcse: NaN, p05: NaN, p25: NaN, p50: NaN, p75: NaN, p95: NaN };
  const sd = n === 1 ? NaN : sampleStandardDeviation(defined);
  const sorted = [...defined].sort((a, b) => a - b);
  const quantile = (p: number) => quantileSorted(sorted, p);
  return {
    replicates: n,
    mean: mean(defined),
    sd,
    mcse: sd / Math.sqrt(n),
    p05: quantile(0.05),
    p25: quantile(0.25),
    p50: quantile(0.5),
    p75: quantile(0.75),
    p95: quantile(0.95),
  };
}
