import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { fiscal } from '../../../src/fiscal/fiscal.ts';
import { addressOf } from '../../../src/report/workbook/address.ts';
import { bookOf } from '../../../src/report/workbook/book.ts';
import { evaluator, placeOf } from '../../../src/report/workbook/evaluate.ts';
import { writeWorkbook } from '../../../src/report/workbook/index.ts';
import type { Book, Cell } from '../../../src/report/workbook/sheet.ts';
import { coefficientsWith, inventedCounts, inventedResult } from './fixture.ts';
import { hasLibreOffice, recalculated, typedOver } from './libreoffice.ts';

const shape = { areas: 2, years: 6, replicates: 3 };
const result = inventedResult(shape);
const book = bookOf(result, 'zh');
/** A weight of the award, a unit cost, and who pays. */
const changed = {
  'award.weight.other_province': 1.7,
  'standard.primary_budget.2020': 21_000,
  'payer.schooling.city': 0.25,
};
const OFFICE = 180_000;

const cellsOf = (own: Book): Cell[] => own.sheets.flatMap(({ cells }) => [...cells.values()]);
const isFormula = ({ content }: Cell): boolean =>
  content !== null && typeof content === 'object' && content.kind !== 'figure' && content.kind !== 'label';
const keyOf = (cell: Cell): string => `${cell.sheet.name}!${addressOf(cell)}`;

/** Whether two values agree to a billionth; amounts that cancel out are compared in parts of a yuan. */
function agree(found: unknown, wanted: unknown): boolean {
  if (typeof found !== 'number' || typeof wanted !== 'number') return found === wanted;
  return Math.abs(found - wanted) <= 1e-9 * Math.max(Math.abs(found), Math.abs(wanted)) + 1e-9;
}

function nameOf(id: string): Cell {
  return book.names.find(({ name }) => name === id.replaceAll('.', '_'))!.cell;
}

describe('every formula of the workbook', () => {
  test("has the model's own value, wherever the model has one", () => {
    const value = evaluator();
    const known = cellsOf(book).filter(({ expected }) => expected !== undefined && !Number.isNaN(expected));
    expect(known.length).toBeGreaterThan(3000);
    expect(known.filter((cell) => !agree(value(cell), cell.expected)).map(placeOf)).toEqual([]);
  });

  test('follows changed coefficients as the model does', () => {
    const typed = new Map(Object.entries(changed).map(([id, own]) => [nameOf(id), own]));
    const value = evaluator(typed);
    const model = bookOf(fiscal(inventedCounts(shape), coefficientsWith(changed)), 'zh');
    const modelled = new Map(cellsOf(model).map((cell) => [keyOf(cell), cell.expected]));
    const known = cellsOf(book).filter(
      (cell) => cell.expected !== undefined && modelled.get(keyOf(cell)) !== undefined,
    );
    const moved = known.filter((cell) => !agree(modelled.get(keyOf(cell)), cell.expected));
    expect(moved.length).toBeGreaterThan(500);
    expect(known.filter((cell) => !agree(value(cell), modelled.get(keyOf(cell)))).map(placeOf)).toEqual([]);
  });

  test.skipIf(!hasLibreOffice)(
    'is calculated by LibreOffice to the value stored beside it',
    async () => {
      const office = recalculated(await writeWorkbook(result, 'zh'));
      const value = evaluator();
      const formulas = cellsOf(book).filter(isFormula);
      const different = formulas.filter(
        (cell) => !agree(office.Sheets[cell.sheet.name][addressOf(cell)]?.v, value(cell)),
      );
      expect(formulas.length).toBeGreaterThan(5000);
      expect(different.map(placeOf)).toEqual([]);
    },
    OFFICE,
  );

  test.skipIf(!hasLibreOffice)(
    'gives in LibreOffice what the model gives with the same three coefficients',
    async () => {
      const typed = Object.fromEntries(Object.entries(changed).map(([id, own]) => [keyOf(nameOf(id)), own]));
      const office = recalculated(typedOver(await writeWorkbook(result, 'zh'), typed));
      const model = bookOf(fiscal(inventedCounts(shape), coefficientsWith(changed)), 'zh');
      const known = cellsOf(model).filter(({ expected }) => expected !== undefined && !Number.isNaN(expected));
      const found = (cell: Cell) => office.Sheets[cell.sheet.name][addressOf(cell)]?.v;
      expect(known.filter((cell) => !agree(found(cell), cell.expected)).map(placeOf)).toEqual([]);
    },
    OFFICE,
  );
});

describe('the persons of the workbook', () => {
  const value = evaluator();
  const page = book.sheets.find(({ name }) => name === '落户人数')!;
  const rowsOf = (area: string, item: string): number[] =>
    [...page.cells.values()]
      .filter(
        ({ row, column }) =>
          column > 1 && page.cells.get(`${row},0`)?.content === area && page.cells.get(`${row},1`)?.content === item,
      )
      .map((cell) => value(cell) as number);

  test.each([
    ['跨省', 'award_settlers.other_province'],
    ['县内', 'award_settlers.same_county'],
    ['落户合计', 'award_settlers'],
    ['新发居住证', 'permits_issued'],
    ['义务教育随迁子女（年末）', 'award_children'],
  ])('%s are those of indicators.csv, county by county and for the city', (item, indicator) => {
    for (const [area, name] of [
      ['city', '全市'],
      ['150202', '虚构1县'],
      ['150203', '虚构2县'],
    ] as const) {
      const wanted = result.years.map(
        (year) =>
          result.counts.means.find((own) => own.area === area && own.year === year && own.indicator === indicator)!
            .mean,
      );
      const found = rowsOf(name, item);
      expect(found).toHaveLength(wanted.length);
      found.forEach((own, i) => {
        expect(own).toBeCloseTo(wanted[i], 9);
      });
    }
  });

  test('and its sums agree: every check on the last sheet holds', () => {
    const checks = cellsOf(book).filter(
      (cell) => cell.sheet.name === '来源与校验' && ['相符', '不符'].includes(String(value(cell))),
    );
    expect(checks.map((cell) => value(cell))).toEqual(Array(16).fill('相符'));
  });
});

