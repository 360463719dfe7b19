import type { ReplicateResult } from '../../indicator/result.ts';
import { type Estimate, estimate } from '../paired/estimate.ts';
import { type Ratio, ratioOfMeans } from '../paired/ratio.ts';
import { seriesIn } from './series.ts';

/** What the alternative costs: a sum of its own, and so much for each unit an indicator has more, year by year. */
export interface Prices {
  /** Yuan the alternative costs besides, over all years. */
  readonly fixed: number;
  /** Yuan a unit and year, by indicator of the whole city. */
  readonly units: readonly { readonly indicator: string; readonly yuan: number }[];
}

export interface CostOfSettlers {
  /** Yuan over all years, alternative less base. */
  readonly cost: Estimate;
  /** Settled persons over all years, alternative less base. */
  readonly settlers: Estimate;
  /** Yuan for each additional settler. */
  readonly perSettler: Ratio;
}

/** Cost of each additional settler, replicate by replicate, in the yuan the prices are given in. */
export function costOfSettlers(
  base: readonly ReplicateResult[],
  alternative: readonly ReplicateResult[],
  { fixed, units }: Prices,
): CostOfSettlers {
  const over = (result: ReplicateResult, indicator: string): number =>
    seriesIn(result, result.indicators.indexOf(indicator), 0, true).at(-1)!;
  const more = (indicator: string): number[] =>
    base.map((result, r) => over(alternative[r], indicator) - over(result, indicator));
  const parts = units.map(({ indicator, yuan }) => more(indicator).map((units) => units * yuan));
  const cost = base.map((_, r) => parts.reduce((sum, part) => sum + part[r], fixed));
  const settlers = more('settled_persons');
  return { cost: estimate(cost), settlers: estimate(settlers), perSettler: ratioOfMeans(cost, settlers) };
}
