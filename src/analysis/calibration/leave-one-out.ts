import type { ParameterDraws } from '../../scenario/parameter-draws.ts';
import { estimateVariances } from './estimate-variances.ts';
import type { LinearModel, Prior, Variances } from './linear-model.ts';
import { parameterDraws } from './parameter-draws.ts';
import type { CalibratedParameter } from './parameters.ts';
import type { Normal } from './posterior.ts';
import { drawPosterior } from './posterior-draws.ts';

/** What is kept of a joint fit: enough to estimate again without a simulation. */
export interface JointFit {
  readonly parameters: readonly CalibratedParameter[];
  readonly prior: Prior;
  /** The simulator of each prefecture as a straight line about its fitted values. */
  readonly models: readonly LinearModel[];
  readonly variances: Variances;
  readonly seed: string;
}

/** What the other prefectures say of one that is left out. */
interface LeftOut {
  /** Six-digit prefecture code. */
  readonly city: string;
  /** Common values on the unbounded scales, without it. */
  readonly common: Normal;
  /** Variance of prefectures about them, without it. */
  readonly spread: readonly number[];
  /** Variance of what the model misses by kind of target, without it. */
  readonly discrepancy: Variances['discrepancy'];
  /** Predictive draws of its parameters: the common values and a deviation as large as those of the others. */
  readonly predictive: ParameterDraws;
}

/**
 * Leaves each prefecture out in turn: common values, spread and discrepancy are estimated from the others alone, from the
 * straight lines the joint fit has kept. Where those lines touch was found with all prefectures together; nothing else of the
 * one left out is used.
 * @throws RangeError when there are fewer than two prefectures
 */
export function leaveOneOut(fit: JointFit, draws = 200): LeftOut[] {
  if (fit.models.length < 2) throw new RangeError(`must have two prefectures or more, got ${fit.models.length}`);
  return fit.models.map(({ city }) => {
    const others = fit.models.filter((model) => model.city !== city);
    const { posterior, variances } = estimateVariances(others, fit.prior);
    const { elsewhere } = drawPosterior(posterior, variances.spread, draws, `${fit.seed} without ${city}`);
    const { common } = posterior;
    const predictive = parameterDraws(fit.parameters, common.mean, elsewhere);
    return { city, common, spread: variances.spread, discrepancy: variances.discrepancy, predictive };
  });
}
