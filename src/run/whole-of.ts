import type { ReplicateResult } from '../indicator/result.ts';

/** A replicate without its areas: the rows of `city` alone. */
export function wholeOf(result: ReplicateResult): ReplicateResult {
  const { years, areas, indicators, routes } = result;
  const rowsOf = (values: Float64Array, width: number): Float64Array => {
    const whole = new Float64Array(years.length * width);
    years.forEach((_, y) => {
      const first = y * areas.length * width; // the city is the first area
      whole.set(values.subarray(first, first + width), y * width);
    });
    return whole;
  };
  return {
    ...result,
    areas: areas.slice(0, 1),
    values: rowsOf(result.values, indicators.length),
    settlements: rowsOf(result.settlements, routes.length),
  };
}
