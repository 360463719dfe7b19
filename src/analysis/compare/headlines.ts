import { comparedNames } from '../../indicator/headlines.ts';
import { isSummed } from '../../indicator/indicators.ts';
import { comparedMoney } from '../../indicator/table/money.ts';
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

/** Money of the city, all years added up to the last, in the order of the names; none where none was reckoned. */
export const moneyAtEnd = (rows: readonly DifferenceRow[], endYear: number): DifferenceRow[] =>
  comparedMoney.flatMap((indicator) =>
    rows.filter(
      (row) =>
        row.area === 'city' && row.indicator === indicator && row.counted === 'cumulative' && row.year === endYear,
    ),
  );
