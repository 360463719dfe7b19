import { address, quotedSheet, rangeAddress } from './address.ts';
import type { Cell, Expression, Operand, Operator, Sheet } from './sheet.ts';

const precedence: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };
/** Operators whose right operand of the same rank needs brackets: a-(b-c), a/(b*c), a^(b^c). */
const bracketsRight = new Set<Operator>(['-', '/', '^']);

/**
 * Text of a formula without its equals sign, in the English function names a file holds in every language.
 * @param home the sheet the formula stands on: its own cells are written without the sheet's name
 * @param names workbook names by cell, written in place of addresses
 */
export function formulaText(expression: Expression, home: Sheet, names: ReadonlyMap<Cell, string>): string {
  const write = (part: Expression): string => formulaText(part, home, names);
  const bracketed = (part: Expression, rank: number, right: boolean): string => {
    const text = write(part);
    if (part.kind === 'constant' && part.value < 0) return `(${text})`;
    if (part.kind !== 'binary') return text;
    const own = precedence[part.operator];
    return own < rank || (right && own === rank) ? `(${text})` : text;
  };
  switch (expression.kind) {
    case 'constant':
      return String(expression.value);
    case 'wording':
      return `"${expression.value.replaceAll('"', '""')}"`;
    case 'reference':
      return names.get(expression.cell) ?? referenceText(expression.cell, expression.fixed, home);
    case 'binary': {
      const { operator, left, right } = expression;
      const rank = precedence[operator];
      return `${bracketed(left, rank, operator === '^')}${operator}${bracketed(right, rank, bracketsRight.has(operator))}`;
    }
    case 'call':
      return `${expression.name}(${expression.operands.map((operand) => operandText(operand, home, write)).join(',')})`;
    case 'choice': {
      const { left, comparison, right, then, otherwise } = expression;
      return `IF(${write(left)}${comparison}${write(right)},${write(then)},${write(otherwise)})`;
    }
  }
}

const sheetPrefix = (sheet: Sheet, home: Sheet): string => (sheet === home ? '' : `${quotedSheet(sheet)}!`);

const referenceText = (cell: Cell, fixed: boolean, home: Sheet): string =>
  `${sheetPrefix(cell.sheet, home)}${address(cell.row, cell.column, { rows: fixed, columns: fixed })}`;

const operandText = (operand: Operand, home: Sheet, write: (part: Expression) => string): string =>
  operand.kind === 'range' ? `${sheetPrefix(operand.sheet, home)}${rangeAddress(operand)}` : write(operand);
