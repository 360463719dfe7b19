import { indicatorNames } from '../../../src/indicator/indicators.ts';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import type { PlaceResults } from '../../../src/result/region/join.ts';

/** A place whose replicates have the values given, by indicator and year; everything else is nothing. */
export function placeOf(
  code: string,
  years: readonly number[],
  replicates: readonly Readonly<Record<string, readonly number[]>>[],
  routes: ReplicateResult['routes'] = [],
): PlaceResults {
  const results = replicates.map((given, replicate): ReplicateResult => {
    const values = new Float64Array(years.length * indicatorNames.length).fill(Number.NaN);
    for (const [name, byYear] of Object.entries(given))
      byYear.forEach((value, y) => {
        values[y * indicatorNames.length + indicatorNames.indexOf(name)] = value;
      });
    const settlements = new Float64Array(years.length * routes.length).fill(1);
    return {
      replicate,
      indicators: indicatorNames,
      years,
      areas: ['city'],
      values,
      settlements,
      routes,
      personYears: 1,
    };
  });
  return { code, province: `${code.slice(0, 2)}0000`, results };
}
