import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';
import type { Prior } from './linear-model.ts';
import type { CalibratedParameter } from './parameters.ts';
import type { TargetKind } from './target-kinds.ts';
import { transforms } from './transform.ts';

/** 95 % quantile of the standard normal distribution: the ends of a central 90 % interval. */
export const Z90 = 1.6448536269514722;

/** Share of a prefecture's prior variance that all prefectures have in common. */
const COMMON_SHARE = 0.5;
/** Share of the discrepancy that the counties of a prefecture have in common. */
const SHARED_DISCREPANCY = 0.5;

/** Centre and variance of one prefecture's value on the unbounded scale: the range as the central 90 % of a normal. */
export function beliefOf({ name, scale, prior }: CalibratedParameter): { mean: number; variance: number } {
  const range = prior ?? rangeOf(name);
  const [low, high] = range.map(transforms[scale].to) as [number, number];
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high))
    throw new RangeError(`the range of ${name} must lie inside its ${scale} scale, got [${range[0]}, ${range[1]}]`);
  return { mean: (low + high) / 2, variance: ((high - low) / (2 * Z90)) ** 2 };
}

function rangeOf(name: ParameterName): readonly [number, number] {
  const { range } = parameterSpecs[name];
  if (range === null) throw new RangeError(`${name} must have a range to be calibrated`);
  return range;
}

/**
 * The prior of a joint fit. The ranges of the model are used and not those of a city's scenario, which may have been set by hand so that
 * a run meets the very figures the calibration is about to use.
 */
export function priorOf(parameters: readonly CalibratedParameter[], kinds: readonly TargetKind[]): Prior {
  const beliefs = parameters.map((parameter) => ({ ...beliefOf(parameter), own: parameter.level === 'prefecture' }));
  return {
    mean: beliefs.map(({ mean }) => mean),
    common: beliefs.map(({ variance, own }) => (own ? COMMON_SHARE * variance : variance)),
    spread: beliefs.map(({ variance, own }) => (own ? (1 - COMMON_SHARE) * variance : 0)),
    discrepancy: Object.fromEntries(
      kinds.map(({ indicator, discrepancy }) => [
        indicator,
        { county: (1 - SHARED_DISCREPANCY) * discrepancy ** 2, shared: SHARED_DISCREPANCY * discrepancy ** 2 },
      ]),
    ),
  };
}

/** Standard deviation of one prefecture's value before any target is seen. */
export const priorSd = ({ common, spread }: Prior): number[] =>
  common.map((variance, p) => Math.sqrt(variance + spread[p]));
