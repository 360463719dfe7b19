import type { ReplicateResult } from '../../indicator/result.ts';
import { type Summary, summarize } from '../../result/summary.ts';

/** Indicators of one replicate by year and area, laid out as in `ReplicateResult`. */
export type IndicatorTable = Pick<ReplicateResult, 'replicate' | 'indicators' | 'years' | 'areas' | 'values'>;

/** Both sides of a what-if: the same replicates, so the same people, luck and parameters. */
export interface Pair<T extends IndicatorTable = ReplicateResult> {
  readonly base: readonly T[];
  readonly alternative: readonly T[];
}

/** A number to compare: an indicator, or its sum from the base year on. */
export interface Measure {
  readonly indicator: string;
  readonly cumulative: boolean;
}

/** One year of a measure on both sides, and the distribution of the differences replicate by replicate. */
export interface Compared {
  readonly year: number;
  readonly base: Summary;
  readonly alternative: Summary;
  readonly difference: Summary;
}

/**
 * A measure year by year. Differences are alternative minus base within a replicate; years in which it is not defined are
 * left out.
 * @throws Error when the sides are not the same replicates
 */
export function compare(
  { base, alternative }: Pair<IndicatorTable>,
  { indicator, cumulative }: Measure,
  area = 'city',
): Compared[] {
  const partner = new Map(base.map((result) => [result.replicate, result]));
  if (base.length !== alternative.length || alternative.some(({ replicate }) => !partner.has(replicate)))
    throw new Error('the two sides have other replicates');
  const { years } = alternative[0];
  const of = (result: IndicatorTable): number[] => {
    const values = seriesOf(result, indicator, area);
    return cumulative ? runningSum(values) : values;
  };
  const pairs = alternative.map((result) => [of(partner.get(result.replicate)!), of(result)] as const);
  return years
    .map((year, y) => ({
      year,
      base: summarize(pairs.map(([before]) => before[y])),
      alternative: summarize(pairs.map(([, after]) => after[y])),
      difference: summarize(pairs.map(([before, after]) => after[y] - before[y])),
    }))
    .filter((row) => row.base.replicates > 0 && row.alternative.replicates > 0);
}

/** A difference with the ends of the interval that holds nine tenths of its pairs; one pair has none. */
export const between = ({ replicates, mean, p05, p95 }: Summary) =>
  replicates > 1 ? { mean, low: p05, high: p95 } : { mean, low: Number.NaN, high: Number.NaN };

/** An indicator of one area by year; NaN where it is not made. */
function seriesOf({ values, areas, indicators, years }: IndicatorTable, indicator: string, area: string): number[] {
  const [a, i] = [areas.indexOf(area), indicators.indexOf(indicator)];
  if (a < 0 || i < 0) return years.map(() => Number.NaN);
  return years.map((_, y) => values[(y * areas.length + a) * indicators.length + i]);
}

/** Sums from the first year on; an undefined year counts as nothing. */
function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    if (!Number.isNaN(value)) sum += value;
    return sum;
  });
}
