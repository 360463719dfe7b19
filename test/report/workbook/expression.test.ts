import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../src/report/workbook/address.ts';
import { figure, label, newSheet, put } from '../../../src/report/workbook/build.ts';
import { evaluator } from '../../../src/report/workbook/evaluate.ts';
import {
  absolute,
  average,
  choose,
  constant,
  fixed,
  largest,
  minus,
  of,
  over,
  percentile,
  plus,
  power,
  range,
  round,
  roundUp,
  smallest,
  sum,
  sumProduct,
  times,
  wording,
} from '../../../src/report/workbook/expression.ts';
import { formulaText } from '../../../src/report/workbook/formula-text.ts';
import { writeWithHucre } from '../../../src/report/workbook/hucre-writer.ts';
import type { Book, Cell, Expression } from '../../../src/report/workbook/sheet.ts';
import { supportFinder } from '../../../src/report/workbook/support.ts';
import { cellValue, hasLibreOffice, recalculated, typedOver } from './libreoffice.ts';

const source = newSheet("A's 表", 'base', [10, 10]);
const target = newSheet('Result', 'result', [10]);
const numbers = [7, 3, -2.5, 11, 0.125, 40].map((value, i) => put(source, i, 0, figure(value, 'simulated')));
const weights = [1, 0.5, 0.25, 2, 8, 0.1].map((value, i) => put(source, i, 1, figure(value, 'published')));
const rate = put(source, 6, 0, figure(0.3, 'assumption'));
const word = put(source, 6, 1, '=1+1');
const column = (cells: readonly Cell[]) => range(cells[0], cells.at(-1)!);
const [a, b, c] = numbers as [Cell, Cell, Cell];

const formulas: readonly { readonly says: string; readonly is: Expression; readonly value: number | string }[] = [
  { says: "'A''s 表'!A1+'A''s 表'!A2", is: plus(of(a), of(b)), value: 10 },
  { says: "'A''s 表'!A1-('A''s 表'!A2-'A''s 表'!A3)", is: minus(of(a), minus(of(b), of(c))), value: 1.5 },
  { says: "('A''s 表'!A1+'A''s 表'!A2)*rate", is: times(plus(of(a), of(b)), of(rate)), value: 3 },
  { says: "'A''s 表'!A1/('A''s 表'!A2*4)", is: over(of(a), times(of(b), constant(4))), value: 7 / 12 },
  { says: '(1+rate)^2', is: power(plus(constant(1), of(rate)), constant(2)), value: 1.3 ** 2 },
  { says: '2^(2^3)', is: power(constant(2), power(constant(2), constant(3))), value: 256 },
  { says: '(2^2)^3', is: power(power(constant(2), constant(2)), constant(3)), value: 64 },
  { says: '(-3)^2', is: power(constant(-3), constant(2)), value: 9 },
  { says: "SUM('A''s 表'!A1:A6)", is: sum(column(numbers)), value: 58.625 },
  {
    says: "SUMPRODUCT('A''s 表'!A1:A6,'A''s 表'!B1:B6)",
    is: sumProduct(column(numbers), column(weights)),
    value: 34.875,
  },
  { says: "AVERAGE('A''s 表'!A1:A6)", is: average(column(numbers)), value: 58.625 / 6 },
  { says: "PERCENTILE('A''s 表'!A1:A6,0.1)", is: percentile(column(numbers), 0.1), value: -1.1875 },
  { says: "PERCENTILE('A''s 表'!A1:A6,0.5)", is: percentile(column(numbers), 0.5), value: 5 },
  { says: "MAX('A''s 表'!A1,9)", is: largest(of(a), constant(9)), value: 9 },
  { says: "MIN('A''s 表'!A1:A6)", is: smallest(column(numbers)), value: -2.5 },
  { says: "ABS('A''s 表'!A3)", is: absolute(of(c)), value: 2.5 },
  { says: "ROUND('A''s 表'!A3,0)", is: round(of(c), 0), value: -3 },
  { says: "ROUNDUP('A''s 表'!A5,0)", is: roundUp(of(numbers[4])), value: 1 },
  {
    says: "IF('A''s 表'!A1>='A''s 表'!A2,\"more\"\"\",\"less\")",
    is: choose(of(a), '>=', of(b), wording('more"'), wording('less')),
    value: 'more"',
  },
  { says: "'A''s 表'!$A$1*2", is: times(fixed(a), constant(2)), value: 14 },
];
const placed = formulas.map(({ is }, i) => put(target, i, 0, is));
const book: Book = {
  title: 'Test & more',
  subject: '',
  lang: 'en',
  declared: '',
  prepared: '',
  sheets: [source, target],
  names: [{ name: 'rate', cell: rate }],
};

describe('an expression', () => {
  test.each(formulas.map((formula, i) => ({ ...formula, cell: placed[i] })))(
    'says $says',
    ({ says, is, value, cell }) => {
      expect(formulaText(is, target, new Map([[rate, 'rate']]))).toBe(says);
      expect(evaluator()(cell)).toEqual(typeof value === 'number' ? expect.closeTo(value, 12) : value);
    },
  );

  test('that rests on itself is an error and not an endless loop', () => {
    const sheet = newSheet('loop', 'base', [10]);
    const head = put(sheet, 0, 0, label(1));
    const first: Cell = { ...head, row: 1, content: of({ ...head, row: 1 }) };
    const loop: Cell = { ...first, content: null };
    Object.assign(loop, { content: plus(of(loop), constant(1)) });
    expect(() => evaluator()(loop)).toThrow("'loop'!A2: the formula rests on itself");
  });

  test('that divides by zero is an error that names the cell', () => {
    const sheet = newSheet('zero', 'base', [10]);
    const none = put(sheet, 0, 0, figure(0, 'simulated'));
    const cell = put(sheet, 1, 0, over(constant(1), of(none)));
    expect(() => evaluator()(cell)).toThrow("'zero'!A2: not a finite number");
  });

  test('over an assumption is an assumption, over counts alone it is a count', () => {
    const supportOf = supportFinder();
    expect(supportOf(placed[2])).toBe('assumption');
    expect(supportOf(placed[8])).toBe('simulated');
    expect(supportOf(placed[9])).toBe('published');
  });
});

describe('a written book', () => {
  test('is the same bytes every time', async () => {
    expect(await writeWithHucre(book)).toEqual(await writeWithHucre(book));
  });

  test.skipIf(!hasLibreOffice)('is calculated by LibreOffice to the values stored in it', async () => {
    const office = recalculated(await writeWithHucre(book));
    const value = evaluator();
    for (const cell of placed) {
      const found = cellValue(office, 'Result', addressOf(cell));
      const own = value(cell);
      expect(found).toEqual(typeof own === 'number' ? expect.closeTo(own, 12) : own);
    }
    expect(cellValue(office, source.name, addressOf(word))).toBe('=1+1');
    expect(office.Sheets[source.name][addressOf(word)].f).toBeUndefined();
  });

  test.skipIf(!hasLibreOffice)('follows a number typed over another', async () => {
    const office = recalculated(typedOver(await writeWithHucre(book), { [`${source.name}!A7`]: 0.5 }));
    expect(cellValue(office, 'Result', 'A3')).toBeCloseTo(5, 12);
    expect(cellValue(office, 'Result', 'A5')).toBeCloseTo(2.25, 12);
  });
});
