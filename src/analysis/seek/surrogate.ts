import { exp } from '../../math/exp.ts';
import { dot, inverse, type Matrix, multiply } from '../calibration/matrix.ts';
import type { Outcome, Plan } from './plan.ts';

/** Variances of the parts a lever's effect is thought to be made of; only their ratios matter. */
const CONSTANT = 10;
const ALONE = 1;
const TOGETHER = 0.1;
/** What neighbouring plans may differ by for no reason: people near a threshold. */
const ROUGH = 1e-4;
/** Distance over which an effect bends, of the whole way of a lever. */
const LENGTH = 1;

/** Predicts the outcome of plans that were not simulated, replicate by replicate. */
type Surrogate = (plan: Plan) => Outcome;

/**
 * Kriging with a kernel of main effects and pairwise interactions, the latter a tenth as likely (the functional ANOVA kernel of
 * Durrande, Ginsbourger, Roustant & Carraro 2013). With common random numbers every replicate is a function without noise, so each
 * is interpolated by itself and the weights are shared by all of them.
 */
export function fitSurrogate(plans: readonly Plan[], outcomes: readonly Outcome[]): Surrogate {
  const covariance: Matrix = plans.map((a, i) => plans.map((b, j) => kernel(a, b) + (i === j ? ROUGH : 0)));
  const weights = multiply(
    inverse(covariance),
    outcomes.map(({ margin, short, cost }) => [...margin, ...short, ...cost]),
  );
  const columns = weights[0].map((_, c) => weights.map((row) => row[c]));
  const replicates = outcomes[0].margin.length;
  return (plan) => {
    const near = plans.map((each) => kernel(plan, each));
    const predicted = columns.map((column) => dot(near, column));
    return {
      margin: predicted.slice(0, replicates),
      short: predicted.slice(replicates, 2 * replicates),
      cost: predicted.slice(2 * replicates),
    };
  };
}

function kernel(a: Plan, b: Plan): number {
  let sum = 0;
  let squares = 0;
  for (let l = 0; l < a.length; l++) {
    const like = along(a[l], b[l]);
    sum += like;
    squares += like * like;
  }
  return CONSTANT + ALONE * sum + TOGETHER * ((sum * sum - squares) / 2);
}

/** Likenesses by the two settings: levers have few, and plans are compared by the million. */
const likenesses = new Map<number, Map<number, number>>();

/** Likeness of two settings of one lever; nothing at the start, where no lever has an effect. */
function along(a: number, b: number): number {
  const ofA = likenesses.get(a) ?? new Map<number, number>();
  let likeness = ofA.get(b);
  if (likeness === undefined) {
    const like = (x: number, y: number): number => exp(-((x - y) ** 2) / (2 * LENGTH ** 2));
    likeness = like(a, b) - (like(a, 0) * like(b, 0)) / like(0, 0);
    likenesses.set(a, ofA.set(b, likeness));
  }
  return likeness;
}
