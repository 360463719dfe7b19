import { choose, constant, over, plus } from './expression.ts';
import type { Expression } from './sheet.ts';

/** Sum of expressions; nothing adds up to 0. */
export const added = (parts: readonly Expression[]): Expression =>
  parts.length === 0 ? constant(0) : parts.reduce((whole, part) => plus(whole, part));

/** Part over whole, and 0 where the whole is 0. */
export const ratio = (part: Expression, whole: Expression): Expression =>
  choose(whole, '>', constant(0), over(part, whole), constant(0));
