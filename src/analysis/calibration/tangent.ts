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

/** Mean over replicates, and the variance of that mean. */
export function levelOf(replicates: Replicates): { level: number[]; noise: number[] } {
  const columns = transpose(replicates);
  return { level: columns.map(mean), noise: columns.map(varianceOfMean) };
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
  const [centre, ...sides] = await Promise.all([
    prefecture.simulate(point, 'fit'),
    ...step.flatMap((by, p) => [
      prefecture.simulate(shifted(p, by), 'fit'),
      prefecture.simulate(shifted(p, -by), 'fit'),
    ]),
  ]);
  const columns = step.map((by, p) => {
    const [above, below] = [sides[2 * p]!, sides[2 * p + 1]!];
    const slopes = above.map((row, r) => row.map((value, i) => (value - below[r]![i]!) / (2 * by)));
    const { level, noise } = levelOf(slopes);
    return withoutNoise(level, noise, kind);
  });
  return { city, point, ...levelOf(centre), jacobian: transpose(columns), observed, kind };
}

/**
 * Slopes of one parameter with their sampling error taken out, kind by kind: a kind whose slopes are no larger than their
 * errors does not move with the parameter at all. Without it, noise would be read as knowledge of parameters that nothing
 * observed depends on. Empirical Bayes about 0, as in Efron and Morris (1975).
 */
export function withoutNoise(slopes: readonly number[], noise: readonly number[], kind: readonly string[]): number[] {
  return slopes.map((slope, i) => {
    const alike = kind.flatMap((k, j) => (k === kind[i] ? [j] : []));
    const signal = Math.max(0, mean(alike.map((j) => slopes[j]! ** 2 - noise[j]!)));
    return signal === 0 ? 0 : (slope * signal) / (signal + noise[i]!);
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOfMean(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return squares / (values.length - 1) / values.length;
}
