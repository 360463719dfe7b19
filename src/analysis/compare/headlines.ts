import { comparedNames } from '../../indicator/headlines.ts';
import { isSummed } from '../../indicator/indicators.ts';
import type { DifferenceRow } from './differences.ts';

/** The headline rows of the city, one series by year each: flows added up since the base year, in the order of the names. */
export function headlineSeries(rows: readonly DifferenceRow[]): DifferenceRow[][] {
  return comparedNames
    .map((indicator) => {
      const counted = isSummed(indicator) ? 'cumulative' : 'year';
      return rows.filter((row) => row.area === 'city' && row.indicator === indicator && row.counted === counted);
    })
    .filter((series) => series.length > 0);
}
