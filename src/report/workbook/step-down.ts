import { plus, times } from './expression.ts';
import type { Expression } from './sheet.ts';

/**
 * Sum over the ages of the vintages of step x weighted persons of that vintage.
 * @param value a coefficient by its id
 */
export function stepped(
  value: (id: string) => Expression,
  steps: number,
  vintage: (age: number) => Expression,
): Expression {
  return Array.from({ length: steps }, (_, age) => times(value(`award.step.${age}`), vintage(age))).reduce(
    (whole, part) => plus(whole, part),
  );
}
