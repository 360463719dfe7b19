import type { Cell, Comparison, Expression, FunctionName, Operand, Operator, Range } from './sheet.ts';

/** An arithmetic constant: a unit conversion, a percentile. Never a figure somebody could want to change. */
export const constant = (value: number): Expression => ({ kind: 'constant', value });
export const wording = (value: string): Expression => ({ kind: 'wording', value });
export const of = (cell: Cell): Expression => ({ kind: 'reference', cell, fixed: false });
/** A reference that stays where it is when the formula is filled down or to the right. */
export const fixed = (cell: Cell): Expression => ({ kind: 'reference', cell, fixed: true });

const binary =
  (operator: Operator) =>
  (left: Expression, ...rest: readonly Expression[]): Expression =>
    rest.reduce((whole, right) => ({ kind: 'binary', operator, left: whole, right }), left);
export const plus = binary('+');
export const minus = binary('-');
export const times = binary('*');
export const over = binary('/');
export const power = binary('^');

const call =
  (name: FunctionName) =>
  (...operands: readonly Operand[]): Expression => ({ kind: 'call', name, operands });
export const sum = call('SUM');
/** Sum over the places of ranges of one shape of the products. */
export const sumProduct = call('SUMPRODUCT');
export const average = call('AVERAGE');
/** Quantile of type 7, as the indicators are summarised. */
export const percentile = (range: Range, share: number): Expression => call('PERCENTILE')(range, constant(share));
export const largest = call('MAX');
export const smallest = call('MIN');
export const round = (value: Expression, digits: number): Expression => call('ROUND')(value, constant(digits));
/** The next whole number away from zero. */
export const roundUp = (value: Expression): Expression => call('ROUNDUP')(value, constant(0));
export const absolute = call('ABS');

export const choose = (
  left: Expression,
  comparison: Comparison,
  right: Expression,
  then: Expression,
  otherwise: Expression,
): Expression => ({ kind: 'choice', comparison, left, right, then, otherwise });

/** The rectangle between two cells of one sheet. */
export function range(from: Cell, to: Cell, fixed: Partial<Range['fixed']> = {}): Range {
  return {
    kind: 'range',
    sheet: from.sheet,
    row: from.row,
    column: from.column,
    toRow: to.row,
    toColumn: to.column,
    fixed: { rows: fixed.rows ?? false, columns: fixed.columns ?? false },
  };
}
