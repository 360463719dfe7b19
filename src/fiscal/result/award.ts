import type { Mark } from '../../scenario/mark.ts';
import type { AwardTier } from './counts.ts';

/** Two lawful forms of the same factors: a share of a given envelope, or an amount a person that does not close. */
export const awardForms = ['envelope', 'fixed'] as const;
export type AwardForm = (typeof awardForms)[number];

export const awardParts = ['settlers', 'permits', 'children', 'provincial'] as const;
export type AwardPart = (typeof awardParts)[number];

/**
 * Formula, area c, year t, lag L = `award.lag`, age of a vintage a = 0..`steps - 1`:
 *
 *   counted[k,s]   = settlers - (1 - award.students) students - (1 - award.veterans) veterans   of tier k settled in year s
 *                    (years s before the run: award.earlier x counted[k, first year of the run], same area, tier and replicate;
 *                    what a bureau states for an area, tier and year stands in place of either, switches or not)
 *   weighted[c,t]  = sum over k of award.weight.<k> x sum over a of award.step.<a> x counted[c,k,t-L-a]
 *   pool.weighted[t] = (sum over k of award.weight.<k> x pool.share.<k>, same_city taking what the two others leave)
 *                      x sum over a of award.step.<a> x (1 - pool.reclassified_share) x pool.settlers[t-L-a]
 *   pool.settlers[s]: as published for the year, carried on by pool.settlers_growth
 *   pool.children[t] = pool.children x (1 + pool.children_growth)^(t - L - its year)
 *   perSettler[t]  = F[t] (1 - award.children_share) / pool.weighted[t]       F[t]: award.envelope.<t>, carried on by its growth
 *   perChild[t]    = F[t] award.children_share / pool.children[t]
 *   nothing before award.first_year; before award.children_from all goes to settlers
 *   the form `fixed` takes both of the year award.fixed_year for all years
 *   settlers[c,t]  = perSettler[t] x award.difficulty x award.cost x weighted[c,t]
 *   permits[c,t]   = perSettler[t] x award.difficulty x award.cost x award.permits x award.weight.permit x permits[c,t-L]
 *   children[c,t]  = perChild[t] x award.difficulty x award.children_cost x children[c,t-L]
 *   provincial[c,t] = award.provincial_match x (settlers + permits + children)
 *   where t - L lies before the run, permits and children of its first year stand in, unless children are stated;
 *   permits issued before the year of `award.permits` (of the rule that counts them) are not counted
 */
export interface Award {
  /** Vintages counted, 0..steps-1 years after settling: `award.step.0` .. */
  readonly steps: number;
  readonly lag: number;
  /** Mean over replicates; city and areas. */
  readonly base: readonly AwardBase[];
  readonly pool: readonly AwardPool[];
  readonly rates: readonly AwardRate[];
  readonly amounts: readonly AwardAmount[];
  /** The two parts as received, stated amounts in place of computed ones; city and areas. */
  readonly received: readonly AwardReceived[];
  /** What one more person settling brings. */
  readonly newSettler: readonly NewSettler[];
  /** Sum of the parts over replicates; city and areas. */
  readonly intervals: readonly AwardInterval[];
  /** Money as it arrives and is spent; city only. */
  readonly cash: readonly AwardCash[];
}

export interface AwardBase {
  readonly area: string;
  readonly year: number;
  /** Persons of every vintage counted for the award of `year`, by tier and age of the vintage: [tier][age]. */
  readonly counted: Readonly<Record<AwardTier, readonly number[]>>;
  readonly weighted: number;
  readonly permits: number;
  readonly children: number;
}

/** The jurisdiction whose envelope is shared: the nation unless the coefficients are set to a province's. */
export interface AwardPool {
  readonly year: number;
  readonly envelopeYuan: number;
  /** Part of the envelope for accompanying children; 0 before that part was set up. */
  readonly childrenShare: number;
  readonly mark: Mark;
  readonly weighted: number;
  readonly children: number;
}

export interface AwardRate {
  readonly form: AwardForm;
  readonly year: number;
  readonly yuanPerWeightedSettler: number;
  readonly yuanPerChild: number;
}

export interface AwardAmount {
  readonly form: AwardForm;
  readonly area: string;
  readonly year: number;
  readonly part: AwardPart;
  readonly yuan: number;
}

/** The settlers' part (permits in it) and the children's part, the province's own award in each. */
export interface AwardReceived {
  readonly form: AwardForm;
  readonly area: string;
  readonly year: number;
  readonly settlersYuan: number;
  readonly childrenYuan: number;
  /** Whether the bureau states one of the two. */
  readonly stated: boolean;
}

/**
 * One person who settles in a year: yuan[a] = perSettler[settled + L + a] x difficulty x cost x (1 + provincial_match) x weight x step a.
 * `firstYuan` is a = 0, `allYuan` the sum over the step-down.
 */
export interface NewSettler {
  readonly form: AwardForm;
  readonly tier: AwardTier;
  readonly settled: number;
  readonly firstYuan: number;
  readonly allYuan: number;
}

export interface AwardInterval {
  readonly form: AwardForm;
  readonly area: string;
  readonly year: number;
  readonly mean: number;
  /** Quantiles over replicates by linear interpolation (Hyndman and Fan's type 7, PERCENTILE.INC). */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/**
 * late = (1 - timing.advance_share) timing.late_share: the part of the second instalment that arrives a year later.
 * advance = timing.advance_share A[t]; settlement = (1 - advance_share)(1 - late_share) A[t] + late A[t-1];
 * received = advance + settlement; spent = timing.spend_share x (received + carried over); the first year has no year before.
 * Amounts stated as received are all that arrives in the year; stated spending and carry-over stand in place of the rule.
 */
export interface AwardCash {
  readonly form: AwardForm;
  readonly year: number;
  readonly awarded: number;
  readonly advance: number;
  readonly settlement: number;
  readonly received: number;
  readonly carriedIn: number;
  readonly spent: number;
  readonly carriedOut: number;
  /** spent over received and carried in: 支出率; NaN where there is nothing to spend. */
  readonly spentShare: number;
}
