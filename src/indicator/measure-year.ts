import type { Measured, MeasuredYear } from './asked.ts';
import { type Counted, type Measure, yearOf } from './year.ts';

/**
 * Writes the indicators of one year for the city and every area into `out`, laid out [area][indicator] with the city first.
 * The city's counts are the sums of the areas' counts; rates are formed after summing. NaN where an indicator is not made; what is not
 * among the columns asked for is left as it is.
 */
export function measureYear(
  out: Float64Array,
  counted: Counted,
  measure: Measure,
  { indicators }: Pick<Measured, 'indicators'>,
  { columns }: Pick<MeasuredYear, 'columns'>,
): void {
  for (let a = -1; a < counted.served.areas; a++) {
    const year = yearOf(counted, measure, a);
    const row = (a + 1) * indicators.length;
    for (const column of columns) out[row + column] = indicators[column].take(year);
  }
}
