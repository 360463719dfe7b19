import type { Interval } from './central-interval.ts';
import { assertPaired } from './paired.ts';

/** Share of observations inside their interval, ends included, from 0 to 1; NaN without pairs. */
export function coverage(intervals: readonly Interval[], observed: readonly number[]): number {
  assertPaired(intervals, observed);
  const inside = intervals.filter(({ low, high }, n) => low <= observed[n] && observed[n] <= high);
  return inside.length / observed.length;
}
