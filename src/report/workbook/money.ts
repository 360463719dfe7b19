import { constant, over } from './expression.ts';
import type { Expression } from './sheet.ts';

const YUAN = 10_000;

/** An amount in yuan as the workbook shows money, in 10,000 yuan (万元). */
export const moneyOf = (yuan: Expression): Expression => over(yuan, constant(YUAN));

/** A number in yuan, as `moneyOf` would show it; undefined stays undefined. */
export const inMoney = <T extends number | undefined>(yuan: T): T =>
  (yuan === undefined ? undefined : yuan / YUAN) as T;
