import type { ReplicateResult } from '../../indicator/result.ts';

/** One replicate's values of an indicator in an area by year; added up since the base year where `summed` (gaps count as nothing). */
export function seriesIn(result: ReplicateResult, i: number, a: number, summed: boolean): number[] {
  const { areas, years, indicators, values } = result;
  let sum = 0;
  return years.map((_, y) => {
    const value = values[(y * areas.length + a) * indicators.length + i];
    if (!summed) return value;
    sum += Number.isNaN(value) ? 0 : value;
    return sum;
  });
}
