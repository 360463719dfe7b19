import type { ReplicateResult } from '../../indicator/result.ts';

/**
 * Flows whose sum over the years says more than any one year: persons and households to whom something happens once, and
 * household-years of a subsidy.
 */
const SUMMED =
  /^(settled_(persons|households)|permits_issued|town_moves|village_returns|arrivals|departures|out_migrants|return_migrants|net_migration|births|deaths|natural_increase|registered_(births|deaths)|register_(in|out)|unions|reclassified_(persons|registers)|rent_subsidy_households|fund_rent_households)(\.|$)/;

/** Whether an indicator is also told added up since the base year. */
export const isSummed = (indicator: string): boolean => SUMMED.test(indicator);

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
