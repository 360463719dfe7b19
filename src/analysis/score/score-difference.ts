import { quantileSorted } from 'simple-statistics';
import type { DrawKey } from '../../random/draw.ts';
import { uniform } from '../../random/draw.ts';
import { replicateKey } from '../../random/key.ts';
import { assertPaired } from './paired.ts';

/** Mean difference of two forecasts' scores, and where it may lie: 5 % and 95 % of the bootstrap. */
export interface ScoreDifference {
  readonly mean: number;
  readonly p05: number;
  readonly p95: number;
  readonly clusters: number;
}

const RESAMPLES = 2000;

/** The draws have a key of their own, so year and decision need no meaning. */
const YEAR = 1990;
const DECISION = 0;

/**
 * Mean of score A minus score B over the same units, with a bootstrap interval over clusters: whole prefectures are drawn with
 * replacement, because counties of one prefecture share its luck (Cameron, Gelbach & Miller 2008, "Bootstrap-based improvements
 * for inference with clustered errors"). Below zero: A is better. Percentile interval; deterministic, a function of the number
 * of clusters and of the differences alone. With one cluster nothing can be resampled: the interval is NaN.
 * @param clusters of each unit, for example prefecture codes
 */
export function scoreDifference(
  a: readonly number[],
  b: readonly number[],
  clusters: readonly string[],
): ScoreDifference {
  assertPaired(a, b);
  assertPaired(clusters, b);
  const totals = totalsByCluster(a, b, clusters);
  const mean = meanOf(totals);
  if (totals.length < 2) return { mean, p05: Number.NaN, p95: Number.NaN, clusters: totals.length };
  const key = replicateKey('score difference', 0);
  const means = Array.from({ length: RESAMPLES }, (_, n) => meanOf(resample(totals, key, n))).sort((x, y) => x - y);
  return { mean, p05: quantileSorted(means, 0.05), p95: quantileSorted(means, 0.95), clusters: totals.length };
}

interface ClusterTotal {
  sum: number;
  units: number;
}

/** Sum of differences and number of units of each cluster, in order of the cluster's name. */
function totalsByCluster(a: readonly number[], b: readonly number[], clusters: readonly string[]): ClusterTotal[] {
  const totals = new Map<string, ClusterTotal>();
  clusters.forEach((cluster, n) => {
    const total = totals.get(cluster) ?? { sum: 0, units: 0 };
    total.sum += a[n] - b[n];
    total.units++;
    totals.set(cluster, total);
  });
  return [...totals].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, total]) => total);
}

const resample = (totals: readonly ClusterTotal[], key: DrawKey, n: number): ClusterTotal[] =>
  totals.map((_, place) => totals[Math.floor(uniform(key, n, place, YEAR, DECISION) * totals.length)]);

function meanOf(totals: readonly ClusterTotal[]): number {
  let sum = 0;
  let units = 0;
  for (const total of totals) {
    sum += total.sum;
    units += total.units;
  }
  return sum / units;
}
