import { add, apply, diagonal, inverse, type Matrix, multiply, transpose } from '../calibration/matrix.ts';

/** A figure further than so many standard deviations from what all else says is taken to be wrong rather than all else. */
const ABSURD = 3;
const MOST_TURNS = 60;

/** The straight line a fit solves: figure = level + slopes · z + noise, z standard normal. */
export interface Line {
  readonly observed: readonly number[];
  readonly level: readonly number[];
  readonly slopes: Matrix;
  /** Variances of the errors of the figures. */
  readonly errors: readonly number[];
  /** Covariance of what the line leaves out: chance of a place of that size, drivers without a slope. */
  readonly left: Matrix;
}

export interface Posterior {
  readonly mean: readonly number[];
  readonly covariance: Matrix;
  /** Weight of each figure: 1 for one that fits, near 0 for one that nothing explains. */
  readonly weights: readonly number[];
  /** What each figure would be by all others: mean and standard deviation, its own error and the noise included. */
  readonly leftOut: readonly { readonly mean: number; readonly sd: number }[];
}

/**
 * The posterior of the line: normal, the error of a figure widened where the others and what was thought before do not bear it out: beyond
 * three standard deviations s its predictive variance is taken (s/3)⁴ - 1 times on top, so that its pull falls the more absurd it is
 * (a redescending weight; Huber & Ronchetti 2009, Robust Statistics, section 4.8). Found by turns, since each figure is judged by the others.
 */
export function posteriorOf(line: Line): Posterior {
  const { observed } = line;
  let extra = observed.map(() => 0);
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const out = leftOutOf(line, extra);
    const next = out.map(({ mean, sd }, j) => sd ** 2 * (1 / weightOf((observed[j] - mean) / sd) - 1));
    const moved = Math.max(0, ...next.map((each, j) => Math.abs(each - extra[j]) / out[j].sd ** 2));
    // half a step: two figures that contradict each other would take turns
    extra = extra.map((each, j) => (each + next[j]) / 2);
    if (moved < 1e-3) break;
  }
  const leftOut = leftOutOf(line, extra);
  const weights = leftOut.map(({ mean, sd }, j) => weightOf((observed[j] - mean) / sd));
  return { ...solve(line, extra), weights, leftOut };
}

const weightOf = (surprise: number): number => Math.min(1, (ABSURD / surprise) ** 4);

const noiseOf = ({ errors, left }: Line, extra: readonly number[]): number[][] =>
  add(left, diagonal(errors.map((error, j) => error + extra[j])));

function solve(line: Line, extra: readonly number[]) {
  const { observed, level, slopes } = line;
  const columns = transpose(slopes);
  const all = add(multiply(slopes, columns), noiseOf(line, extra));
  const gain = multiply(columns, inverse(all));
  const mean = apply(
    gain,
    observed.map((value, j) => value - level[j]),
  );
  const explained = multiply(gain, slopes);
  const covariance = explained.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : 0) - (value + explained[j][i]) / 2),
  );
  return { mean, covariance };
}

/** Each figure by the others, in closed form: with A the covariance of all figures, d - (A⁻¹ d)/(A⁻¹)jj, variance 1/(A⁻¹)jj. */
function leftOutOf(line: Line, extra: readonly number[]): { mean: number; sd: number }[] {
  const { observed, level, slopes, errors, left } = line;
  const noise = noiseOf(line, extra);
  const inverted = inverse(add(multiply(slopes, transpose(slopes)), noise));
  const misses = observed.map((value, j) => value - level[j]);
  const pulled = apply(inverted, misses);
  return observed.map((value, j) => {
    const variance = 1 / inverted[j][j] - noise[j][j] + errors[j] + left[j][j];
    return { mean: value - pulled[j] / inverted[j][j], sd: Math.sqrt(Math.max(variance, errors[j])) };
  });
}
