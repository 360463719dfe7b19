import type { Cell, Sheet } from './sheet.ts';

/**
 * What a formula says, once. Its text (formula-text.ts), its value (evaluate.ts) and what supports it (support.ts) are all read
 * from the same expression, so the value stored beside a formula is the formula's own.
 */
export type Expression =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'wording'; readonly value: string }
  | { readonly kind: 'reference'; readonly cell: Cell; readonly fixed: boolean }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly operands: readonly Operand[] }
  | {
      readonly kind: 'choice';
      readonly comparison: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

export type Operator = '+' | '-' | '*' | '/' | '^';
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type FunctionName =
  | 'SUM'
  | 'SUMPRODUCT'
  | 'AVERAGE'
  | 'PERCENTILE'
  | 'MAX'
  | 'MIN'
  | 'ROUND'
  | 'ROUNDUP'
  | 'ABS';
export type Operand = Expression | Range;

/** A rectangle of cells of one sheet; rows and columns counted from 0, both ends inside. */
export interface Range {
  readonly kind: 'range';
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly toRow: number;
  readonly toColumn: number;
  /** Written with dollar signs: stays where it is when a user fills the formula down or to the right. */
  readonly fixed: { readonly rows: boolean; readonly columns: boolean };
}

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
