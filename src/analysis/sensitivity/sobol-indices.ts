import { mean, quantileSorted, sampleVariance } from 'simple-statistics';
import type { Draw } from './morris.ts';
import { sobolPoints } from './sobol-sequence.ts';

/** Two samples of the same points and, for each factor, the first sample with that factor taken from the second. */
export interface SobolDesign {
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
}

/** The two samples: halves of one Sobol' sequence in twice as many dimensions, digitally shifted. @param rows a power of two */
export function sobolDesign(factors: number, rows: number, draw: Draw): SobolDesign {
  const shift = Array.from({ length: 2 * factors }, (_, d) => Math.floor(2 ** 32 * draw(d, 0)));
  const points = sobolPoints(rows, 2 * factors, shift);
  return { a: points.map((point) => point.slice(0, factors)), b: points.map((point) => point.slice(factors)) };
}

/** Outputs by row: at A, at B, and by factor at A with the factor's column of B, which may be of the first rows alone. */
export interface SobolOutputs {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly mixed: readonly (readonly number[])[];
}

/**
 * Numbers that are 0 in the mean and move with what makes rows differ, to be taken off row by row: of the squared distance from the mean
 * at A and at B, and by factor of what its indices are averaged from.
 */
export interface SobolControls {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly first: readonly (readonly number[])[];
  readonly total: readonly (readonly number[])[];
}

/** A number with the 5 % and 95 % quantile of its bootstrap. */
export interface Estimate {
  readonly value: number;
  readonly p05: number;
  readonly p95: number;
}

interface Indices {
  /** Share of the variance that would go if the factor were known: Var E(y | factor) / Var y. */
  readonly first: Estimate;
  /** Share that would be left if everything else were known. */
  readonly total: Estimate;
}

export interface Decomposition {
  readonly mean: number;
  readonly variance: Estimate;
  readonly factors: readonly Indices[];
}

/**
 * Sobol' indices. First order by the estimator of Saltelli et al. 2010 ("Variance based sensitivity analysis of model output",
 * table 2, b), on centred outputs; total by that of Jansen 1999. A factor that changes no output has exactly 0 of both.
 * Estimates are not cut to [0, 1]: a first order index below 0 says that the sample is too small to tell it from 0.
 * Intervals: rows drawn with replacement.
 * @param controls taken off row by row; none where left out
 */
export function sobolIndices(
  outputs: SobolOutputs,
  draw: Draw,
  resamples = 500,
  controls: SobolControls | null = null,
): Decomposition {
  const whole = estimate(outputs, controls, (r) => r);
  const again = Array.from({ length: resamples }, (_, s) =>
    estimate(outputs, controls, (r, rows) => Math.floor(rows * draw(s, r))),
  );
  const withInterval = (of: (estimated: Estimated) => number): Estimate => {
    const sorted = again.map(of).sort((x, y) => x - y);
    return { value: of(whole), p05: quantileSorted(sorted, 0.05), p95: quantileSorted(sorted, 0.95) };
  };
  return {
    mean: whole.mean,
    variance: withInterval(({ variance }) => variance),
    factors: outputs.mixed.map((_, i) => ({
      first: withInterval(({ first }) => first[i]),
      total: withInterval(({ total }) => total[i]),
    })),
  };
}

interface Estimated {
  readonly mean: number;
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** @param row what is taken as a row, of so many */
function estimate(
  { a, b, mixed }: SobolOutputs,
  controls: SobolControls | null,
  row: (r: number, rows: number) => number,
): Estimated {
  const known = new Map<number, number[]>();
  const taken = (rows: number): number[] => {
    const there = known.get(rows) ?? Array.from({ length: rows }, (_, r) => row(r, rows));
    known.set(rows, there);
    return there;
  };
  const all = taken(a.length);
  const both = all.flatMap((r) => [a[r], b[r]]);
  const centre = mean(both);
  const plain = sampleVariance(both);
  const expected = controls === null ? 0 : mean(all.flatMap((r) => [controls.a[r], controls.b[r]]));
  const variance = plain - expected > 0 ? plain - expected : plain;
  const share = (column: readonly number[], of: (r: number) => number, control: readonly number[] | undefined) => {
    const rows = taken(column.length);
    const sum = rows.reduce((sum, r) => sum + of(r), 0);
    const off = control === undefined ? 0 : rows.reduce((sum, r) => sum + control[r], 0);
    return sum - off === 0 ? 0 : (sum - off) / rows.length / variance;
  };
  return {
    mean: centre,
    variance,
    first: mixed.map((column, i) => share(column, (r) => (b[r] - centre) * (column[r] - a[r]), controls?.first[i])),
    total: mixed.map((column, i) => share(column, (r) => (a[r] - column[r]) ** 2 / 2, controls?.total[i])),
  };
}
