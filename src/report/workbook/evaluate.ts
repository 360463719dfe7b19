import { quantileSorted } from 'simple-statistics';
import { addressOf, quotedSheet } from './address.ts';
import type { Cell, Expression, FunctionName, Operand, Range } from './sheet.ts';

/** Value of a cell: a number, or a wording that a formula chose. */
export type Value = number | string;

/**
 * Values of cells, each found once. Empty cells and text count as nothing inside a range, as a spreadsheet has it.
 * @param changed figures a user typed over those of the book
 * @throws Error where a formula rests on itself, reads text as a number or divides by zero
 */
export function evaluator(changed: ReadonlyMap<Cell, number> = new Map()): (cell: Cell) => Value {
  const found = new Map<Cell, Value>();
  const open = new Set<Cell>();

  function valueAt(cell: Cell): Value {
    const known = found.get(cell);
    if (known !== undefined) return known;
    if (open.has(cell)) throw new Error(`${placeOf(cell)}: the formula rests on itself`);
    open.add(cell);
    const value = contentValue(cell);
    open.delete(cell);
    found.set(cell, value);
    return value;
  }

  function contentValue(cell: Cell): Value {
    const { content } = cell;
    if (content === null) return changed.get(cell) ?? (cell.format === 'text' ? '' : 0);
    if (typeof content === 'string') return content;
    if (content.kind === 'figure') return changed.get(cell) ?? content.value;
    if (content.kind === 'label') return content.value;
    const value = expressionValue(content);
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${placeOf(cell)}: not a finite number`);
    return value;
  }

  function expressionValue(expression: Expression): Value {
    switch (expression.kind) {
      case 'constant':
      case 'wording':
        return expression.value;
      case 'reference':
        return valueAt(expression.cell);
      case 'binary':
        return arithmetic(expression.operator, number(expression.left), number(expression.right));
      case 'call':
        return functionValue(expression.name, expression.operands);
      case 'choice': {
        const holds = compare(
          expression.comparison,
          expressionValue(expression.left),
          expressionValue(expression.right),
        );
        return expressionValue(holds ? expression.then : expression.otherwise);
      }
    }
  }

  function number(expression: Expression): number {
    const value = expressionValue(expression);
    if (typeof value === 'number') return value;
    throw new Error(`text where a formula needs a number: ${value}`);
  }

  /** Numbers of a range, row by row; text and empty cells are left out, or taken as 0 to keep the places of a product. */
  function numbers(operand: Operand, keepPlaces: boolean): number[] {
    if (operand.kind !== 'range') return [number(operand)];
    const values: number[] = [];
    for (const cell of cellsOf(operand)) {
      const value = cell === undefined || (cell.content === null && !changed.has(cell)) ? '' : valueAt(cell);
      if (typeof value === 'number') values.push(value);
      else if (keepPlaces) values.push(0);
    }
    return values;
  }

  function functionValue(name: FunctionName, operands: readonly Operand[]): number {
    const all = () => operands.flatMap((operand) => numbers(operand, false));
    const first = () => numbers(operands[0], false)[0];
    const second = () => numbers(operands[1], false)[0];
    switch (name) {
      case 'SUM':
        return total(all());
      case 'COUNT':
        return all().length;
      case 'COUNTIF': {
        const [range, said] = operands as [Range, Expression];
        const wanted = expressionValue(said);
        return cellsOf(range).filter((cell) => cell !== undefined && valueAt(cell) === wanted).length;
      }
      case 'RANK':
        return 1 + numbers(operands[1], false).filter((other) => other > first()).length;
      case 'AVERAGE':
        return total(all()) / all().length;
      case 'SUMPRODUCT':
        return sumOfProducts(operands.map((operand) => numbers(operand, true)));
      case 'PERCENTILE':
        return quantileSorted(
          numbers(operands[0], false).sort((a, b) => a - b),
          second(),
        );
      case 'MAX':
        return Math.max(...all());
      case 'MIN':
        return Math.min(...all());
      case 'ABS':
        return Math.abs(first());
      case 'ROUND':
        return awayFromZero(first(), second(), (value) => Math.floor(value + 0.5));
      case 'ROUNDUP':
        return awayFromZero(first(), second(), Math.ceil);
      case 'ROUNDDOWN':
        return awayFromZero(first(), second(), Math.floor);
    }
  }

  return valueAt;
}

/** The cells of a range row by row; undefined where nothing was put. */
export function cellsOf({ sheet, row, column, toRow, toColumn }: Range): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  for (let r = row; r <= toRow; r++) for (let c = column; c <= toColumn; c++) cells.push(sheet.cells.get(`${r},${c}`));
  return cells;
}

/** Sheet and address, for messages. */
export const placeOf = (cell: Cell): string => `${quotedSheet(cell.sheet)}!${addressOf(cell)}`;

function arithmetic(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return left ** right;
  }
}

function compare(comparison: string, left: Value, right: Value): boolean {
  switch (comparison) {
    case '=':
      return left === right;
    case '<>':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** @throws Error where the ranges are not of one size */
function sumOfProducts(columns: readonly (readonly number[])[]): number {
  const [head, ...rest] = columns;
  if (rest.some(({ length }) => length !== head.length)) throw new Error('SUMPRODUCT over ranges of different sizes');
  return head.reduce((sum, value, i) => sum + rest.reduce((product, column) => product * column[i], value), 0);
}

/** Rounds the size of a number at a decimal place and keeps its sign. */
function awayFromZero(value: number, digits: number, rounding: (size: number) => number): number {
  const unit = 10 ** digits;
  return (Math.sign(value) * rounding(Math.abs(value) * unit)) / unit;
}
