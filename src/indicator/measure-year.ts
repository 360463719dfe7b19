import { indicators } from './indicators.ts';
import { type Counted, type Measure, yearOf } from './year.ts';

/**
 * Writes the indicators of one year for the city and every area into `out`, laid out [area][indicator] with the city first.
 * The city's counts are the sums of the areas' counts; rates are formed after summing. NaN where an indicator is not made.
 */
export function measureYear(out: Float64Array, counted: Counted, measure: Measure): void {
  for (let a = -1; a < counted.served.areas; a++) {
    const year = yearOf(counted, measure, a);
    const row = (a + 1) * indicators.length;
    for (let i = 0; i < indicators.length; i++) out[row + i] = indicators[i].take(year);
  }
}
