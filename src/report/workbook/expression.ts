import type { Cell, Comparison, Expression, FunctionName, Operand, Operator, Range, Sheet } from './sheet.ts';

/** An arithmetic constant: a unit conversion, a percentile. Never a figure somebody could want to change. */
export const constant = (value: number): Expression => ({ kind: 'constant', value });
export const wording = (value: string): Expression => ({ kind: 'wording', value });
export const of = (cell: Cell): Expression => ({ kind: 'reference', cell, fixed: false });
/** A reference that stays where it is when the formula is filled down or to the right. */
export const fixed = (cell: Cell): Expression => ({ kind: 'reference', cell, fixed: true });

/** A reference to a cell that is put later, so that a formula may read what stands below it. */
export const later = (sheet: Sheet, row: number, column: number): Expression => ({
  kind: 'reference',
  fixed: false,
  get cell() {
    const found = sheet.cells.get(`${row},${column}`);
    if (found === undefined) throw new Error(`${sheet.name} ${row},${column}: nothing was put`);
    return found;
  },
});

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
/** How many cells of the ranges hold a number. */
export const count = call('COUNT');
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
/** The whole number below, of what is not negative. */
export const roundDown = (value: Expression): Expression => call('ROUNDDOWN')(value, constant(0));
export const absolute = call('ABS');

export const choose = (
  left: Expression,
  comparison: Comparison,
  right: Expression,
  then: Expression,
  otherwise: Expression,
): Expression => ({ kind: 'choice', comparison, left, right, then, otherwise });

/** Place of a number among those of a range, the largest first. */
export const rank = (value: Expression, all: Range): Expression => call('RANK')(value, all);
/** How many cells of a range say a word. */
export const countSaying = (range: Range, said: string): Expression => call('COUNTIF')(range, wording(said));

/** A typed value where somebody typed one, else what stands in its place. */
export const typedOr = (typed: Cell, otherwise: Expression): Expression =>
  choose(count(range(typed, typed)), '=', constant(0), otherwise, of(typed));

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
