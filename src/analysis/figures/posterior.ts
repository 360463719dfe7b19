import { add, apply, diagonal, dot, inverse, type Matrix, multiply, transpose } from '../calibration/matrix.ts';

/** A figure further than so many standard deviations from what all else says is taken to be wrong rather than all else. */
const ABSURD = 3;
const MOST_TURNS = 60;

/** The straight line a fit solves: figure = level + slopes · z + noise, z standard normal. */
export interface Line {
  readonly observed: readonly number[];
  readonly level: readonly number[];
  readonly slopes: Matrix;
  /** Covariance of the errors of the figures. */
  readonly errors: Matrix;
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
  /** Covariance of errors and noise with which they were taken. */
  readonly noise: Matrix;
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
  return { ...solve(line, extra), weights, leftOut, noise: noiseOf(line, extra) };
}

/**
 * What a figure of the line is, given the ones that were fitted: the line through the posterior, and the part of what the line leaves of
 * the fitted ones that it shares with them (a universal kriging of the rest; Rasmussen & Williams 2006, Gaussian Processes for Machine
 * Learning, section 2.7).
 * @param line of all figures
 * @param used places in it of those fitted, in the order of the posterior
 * @param shared covariance of the rest: of what is, or of what is printed
 */
export function forecastOf(
  { observed, level, slopes }: Line,
  used: readonly number[],
  { mean, covariance, noise }: Posterior,
  j: number,
  shared: Matrix,
): { readonly mean: number; readonly sd: number } {
  const across = used.map((i) => shared[j][i]);
  const weights = used.length > 0 ? apply(inverse(noise), across) : [];
  const rest = used.map((i) => observed[i] - level[i] - dot(slopes[i], mean));
  const slope = slopes[j].map((value, u) => value - used.reduce((sum, i, k) => sum + weights[k] * slopes[i][u], 0));
  const variance = dot(slope, apply(covariance, slope)) + shared[j][j] - dot(across, weights);
  return { mean: level[j] + dot(slopes[j], mean) + dot(weights, rest), sd: Math.sqrt(Math.max(0, variance)) };
}

const weightOf = (surprise: number): number => Math.min(1, (ABSURD / surprise) ** 4);

const noiseOf = ({ errors, left }: Line, extra: readonly number[]): number[][] =>
  add(add(left, errors), diagonal(extra));

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
    const variance = 1 / inverted[j][j] - noise[j][j] + errors[j][j] + left[j][j];
    return { mean: value - pulled[j] / inverted[j][j], sd: Math.sqrt(Math.max(variance, errors[j][j])) };
  });
}
