import type { LinearModel } from './linear-model.ts';
import { transpose } from './matrix.ts';

/** A prefecture as the calibration sees it: figures to meet, and a simulator of them. */
export interface Prefecture {
  /** Six-digit code. */
  readonly city: string;
  readonly observed: readonly number[];
  /** Kind of each figure. */
  readonly kind: readonly string[];
  /**
   * The figures in every replicate (at least two) at a point of the unbounded parameter space. Random numbers are common: the
   * same for every point, so that differences between points hardly feel them.
   * @param scale `fit`: a sample of the population; `check`: the population the fit is checked on
   */
  simulate(point: readonly number[], scale: 'fit' | 'check'): Promise<Replicates>;
}

/** Figures by replicate, in the order of the targets. */
export type Replicates = readonly (readonly number[])[];

/** What is known of the variance over replicates of figures of one kind counts as much as so many replicates more. */
const KIND_REPLICATES = 4;

/**
 * Mean over replicates, and the variance by which an observed figure differs from it by chance: what happened once is one more
 * replicate, and the mean itself is uncertain. A few replicates tell little of a variance, so that of each figure is drawn
 * towards the mean of its kind (Smyth 2004).
 */
export function levelOf(replicates: Replicates, kind: readonly string[]): Pick<LinearModel, 'level' | 'noise'> {
  const count = replicates.length;
  const columns = transpose(replicates);
  const own = columns.map(variance);
  const ofKind = kind.map((k) => mean(own.filter((_, j) => kind[j] === k)));
  const moderated = own.map(
    (each, i) => (KIND_REPLICATES * ofKind[i] + (count - 1) * each) / (KIND_REPLICATES + count - 1),
  );
  return { level: columns.map(mean), noise: moderated.map((each) => each * (1 + 1 / count)) };
}

/**
 * The simulator as a straight line about a point: central differences over ± `step` in each parameter, replicate by replicate.
 * Differences that could be noise are pulled towards 0 (see `withoutNoise`).
 */
export async function tangentAt(
  prefecture: Prefecture,
  point: readonly number[],
  step: readonly number[],
): Promise<LinearModel> {
  const { city, observed, kind } = prefecture;
  const shifted = (p: number, by: number) => point.map((value, q) => (p === q ? value + by : value));
  const [centre, ...sides] = await allOf([
    prefecture.simulate(point, 'fit'),
    ...step.flatMap((by, p) => [
      prefecture.simulate(shifted(p, by), 'fit'),
      prefecture.simulate(shifted(p, -by), 'fit'),
    ]),
  ]);
  const columns = step.map((by, p) => {
    const [above, below] = [sides[2 * p], sides[2 * p + 1]];
    const slopes = above.map((row, r) => row.map((value, i) => (value - below[r][i]) / (2 * by)));
    const byTarget = transpose(slopes);
    const errors = byTarget.map((values) => variance(values) / values.length);
    return withoutNoise(byTarget.map(mean), errors, kind);
  });
  return { city, point, ...levelOf(centre, kind), jacobian: transpose(columns), observed, kind };
}

/** All answers; when one fails, the failure, but only when nothing is under way any more. */
async function allOf<T>(asked: readonly [Promise<T>, ...Promise<T>[]]): Promise<[T, ...T[]]> {
  await Promise.allSettled(asked);
  return Promise.all(asked) as Promise<[T, ...T[]]>;
}

/**
 * Slopes of one parameter with their sampling error taken out, kind by kind: a kind whose slopes are no larger than their
 * errors does not move with the parameter at all. Without it, noise would be read as knowledge of parameters that nothing
 * observed depends on. Empirical Bayes about 0, as in Efron and Morris (1975).
 */
export function withoutNoise(slopes: readonly number[], noise: readonly number[], kind: readonly string[]): number[] {
  return slopes.map((slope, i) => {
    const alike = kind.flatMap((k, j) => (k === kind[i] ? [j] : []));
    const signal = Math.max(0, mean(alike.map((j) => slopes[j] ** 2 - noise[j])));
    return signal === 0 ? 0 : (slope * signal) / (signal + noise[i]);
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
