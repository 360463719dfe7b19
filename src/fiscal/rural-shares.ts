import type { Means } from './means.ts';

/** Of the people settled in an area since the base year, the part the award counts: from village registers. */
export type RuralShares = (area: string, year: number) => number;

/**
 * Settled from village registers so far (stated where a bureau states them) over all who settled so far as simulated; services are counted
 * for all the settled together, and this part of them is what the award is set against. Nobody settled gives 0.
 */
export function ruralShares(means: Means, years: readonly number[]): RuralShares {
  const shares = new Map<string, number>();
  for (const area of means.areas) {
    let [rural, all] = [0, 0];
    for (const year of years) {
      rural += means.of(area, year, 'award_settlers');
      all += means.of(area, year, 'settled_persons');
      shares.set(`${area} ${year}`, all > 0 ? rural / all : 0);
    }
  }
  return (area, year) => shares.get(`${area} ${year}`)!;
}