describe('a yellow cell', () => {
  // beside each value the source of a changed one is typed, in words
  const sourceColumn = 10;
  const inputs = cellsOf(book).filter(
    ({ role, sheet, column }) => role === 'input' && sheet.name === '系数' && column !== sourceColumn,
  );

  test('has a name, a validation that refuses negative numbers, and a formula that reads it', async () => {
    const file = XLSX.read(await writeWorkbook(result, 'zh'), { cellFormula: true });
    const formulas = file.SheetNames.filter((name) => name !== '系数' && name !== '假设与来源' && name !== '敏感性')
      .flatMap((name) => Object.values(file.Sheets[name]) as XLSX.CellObject[])
      .map(({ f }) => f ?? '')
      .join('\n');
    const read = new Set(formulas.match(/[a-z][a-z0-9]*(_[a-z0-9]+)+/g));
    const validated = new Set(inputs[0].sheet.validations.map(({ cell }) => cell));
    expect(inputs.length).toBeGreaterThan(150);
    expect(inputs.filter((cell) => !validated.has(cell)).map(placeOf)).toEqual([]);
    expect(book.names.filter(({ name }) => !read.has(name)).map(({ name }) => name)).toEqual([]);
    expect(new Set(book.names.map(({ cell }) => cell))).toEqual(new Set(inputs));
  });

  test('is missing where a change needs a new calculation, and the sheet says so', () => {
    const page = inputs[0].sheet;
    const structure = [...page.cells.values()].filter(({ content }) => content === '改动需重新运行 luohu fiscal');
    const names = structure.map(({ row }) => page.cells.get(`${row},0`)!.content);
    expect(names).toContain(result.coefficients.find(({ id }) => id === 'award.lag')!.name.zh);
    for (const { row } of structure) expect(page.cells.get(`${row},1`)!.role).not.toBe('input');
  });
});

describe('the file', () => {
  test('is the same bytes for the same result', async () => {
    expect(await writeWorkbook(inventedResult(shape), 'en')).toEqual(await writeWorkbook(inventedResult(shape), 'en'));
  });

  test('keeps words of a scenario as text, also where they begin like a formula', async () => {
    const file = XLSX.read(await writeWorkbook(result, 'en'), { cellFormula: true });
    const cells = Object.values(file.Sheets['Provenance']) as XLSX.CellObject[];
    const title = cells.find(({ v }) => v === result.counts.run.title.en)!;
    expect(title.t).toBe('s');
    expect(title.f).toBeUndefined();
  });

  test('says in Chinese where every figure comes from', () => {
    const told = ['系数', '假设与来源', '对照'].flatMap((name) => {
      const sheet = book.sheets.find((own) => own.name === name)!;
      const cells = [...sheet.cells.values()];
      const columns = cells.filter(
        ({ role, content }) => role === 'header' && /^(原出处|来源|理由、来源与说明)$/.test(String(content)),
      );
      expect(columns.length, name).toBeGreaterThan(0);
      // the coefficients' own source is kept behind the formula that shows a stated one
      const { row: head, column: own } = columns.at(-1)!;
      return cells.filter(({ row, column, content }) => row > head && column === own && typeof content === 'string');
    });
    expect(told.length).toBeGreaterThan(350);
    expect(told.filter(({ content }) => !/\p{Script=Han}/u.test(String(content))).map(placeOf)).toEqual([]);
    const beside = book.sheets.find(({ name }) => name === '对照')!;
    const named = [...beside.cells.values()].filter(
      ({ column, row, content }) => row > 4 && column < 4 && !/\p{Script=Han}/u.test(String(content)),
    );
    expect(named.map(placeOf)).toEqual([]);
  });

  test('is in Chinese throughout: other words are names of cells, the invented run and the program', () => {
    const foreign = cellsOf(book).filter(
      ({ sheet, content }) =>
        typeof content === 'string' &&
        sheet.name !== '来源与校验' &&
        /[A-Za-z]{3}/.test(content) &&
        !/\p{Script=Han}/u.test(content) &&
        !/^[a-z0-9]+(_[a-z0-9]+)+$/.test(content) &&
        !/^https?:\/\//.test(content),
    );
    expect(foreign.map((cell) => `${placeOf(cell)} ${String(cell.content)}`)).toEqual([]);
  });

  test('has the same sheets in both languages, under names a spreadsheet takes', () => {
    const english = bookOf(result, 'en');
    expect(english.sheets.map(({ cells }) => cells.size)).toEqual(book.sheets.map(({ cells }) => cells.size));
    for (const { name } of [...english.sheets, ...book.sheets]) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    const chinese = cellsOf(english).filter(
      ({ role, content }) => role === 'header' && /\p{Script=Han}/u.test(String(content)),
    );
    expect(chinese.map(placeOf)).toEqual([]);
  });
});
