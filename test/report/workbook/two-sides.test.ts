import { expect, it } from 'vitest';
import { estimate } from '../../../src/analysis/paired/estimate.ts';
import { evaluator } from '../../../src/report/workbook/evaluate.ts';
import { writeWithHucre } from '../../../src/report/workbook/hucre-writer.ts';
import type { Cell, Sheet } from '../../../src/report/workbook/sheet.ts';
import { type TwoSides, twoSidesBookOf } from '../../../src/report/workbook/two-sides-book.ts';
import { hasLibreOffice, recalculated } from './libreoffice.ts';

const name = (of: string) => ({ zh: `${of}（中）`, en: of });
/** Yearly money of both sides in yuan; the second side has 10,000 yuan a year more in replicate 0, 30,000 in 1, 50,000 in 2. */
const base = [
  [1e6, 2e6],
  [3e6, 4e6],
  [5e6, 9e6],
];
const alternative = base.map((years, r) => years.map((yuan) => yuan + (2 * r + 1) * 1e4));
const measure = (id: string, before: number[][], after: number[][]) => {
  const total = (years: readonly number[]) => years.reduce((sum, yuan) => sum + yuan, 0);
  const difference = estimate(after.map((years, r) => total(years) - total(before[r])));
  return { id, name: name(id), base: before, alternative: after, difference };
};
const sides = (replicates: number): TwoSides => ({
  base: name('without'),
  alternative: name('with'),
  city: name('Small city'),
  years: [2026, 2027],
  replicates: [0, 1, 2].slice(0, replicates),
  sample: 0.05,
  sections: [
    {
      name: name('Award'),
      measures: [measure('award', base.slice(0, replicates), alternative.slice(0, replicates))],
    },
    { name: name('Payers'), measures: [measure('payer', base.slice(0, replicates), base.slice(0, replicates))] },
  ],
});
/** The row of a sheet that begins with a text. */
const rowOf = (sheet: Sheet, text: string): ((column: number) => Cell | undefined) => {
  const { row } = [...sheet.cells.values()].find((cell) => cell.column === 0 && cell.content === text)!;
  return (column) => sheet.cells.get(`${row},${column}`);
};

it('sets both sides beside each other with the paired difference, its error and its interval', () => {
  const book = twoSidesBookOf(sides(3), 'en', '');
  const value = evaluator();
  const at = rowOf(book.sheets[0], 'award');
  // 10,000 yuan: means of 300, 700 and 1,400; differences of the sums 2, 6 and 10
  expect(value(at(1)!)).toBeCloseTo(800, 9);
  expect(value(at(2)!)).toBeCloseTo(806, 9);
  expect(value(at(3)!)).toBeCloseTo(6, 9);
  // standard deviation 4, three replicates, Student's t of two degrees of freedom 2.91999
  expect(value(at(4)!)).toBeCloseTo(4 / Math.sqrt(3), 9);
  expect(value(at(5)!)).toBeCloseTo(6 - (2.91999 * 4) / Math.sqrt(3), 4);
  expect(value(at(6)!)).toBeCloseTo(6 + (2.91999 * 4) / Math.sqrt(3), 4);
  expect(value(at(7)!)).toBeCloseTo(2.4, 9);
  expect(value(at(8)!)).toBeCloseTo(9.6, 9);
  const same = rowOf(book.sheets[0], 'payer');
  expect([3, 4, 5, 6].map((column) => value(same(column)!))).toEqual([0, 0, 0, 0]);
});

it('what the formulas find is what the program found', () => {
  const book = twoSidesBookOf(sides(3), 'zh', '');
  const value = evaluator();
  const known = book.sheets
    .flatMap(({ cells }) => [...cells.values()])
    .filter(({ expected }) => expected !== undefined);
  expect(known.length).toBeGreaterThan(10);
  for (const cell of known) expect(value(cell)).toBeCloseTo(cell.expected!, 9);
});

it('follows a figure of a replicate that is changed', () => {
  const book = twoSidesBookOf(sides(3), 'en', '');
  const [together, , single] = book.sheets;
  const changed = single.cells.get('5,2')!;
  const value = evaluator(new Map([[changed, 332]]));
  // 302 became 332: the mean of that side and the difference rise by a third of 30
  expect(value(rowOf(together, 'award')(3)!)).toBeCloseTo(16, 9);
});

it('of one replicate gives the difference and says that there is no interval', () => {
  const book = twoSidesBookOf(sides(1), 'en', '');
  const at = rowOf(book.sheets[0], 'award');
  expect(evaluator()(at(3)!)).toBeCloseTo(2, 9);
  expect(at(4)).toBeUndefined();
  expect(book.sheets[0].cells.get('1,0')!.content).toContain('no interval');
});

it.runIf(hasLibreOffice)('LibreOffice finds the same', async () => {
  const opened = recalculated(await writeWithHucre(twoSidesBookOf(sides(3), 'zh', '')));
  const sheet = opened.Sheets['两方比较']!;
  const row = Object.keys(sheet)
    .find((place) => (sheet[place] as { v?: unknown }).v === 'award（中）')!
    .slice(1);
  expect((sheet[`D${row}`] as { v: number }).v).toBeCloseTo(6, 9);
  expect((sheet[`H${row}`] as { v: number }).v).toBeCloseTo(2.4, 9);
});
