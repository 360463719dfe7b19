import type { Interval } from './central-interval.ts';

/**
 * Interval score of a central interval: its width, and 2 / (1 - level) for each unit by which the observation lies outside.
 * In the unit of the forecast; smaller is better. Gneiting & Raftery 2007, "Strictly proper scoring rules, prediction, and
 * estimation", Journal of the American Statistical Association 102, equation 43.
 * @param level nominal coverage, between 0 and 1
 */
export function intervalScore({ low, high }: Interval, observed: number, level: number): number {
  const outside = Math.max(low - observed, 0) + Math.max(observed - high, 0);
  return high - low + (2 / (1 - level)) * outside;
}
