import { isScarce, unitOf } from '../indicator/indicators.ts';
import type { IndicatorRow } from './merge.ts';

/** Simulated persons below which the luck of one sample alone moves a count by more than a tenth. */
const FEW = 100;
/** Simulated residents of an area below which it moves a rate by more than a point or two. */
const FEW_RESIDENTS = 1000;

/**
 * What a sample carries of a figure: `whole` where everybody is simulated, `ok`, `few` where so few simulated people stand behind it that
 * its interval is much too wide (its mean is as good as `mcse` says), `scarce` where it is given out from a stock that runs out, so that
 * its mean is off as well.
 */
type SampleMark = 'whole' | 'ok' | 'few' | 'scarce';

/** @param sample share of the households that were simulated */
export function sampleMarks(rows: readonly IndicatorRow[], sample: number): (row: IndicatorRow) => SampleMark {
  if (sample === 1) return () => 'whole';
  const key = ({ area, year }: IndicatorRow): string => `${area} ${year}`;
  const residents = new Map(
    rows.filter(({ indicator }) => indicator === 'resident_population').map((row) => [key(row), row.mean]),
  );
  return (row) => {
    if (isScarce(row.indicator)) return 'scarce';
    const isCount = ['persons', 'households', 'dwellings'].includes(unitOf(row.indicator));
    const [simulated, least] = isCount
      ? [sample * Math.abs(row.mean), FEW]
      : [sample * (residents.get(key(row)) ?? Number.POSITIVE_INFINITY), FEW_RESIDENTS];
    return simulated < least ? 'few' : 'ok';
  };
}
