import { assertPaired } from './paired.ts';

/**
 * Mean absolute error, in the unit of the forecasts; NaN without pairs. The median is the point forecast it asks for
 * (Gneiting 2011, "Making and evaluating point forecasts", Journal of the American Statistical Association 106).
 */
export function meanAbsoluteError(forecasts: readonly number[], observed: readonly number[]): number {
  assertPaired(forecasts, observed);
  let sum = 0;
  for (let n = 0; n < observed.length; n++) sum += Math.abs(forecasts[n] - observed[n]);
  return sum / observed.length;
}
