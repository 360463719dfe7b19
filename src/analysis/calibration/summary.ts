import type { Localized } from '../../language/language.ts';
import type { Fitted } from './fit-jointly.ts';
import type { Prior, Variances } from './linear-model.ts';
import type { FittedTarget } from './measure.ts';
import type { CalibratedParameter } from './parameters.ts';
import type { Normal } from './posterior.ts';
import { priorSd, Z90 } from './prior.ts';
import type { TargetKind } from './target-kinds.ts';
import { transforms } from './transform.ts';

/** Above this ratio of posterior to prior standard deviation the targets have said next to nothing. */
const RESTS_ON_PRIOR = 0.8;

/** A parameter's value and the central 90 % of belief. */
export interface Estimate {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
  /** Standard deviation over that of the prior, on the parameter's unbounded scale. */
  readonly ratio: number;
}

/** Whether the targets, rather than the prior, say where a parameter lies. */
export const isIdentified = ({ ratio }: Pick<Estimate, 'ratio'>): boolean => ratio <= RESTS_ON_PRIOR;

/** Estimates of all parameters from a normal distribution on their unbounded scales. */
export function estimatesOf(
  parameters: readonly CalibratedParameter[],
  { mean, covariance }: Normal,
  before: readonly number[],
): Estimate[] {
  return parameters.map(({ scale }, p) => {
    const sd = Math.sqrt(covariance[p][p]);
    const [centre, low, high] = [0, -Z90, Z90].map((z) => transforms[scale].from(mean[p] + z * sd));
    return { centre: centre, low: low, high: high, ratio: sd / before[p] };
  });
}

/** One parameter over all prefectures. */
export interface ParameterSummary extends CalibratedParameter {
  /** Belief about one prefecture's value before the targets. */
  readonly before: Omit<Estimate, 'ratio'>;
  /** The value common to all prefectures. */
  readonly common: Estimate;
  /** Standard deviation of prefectures about it on the unbounded scale, before and after; 0 for a common parameter. */
  readonly spread: { readonly before: number; readonly after: number };
}

export function parameterSummaries(
  parameters: readonly CalibratedParameter[],
  prior: Prior,
  { posterior, variances }: Pick<Fitted, 'posterior' | 'variances'>,
): ParameterSummary[] {
  const sd = priorSd(prior);
  const before = estimatesOf(
    parameters,
    { mean: prior.mean, covariance: sd.map((each, p) => sd.map((_, q) => (p === q ? each ** 2 : 0))) },
    sd,
  );
  const common = estimatesOf(parameters, posterior.common, prior.common.map(Math.sqrt));
  return parameters.map((parameter, p) => {
    const { ratio: _ratio, ...belief } = before[p];
    const spread = { before: Math.sqrt(prior.spread[p]), after: Math.sqrt(variances.spread[p]) };
    return { ...parameter, before: belief, common: common[p], spread };
  });
}

/** How well one kind of figure is met over all areas: typical misses (root mean square) on the scale of the kind. */
export interface KindSummary extends TargetKind {
  readonly figures: number;
  /** At the centre of the prior, at the fitted values, and there on the population of the check. */
  readonly missed: { readonly before: number; readonly after: number; readonly check: number };
  /** Estimated discrepancy, one standard deviation: each area's own and that of all areas of a prefecture together. */
  readonly estimated: { readonly county: number; readonly shared: number };
}

/** A target with what the simulator makes of it, on the scale of its kind. */
interface TargetOutcome extends Omit<FittedTarget, 'kind'> {
  /** Kind of figure. */
  readonly indicator: string;
  readonly before: number;
  readonly after: number;
  readonly check: number;
  /** 1 for an area like the others; less for one the model cannot be expected to meet. */
  readonly weight: number;
}

export function outcomesOf(city: string, targets: readonly FittedTarget[], fitted: Fitted): TargetOutcome[] {
  const at = (levels: Fitted['before'], i: number): number => levels.get(city)![i];
  return targets.map(({ kind, ...target }, i) => ({
    indicator: kind.indicator,
    ...target,
    before: at(fitted.before, i),
    after: at(fitted.after, i),
    check: at(fitted.check, i),
    weight: fitted.variances.weights.get(city)?.[i] ?? 1,
  }));
}

export function kindSummaries(
  kinds: readonly TargetKind[],
  outcomes: readonly TargetOutcome[],
  { discrepancy }: Variances,
): KindSummary[] {
  return kinds.flatMap((kind) => {
    const ofKind = outcomes.filter((outcome) => outcome.indicator === kind.indicator);
    if (ofKind.length === 0) return [];
    const missed = (stage: 'before' | 'after' | 'check'): number => {
      const squares = ofKind.reduce((sum, outcome) => sum + (outcome[stage] - outcome.observed) ** 2, 0);
      return Math.sqrt(squares / ofKind.length);
    };
    const { county, shared } = discrepancy[kind.indicator];
    return [
      {
        ...kind,
        figures: ofKind.length,
        missed: { before: missed('before'), after: missed('after'), check: missed('check') },
        estimated: { county: Math.sqrt(county), shared: Math.sqrt(shared) },
      },
    ];
  });
}

/** One prefecture of a fit. */
export interface PrefectureSummary {
  readonly city: string;
  readonly name: Localized;
  readonly scenario: string;
  readonly sample: number;
  readonly areas: readonly { readonly code: string; readonly name: Localized }[];
  /** In the order of the parameters. */
  readonly estimates: readonly Estimate[];
  readonly outcomes: readonly TargetOutcome[];
}
