import { exp } from './exp.ts';
import { log } from './log.ts';

/** Distribution function of the standard logistic: 1 / (1 + e^-x). */
export const logistic = (x: number): number => (x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)));

/** Quantile of the standard logistic: log(p / (1 - p)), for p in (0, 1). */
export const logit = (p: number): number => log(p / (1 - p));
