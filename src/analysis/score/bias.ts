import { assertPaired } from './paired.ts';

/** Mean of forecast minus observed, in their unit; NaN without pairs. Above zero: forecast too high. */
export function bias(forecasts: readonly number[], observed: readonly number[]): number {
  assertPaired(forecasts, observed);
  let sum = 0;
  for (let n = 0; n < observed.length; n++) sum += forecasts[n] - observed[n];
  return sum / observed.length;
}
