import type { ReplicateResult } from '../../indicator/result.ts';
import type { Target } from './targets.ts';

/** What a rate or a mean is a share of: a sum of areas is the mean of theirs, weighted by it. */
const weightOf: Readonly<Record<string, string>> = {
  resident_urbanization_rate: 'resident_population',
  age_0_14_share: 'resident_population',
  age_60_plus_share: 'resident_population',
  mean_household_size: 'households',
};

/** Indicators that `targetValue` reads for one. */
export const readForTarget = (indicator: string): string[] =>
  indicator in weightOf ? [indicator, weightOf[indicator]] : [indicator];

/**
 * What one replicate says of a target, in the target's year or another. Areas joined by `+` are added up: counts as sums, rates
 * and means weighted by what they are shares of. NaN where the run does not have the indicator, the area or the year.
 */
export function targetValue(
  { indicator, area, year: targetYear }: Pick<Target, 'indicator' | 'area' | 'year'>,
  result: ReplicateResult,
  year: number = targetYear,
): number {
  const codes = area.split('+');
  const valuesOf = (name: string): number[] => codes.map((code) => valueAt(result, name, code, year));
  const values = valuesOf(indicator);
  const weight = weightOf[indicator];
  if (codes.length === 1) return values[0];
  if (weight === undefined) return values.reduce((sum, value) => sum + value, 0);
  const weights = valuesOf(weight);
  const whole = weights.reduce((sum, part) => sum + part, 0);
  return values.reduce((sum, value, i) => sum + value * weights[i], 0) / whole;
}

/** One number of a replicate; NaN where it has none. */
export function valueAt(
  { indicators, years, areas, values }: ReplicateResult,
  indicator: string,
  area: string,
  year: number,
): number {
  const [i, y, a] = [indicators.indexOf(indicator), years.indexOf(year), areas.indexOf(area)];
  if (i < 0 || y < 0 || a < 0) return Number.NaN;
  return values[(y * areas.length + a) * indicators.length + i];
}
