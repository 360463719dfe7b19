import { logistic } from './logistic.ts';
import { solve } from './solve.ts';

/** The one shift of log-odds by which shares of groups add up to a total: sum of weights times logistic(logits + shift). */
export const shiftTo = (weights: readonly number[], logits: readonly number[], total: number): number =>
  solve((shift) => weights.reduce((sum, weight, i) => sum + weight * logistic(logits[i] + shift), -total));
