import type { Localized } from '../../language/language.ts';
import { suggest } from '../../scenario/suggest.ts';
import { columnCalled } from '../column/all.ts';
import type { Column, Label, Place, Reader } from '../column/column.ts';
import { type Sort, tableMessages as say } from '../messages.ts';
import { type Comparison, type Expression, ExpressionError, parseExpression } from './parse.ts';

/** What an expression may name. */
export interface Scope {
  readonly columns: readonly Column[];
  /** The population in words, for messages. */
  readonly called: Localized;
  readonly place: Place;
}

/** Gives the values of a column by row. */
export type Open = (column: Column) => Reader;

/** An expression that was checked: what sort of value it has, and how it is worked out. */
export interface Compiled {
  readonly sort: Sort;
  /** Its column, where it is nothing but one. */
  readonly column: Column | null;
  readonly open: (open: Open) => Reader;
}

/**
 * Checks an expression that has to be of one sort and makes it ready. What is missing is NaN: a comparison with it is not true,
 * arithmetic with it is missing, and so is what is divided by zero.
 * @throws ExpressionError
 */
export function compileAs(text: string, wanted: Sort, scope: Scope): Compiled {
  const compiled = compile(parseExpression(text), scope);
  assertSort(compiled, wanted, text);
  return compiled;
}

function compile(expression: Expression, scope: Scope): Compiled {
  switch (expression.kind) {
    case 'number':
      return of('number', () => () => expression.value);
    case 'word':
      return columnNamed(expression.word, scope);
    case 'missing':
      throw new ExpressionError(say.missingAlone());
    case 'not': {
      const inner = sorted(expression.of, 'flag', scope);
      return of('flag', (open) => {
        const value = inner.open(open);
        return (row) => (value(row) === 1 ? 0 : 1);
      });
    }
    case 'minus': {
      const inner = sorted(expression.of, 'number', scope);
      return of('number', (open) => {
        const value = inner.open(open);
        return (row) => -value(row);
      });
    }
    case 'both':
      return compileBoth(expression, scope);
    case 'compare':
      return compileComparison(expression, scope);
    case 'in':
      return expression.list
        .map((each) =>
          compileComparison(
            { kind: 'compare', operator: '==', left: expression.of, right: each, source: expression.source },
            scope,
          ),
        )
        .reduce(either);
  }
}

const of = (sort: Sort, open: Compiled['open'], column: Column | null = null): Compiled => ({ sort, open, column });

function assertSort({ sort }: Compiled, wanted: Sort, source: string): void {
  if (sort !== wanted) throw new ExpressionError(say.wrongSort(source, wanted, sort));
}

function sorted(expression: Expression, wanted: Sort, scope: Scope): Compiled {
  const compiled = compile(expression, scope);
  assertSort(compiled, wanted, expression.source);
  return compiled;
}

function columnNamed(word: string, { columns, called }: Scope): Compiled {
  const column = columnCalled(columns, word);
  if (column === undefined) {
    const names = columns.flatMap(({ name, label }) => [name, label.zh, label.en]);
    throw new ExpressionError(say.unknownColumn(called, word, suggest(word, names)));
  }
  const sort = column.type === 'code' ? 'code' : column.type === 'flag' ? 'flag' : 'number';
  return of(sort, (open) => open(column), column);
}

const either = (left: Compiled, right: Compiled): Compiled =>
  of('flag', (open) => {
    const [a, b] = [left.open(open), right.open(open)];
    return (row) => (a(row) === 1 || b(row) === 1 ? 1 : 0);
  });

