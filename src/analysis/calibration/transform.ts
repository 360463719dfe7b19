import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { logistic, logit } from '../../math/logistic.ts';

/** Scales without bounds on which parameters are estimated and their uncertainty is normal. */
export const transforms = {
  identity: { to: (value: number) => value, from: (x: number) => x },
  log: { to: log, from: exp },
  logit: { to: logit, from: logistic },
} as const satisfies Record<string, { to(value: number): number; from(x: number): number }>;

export type TransformName = keyof typeof transforms;
