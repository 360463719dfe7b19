import { mean, quantileSorted, sampleStandardDeviation } from 'simple-statistics';

/** Replicates that follow each other and are a Latin hypercube over all that is drawn (random/stratified.ts). */
export const BLOCK = 10;
/** Blocks whose means tell how far means of blocks differ. */
export const FEWEST_BLOCKS = 4;

/** How one number is distributed over replicates. */
export interface Summary {
  /** Replicates in which the number is defined. */
  readonly replicates: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); NaN with one replicate, which says nothing about spread. */
  readonly sd: number;
  /** Monte Carlo standard error of the mean (`errorOfMean`); NaN with one replicate. */
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
    mcse: errorOfMean(values, sd).se,
    p05: quantile(0.05),
    p25: quantile(0.25),
    p50: quantile(0.5),
    p75: quantile(0.75),
    p95: quantile(0.95),
  };
}

/** How well a mean is known: its standard error, and the degrees of freedom of that. */
interface MeanError {
  readonly se: number;
  readonly freedom: number;
}

/**
 * Standard error of the mean of replicates in their order. Their draws are spread evenly within every ten, so that tens are alike while
 * single ones are not: from the spread of the means of the tens, where there are four and the number is defined in all (McKay, Beckman &
 * Conover 1979; Owen 1995). Still on the safe side: tens are spread evenly over hundreds too. With fewer, sd / sqrt(n), the error of
 * independent draws.
 * @param sd sample standard deviation of the defined values
 */
export function errorOfMean(values: readonly number[], sd: number): MeanError {
  const blocks = Math.floor(values.length / BLOCK);
  if (blocks < FEWEST_BLOCKS || values.some(Number.isNaN)) {
    const defined = values.filter((value) => !Number.isNaN(value)).length;
    return { se: sd / Math.sqrt(defined), freedom: defined - 1 };
  }
  const means = Array.from({ length: blocks }, (_, b) => mean(values.slice(b * BLOCK, (b + 1) * BLOCK)));
  return { se: sampleStandardDeviation(means) / Math.sqrt(blocks), freedom: blocks - 1 };
}