function compileBoth(expression: Expression & { readonly kind: 'both' }, scope: Scope): Compiled {
  const { operator, left, right } = expression;
  const wanted = operator === 'and' || operator === 'or' ? 'flag' : 'number';
  const [a, b] = [sorted(left, wanted, scope), sorted(right, wanted, scope)];
  if (operator === 'or') return either(a, b);
  if (operator === '/' && right.kind === 'number' && right.value === 0)
    throw new ExpressionError(say.dividesByNothing(expression.source));
  return of(wanted, (open) => {
    const [x, y] = [a.open(open), b.open(open)];
    switch (operator) {
      case 'and':
        return (row) => (x(row) === 1 && y(row) === 1 ? 1 : 0);
      case '+':
        return (row) => x(row) + y(row);
      case '-':
        return (row) => x(row) - y(row);
      case '*':
        return (row) => x(row) * y(row);
      case '/':
        return (row) => {
          const divisor = y(row);
          return divisor === 0 ? Number.NaN : x(row) / divisor;
        };
    }
  });
}

const compared: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b && !Number.isNaN(a) && !Number.isNaN(b),
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function compileComparison(expression: Expression & { readonly kind: 'compare' }, scope: Scope): Compiled {
  const { operator, left, right } = expression;
  const equality = operator === '==' || operator === '!=';
  if (right.kind === 'missing') {
    if (!equality) throw new ExpressionError(say.missingAlone());
    const value = compile(left, scope);
    return of('flag', (open) => {
      const read = value.open(open);
      return (row) => (Number.isNaN(read(row)) === (operator === '==') ? 1 : 0);
    });
  }
  const first = compile(left, scope);
  const { column } = first;
  if (column !== null && first.sort === 'code') {
    if (!equality) throw new ExpressionError(say.noOrder(operator, column.name));
    return comparison(operator, first, labelOrColumn(column, right, scope));
  }
  if (first.sort === 'flag' && right.kind === 'word' && yesNo.has(right.word.toLowerCase()))
    return comparison(operator, first, constant('flag', yesNo.get(right.word.toLowerCase())!));
  const second = compile(right, scope);
  if (first.sort !== second.sort || (first.sort === 'flag' && !equality))
    throw new ExpressionError(say.notComparable(left.source, right.source));
  return comparison(operator, first, second);
}

const yesNo = new Map([
  ['yes', 1],
  ['no', 0],
  ['是', 1],
  ['否', 0],
]);

const constant = (sort: Sort, value: number): Compiled => of(sort, () => () => value);

function comparison(operator: Comparison, left: Compiled, right: Compiled): Compiled {
  const holds = compared[operator];
  return of('flag', (open) => {
    const [a, b] = [left.open(open), right.open(open)];
    return (row) => (holds(a(row), b(row)) ? 1 : 0);
  });
}

/** What a category is compared with: one of its labels, by name or in words, or another column with the same ones. */
function labelOrColumn(column: Column, right: Expression, scope: Scope): Compiled {
  const labels = column.labels(scope.place);
  if (right.kind !== 'word' && right.kind !== 'number')
    throw new ExpressionError(say.notComparable(column.name, right.source));
  const index = labelIndex(labels, right.source);
  if (index >= 0) return constant('code', index);
  const other = right.kind === 'word' ? columnCalled(scope.columns, right.word) : undefined;
  if (other === undefined && scope.place.checked) return constant('code', -1);
  if (other === undefined) {
    const names = labels.flatMap(({ name, words }) => [name, words.zh, words.en]);
    throw new ExpressionError(
      say.unknownLabel(column.name, right.source, right.source.length > 1 ? suggest(right.source, names) : undefined),
    );
  }
  const same = other.type === 'code' ? other.labels(scope.place).map(({ name }) => labelIndex(labels, name)) : [];
  if (same.every((each) => each < 0)) throw new ExpressionError(say.notComparable(column.name, right.source));
  return of('code', (open) => {
    const read = open(other);
    return (row) => {
      const value = read(row);
      return Number.isNaN(value) ? value : same[value];
    };
  });
}

/** Place of a label by its name or its words in either language; -1 where there is none. */
function labelIndex(labels: readonly Label[], word: string): number {
  const wanted = word.toLowerCase();
  const named = labels.findIndex(({ name }) => name.toLowerCase() === wanted);
  return named >= 0 ? named : labels.findIndex(({ words }) => words.zh === word || words.en.toLowerCase() === wanted);
}
