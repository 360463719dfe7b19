/** Throws RangeError unless there is one forecast to each observation. */
export function assertPaired(forecasts: readonly unknown[], observed: readonly number[]): void {
  if (forecasts.length === observed.length) return;
  throw new RangeError(`${forecasts.length} forecasts for ${observed.length} observations`);
}
