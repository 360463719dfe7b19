import { tOf } from './estimate.ts';

/** A ratio of two means over replicates. */
export interface Ratio {
  readonly ratio: number;
  /** Jackknife standard error; NaN with fewer than two replicates. */
  readonly se: number;
  /** 90 % interval: ratio plus and minus t standard errors. */
  readonly low: number;
  readonly high: number;
  /** Whether the interval of the mean below the line holds 0: the ratio then means nothing. */
  readonly undetermined: boolean;
}

/**
 * Mean of `above` over mean of `below`, replicate by replicate, with the standard error of the jackknife (Efron & Tibshirani
 * 1993, An Introduction to the Bootstrap, 11.5): each replicate is left out in turn.
 */
export function ratioOfMeans(above: readonly number[], below: readonly number[]): Ratio {
  const n = above.length;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const [top, bottom] = [sum(above), sum(below)];
  const ratio = top / bottom;
  if (n < 2) return { ratio, se: NaN, low: NaN, high: NaN, undetermined: bottom === 0 };
  const without = above.map((value, r) => (top - value) / (bottom - below[r]));
  const middle = sum(without) / n;
  const se = Math.sqrt(((n - 1) / n) * sum(without.map((value) => (value - middle) ** 2)));
  const half = tOf(n - 1) * se;
  const mean = bottom / n;
  const spread = Math.sqrt(sum(below.map((value) => (value - mean) ** 2)) / (n - 1) / n);
  return { ratio, se, low: ratio - half, high: ratio + half, undetermined: Math.abs(mean) <= tOf(n - 1) * spread };
}
