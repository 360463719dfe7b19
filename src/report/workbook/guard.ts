import { choose, constant, of, round } from './expression.ts';
import type { Expression, Validation } from './sheet.ts';

/** Larger than any count or sum of money here; text is larger still in a spreadsheet, and so refused. */
const MOST = 1e15;

const ofKind: Readonly<Record<Validation['accepts'], readonly [low: number, high: number]>> = {
  number: [0, MOST],
  share: [0, 1],
  rate: [-0.5, 1],
  whole: [0, MOST],
  switch: [0, 1],
};

/** Least and most an input cell takes. */
export const boundsOf = ({ accepts, between }: Validation): readonly [low: number, high: number] =>
  between ?? ofKind[accepts];

/** 1 where a cell holds what it may, 0 where not: within its bounds, whole where it must be, and what must hold with other cells. */
export function acceptance(validation: Validation): Expression {
  const { cell, accepts, holds } = validation;
  const [low, high] = boundsOf(validation);
  const [yes, no] = [constant(1), constant(0)];
  const last = holds === undefined ? yes : holds.formula;
  const whole =
    accepts === 'whole' || accepts === 'switch' ? choose(round(of(cell), 0), '=', of(cell), last, no) : last;
  return choose(of(cell), '>=', constant(low), choose(of(cell), '<=', constant(high), whole, no), no);
}
