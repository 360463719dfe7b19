import { mean, quantileSorted, sampleStandardDeviation } from 'simple-statistics';
import { errorOfMean } from '../../result/summary.ts';
import { studentQuantile } from './student-quantile.ts';

/** A mean over replicates, how well it is known, and how the replicates spread. */
export interface Estimate {
  /** Replicates in which the number is defined. */
  readonly replicates: number;
  readonly mean: number;
  /** Standard error of the mean (`errorOfMean`); NaN with one replicate. */
  readonly se: number;
  /** 90 % confidence interval of the mean (Student's t): what more replicates would narrow. */
  readonly low: number;
  readonly high: number;
  /** Quantiles of the replicates (type 7): chance and parameters, which more replicates do not narrow. */
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** Quantile of the distribution at the upper end of the interval of the mean. */
const UPPER = 0.95;

/** Estimate of the mean of the defined values (NaN is left out), summed in the order given. */
export function estimate(values: readonly number[]): Estimate {
  const defined = values.filter((value) => !Number.isNaN(value));
  const n = defined.length;
  if (n === 0)
    return { replicates: 0, mean: NaN, se: NaN, low: NaN, high: NaN, p05: NaN, p25: NaN, p50: NaN, p75: NaN, p95: NaN };
  const middle = mean(defined);
  const { se, freedom } = n === 1 ? { se: NaN, freedom: 1 } : errorOfMean(values, sampleStandardDeviation(defined));
  const half = se * tOf(freedom);
  const sorted = [...defined].sort((a, b) => a - b);
  const at = (p: number): number => quantileSorted(sorted, p);
  return {
    replicates: n,
    mean: middle,
    se,
    low: middle - half,
    high: middle + half,
    p05: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
  };
}

const known = new Map<number, number>();

/** The factor from a standard error to half the width of the 90 % interval. */
export function tOf(freedom: number): number {
  let t = known.get(freedom);
  if (t === undefined) {
    t = studentQuantile(UPPER, freedom);
    known.set(freedom, t);
  }
  return t;
}

/**
 * How many times larger the variance of a difference would be had the two runs been drawn independently of each other:
 * (var a + var b) / var(b - a), over replicates in which both are defined. Infinity where the difference never varies though
 * the runs do; NaN where nothing varies, or with one replicate.
 */
export function varianceRatio(a: readonly number[], b: readonly number[]): number {
  const both = a.flatMap((value, r) => (Number.isNaN(value) || Number.isNaN(b[r]) ? [] : [[value, b[r]] as const]));
  if (both.length < 2) return NaN;
  const variance = (values: readonly number[]): number => sampleStandardDeviation([...values]) ** 2;
  const unpaired = variance(both.map(([x]) => x)) + variance(both.map(([, y]) => y));
  return unpaired / variance(both.map(([x, y]) => y - x));
}
