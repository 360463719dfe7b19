import type { ReplicateResult } from '../../src/indicator/result.ts';

/** One indicator of one area in one year. */
export function value(r: ReplicateResult, indicator: string, year: number, area = 'city'): number {
  const row = r.years.indexOf(year) * r.areas.length + r.areas.indexOf(area);
  return r.values[row * r.indicators.length + r.indicators.indexOf(indicator)];
}

/** Sum of an indicator of the city over the simulated years. */
export const total = (r: ReplicateResult, indicator: string): number =>
  r.years.slice(1).reduce((sum, year) => sum + value(r, indicator, year), 0);
