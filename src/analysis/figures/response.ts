import { mean } from 'simple-statistics';
import { dot } from '../calibration/matrix.ts';

/** Slopes that explain no more than chance does once in a thousand are taken for noise: the normal quantile of that. */
const RARE = 3.1;
/** Most slopes of a series of figures. */
const MOST_SLOPES = 30;

/** How one figure answers to the unknowns: slopes by place in the list, those that are told from noise. */
export interface Response {
  readonly slopes: readonly { readonly unknown: number; readonly slope: number }[];
  /** Variance of what the slopes leave of half a difference between the two members of a pair. */
  readonly left: number;
}

/** A figure while its slopes are sought. */
interface Sought {
  /** Columns of the rows, less what the slopes taken so far explain of them; null where an unknown cannot act on the figure. */
  readonly free: (number[] | null)[];
  readonly basis: number[][];
  readonly taken: number[];
  rest: readonly number[];
}

/**
 * Slopes of a series of figures (one indicator of one place over years) from pairs of members that differ in nothing but the sign of their
 * rows, and so have all chance and all that is even in common. Forward selection: the unknown that explains most of the series first, for
 * all its figures together, until none is told from noise.
 * @param rows the rows of the first members, about their centre
 * @param series half the difference of first and second member, pair by pair, of each figure
 * @param may whether an unknown can act on a figure: shocks of later years cannot
 */
export function responsesOf(
  rows: readonly (readonly number[])[],
  series: readonly (readonly number[])[],
  may: (figure: number, unknown: number) => boolean,
): Response[] {
  const pairs = rows.length;
  const size = rows[0]?.length ?? 0;
  const columns = Array.from({ length: size }, (_, u) => rows.map((row) => row[u]));
  const figures = series.map(
    (halves, f): Sought => ({
      free: columns.map((column, u) => (may(f, u) ? [...column] : null)),
      basis: [],
      taken: [],
      rest: halves,
    }),
  );
  const most = Math.min(MOST_SLOPES, Math.floor(pairs / 3));
  for (let step = 0; step < most; step++) {
    let [best, excess] = [-1, 0];
    for (let u = 0; u < size; u++) {
      const gains = figures.flatMap((figure) => gainOf(figure, u, pairs));
      if (gains.length === 0) continue;
      const over = gains.reduce((sum, gain) => sum + gain, 0) / rareSum(gains.length);
      if (over > excess) [best, excess] = [u, over];
    }
    if (best < 0 || excess < 1) break;
    for (const figure of figures) take(figure, best);
  }
  return figures.map(({ basis, taken, rest }, f) => {
    const slopes = leastSquares(
      taken.map((u) => columns[u]),
      basis,
      series[f],
    );
    const freedom = Math.max(1, pairs - taken.length);
    return { slopes: taken.map((unknown, k) => ({ unknown, slope: slopes[k] })), left: dot(rest, rest) / freedom };
  });
}

/** What an unknown explains of a figure, in variances of what would be left; nothing where it cannot act. */
function gainOf({ free, taken, rest }: Sought, u: number, pairs: number): number[] {
  const column = free[u];
  if (column === null || taken.includes(u)) return [];
  const norm = dot(column, column);
  if (norm < 1e-9 * pairs) return [];
  const gain = dot(column, rest) ** 2 / norm;
  return [gain / (Math.max(1e-300, dot(rest, rest) - gain) / (pairs - taken.length - 1))];
}

/**
 * What a sum of squared normal numbers exceeds once in a thousand (Wilson & Hilferty 1931). Figures of one series have chance in common:
 * they count for half as many.
 */
function rareSum(count: number): number {
  const freedom = (count + 1) / 2;
  const part = 2 / (9 * freedom);
  return (count / freedom) * freedom * (1 - part + RARE * Math.sqrt(part)) ** 3;
}

function take(figure: Sought, u: number): void {
  const chosen = figure.free[u];
  if (chosen === null || figure.taken.includes(u)) return;
  const norm = Math.sqrt(dot(chosen, chosen));
  const unit = chosen.map((value) => value / norm);
  figure.taken.push(u);
  figure.basis.push(unit);
  const along = dot(unit, figure.rest);
  figure.rest = figure.rest.map((value, i) => value - along * unit[i]);
  figure.free.forEach((column, other) => {
    if (column === null || figure.taken.includes(other)) return;
    const share = dot(unit, column);
    figure.free[other] = column.map((value, i) => value - share * unit[i]);
  });
}

/** Least squares by the orthogonal basis the columns were turned into, in the same order. */
function leastSquares(
  columns: readonly (readonly number[])[],
  basis: readonly (readonly number[])[],
  y: readonly number[],
): number[] {
  const size = columns.length;
  const triangle = basis.map((unit) => columns.map((column) => dot(unit, column)));
  const right = basis.map((unit) => dot(unit, y));
  const slopes = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    let rest = right[k];
    for (let j = k + 1; j < size; j++) rest -= triangle[k][j] * slopes[j];
    slopes[k] = rest / triangle[k][k];
  }
  return slopes;
}

/** Covariance of columns, by rows; `divisor` values less one. */
export function covarianceOf(rows: readonly (readonly number[])[]): number[][] {
  const size = rows[0]?.length ?? 0;
  const means = Array.from({ length: size }, (_, j) => mean(rows.map((row) => row[j])));
  const centred = Array.from({ length: size }, (_, j) => rows.map((row) => row[j] - means[j]));
  return centred.map((a) => centred.map((b) => dot(a, b) / Math.max(1, rows.length - 1)));
}
