import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';

/**
 * Nested logit (Train 2009, Discrete Choice Methods with Simulation, ch. 4): alternatives of a nest share unobserved utility.
 *
 * With utilities V and dissimilarity λ in (0, 1], the inclusive value of nest B is I(B) = ln Σ exp(V(j)/λ) over its
 * alternatives; P(j) = exp(V(j)/λ + (λ - 1) I(B)) / Σ exp(λ I). Nests of one alternative reduce to the plain logit.
 *
 * @param utility V(j); -Infinity for an alternative that is not available
 * @param nest nest number of each alternative, 0..nests-1
 * @param probability filled with P(j); sums to 1
 */
export function nestedLogit(
  utility: Float64Array,
  nest: ArrayLike<number>,
  nests: number,
  dissimilarity: number,
  probability: Float64Array,
): void {
  let total = 0;
  for (let b = 0; b < nests; b++) {
    const inclusive = inclusiveValue(utility, nest, b, dissimilarity);
    const weight = inclusive === Number.NEGATIVE_INFINITY ? 0 : exp(dissimilarity * inclusive);
    total += weight;
    for (let j = 0; j < utility.length; j++) {
      if (nest[j] !== b) continue;
      const within = utility[j] / dissimilarity - inclusive; // 0 where it is the only one: exp is not asked
      probability[j] = weight === 0 ? 0 : within === 0 ? weight : weight * exp(within);
    }
  }
  for (let j = 0; j < utility.length; j++) probability[j] /= total;
}

/** Inclusive value (logsum) of one nest: ln Σ exp(V/λ); -Infinity when none of its alternatives is available. */
export function inclusiveValue(
  utility: Float64Array,
  nest: ArrayLike<number>,
  b: number,
  dissimilarity: number,
): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < utility.length; j++) if (nest[j] === b && utility[j] > highest) highest = utility[j];
  if (highest === Number.NEGATIVE_INFINITY) return highest;
  let sum = 0;
  for (let j = 0; j < utility.length; j++)
    if (nest[j] === b) sum += utility[j] === highest ? 1 : exp((utility[j] - highest) / dissimilarity);
  return sum === 1 ? highest / dissimilarity : highest / dissimilarity + log(sum);
}

/** The alternative whose stretch of [0, 1) the draw falls into; the last possible one against rounding. */
export function pick(probability: Float64Array, draw: number): number {
  let cumulative = 0;
  let last = 0;
  for (let j = 0; j < probability.length; j++) {
    if (probability[j] === 0) continue;
    cumulative += probability[j];
    last = j;
    if (draw < cumulative) return j;
  }
  return last;
}
