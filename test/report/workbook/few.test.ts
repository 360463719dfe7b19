import { expect, test } from 'vitest';
import { fiscal } from '../../../src/fiscal/fiscal.ts';
import type { FiscalCounts } from '../../../src/fiscal/result.ts';
import { tiers } from '../../../src/fiscal/result.ts';
import type { OwnTable } from '../../../src/report/own-table-input.ts';
import { bookOf } from '../../../src/report/workbook/book.ts';
import { cautions } from '../../../src/report/workbook/cautions.ts';
import { evaluator } from '../../../src/report/workbook/evaluate.ts';
import { formulaText } from '../../../src/report/workbook/formula-text.ts';
import type { Book, Cell } from '../../../src/report/workbook/sheet.ts';
import { supportFinder } from '../../../src/report/workbook/support.ts';
import { coefficientsWith, inventedCounts } from './fixture.ts';

/*
 * A run that is little to go by: its workbook says so where a reader begins. And what every book holds to: how many figures rest on an
 * assumption is counted, and no formula is longer than offices take.
 */
const few = inventedCounts({ areas: 2, years: 1, replicates: 1 });
const changed = (change: Partial<FiscalCounts['run']>): FiscalCounts => ({ ...few, run: { ...few.run, ...change } });
const coefficients = coefficientsWith();
const bookFrom = (counts: FiscalCounts, lang: 'zh' | 'en', tables: readonly OwnTable[] = []): Book =>
  bookOf(fiscal(counts, coefficients), lang, { tables });
/** What stands below the title of the first sheet. */
const said = ({ sheets: [first] }: Book): string => String(first.cells.get('1,0')!.content);
const cellsOf = (book: Book): Cell[] => book.sheets.flatMap(({ cells }) => [...cells.values()]);
const nobody: FiscalCounts = {
  ...few,
  award: few.award.map((row) => ({
    ...row,
    settlers: Object.fromEntries(tiers.map((tier) => [tier, 0])) as typeof row.settlers,
  })),
};

test('one replicate of one year on a sample is told on the first sheet and in the footer, in both languages', () => {
  const counts = changed({ sample: 0.05 });
  const [zh, en] = [bookFrom(counts, 'zh'), bookFrom(counts, 'en')];
  expect(said(zh)).toMatch(/单次模拟：P10、P50、P90 相同，不是分位数.*只模拟 5% 的家庭.*只模拟了 2022 一年/);
  expect(said(en)).toMatch(/A single replicate: .* Only 5% of the households .* One year was simulated, 2022/);
  expect(zh.declared).toMatch(/单次模拟.*抽样5%家庭/);
  expect(en.declared).toMatch(/a single replicate.*a sample of 5% of the households/);
});

test('that nobody settled is told, unless a bureau states that somebody did', () => {
  expect(said(bookFrom(nobody, 'zh'))).toMatch(/本次运行无人由农村户籍落户/);
  const [{ code: area }] = nobody.areas;
  const row = { area, year: 2022, item: 'settlers.province', value: 12, source: 'the police' } as const;
  const told = (counts: FiscalCounts) => cautions(fiscal(counts, coefficients)).map(({ en }) => en);
  expect(told(nobody)[0]).toMatch(/^Nobody settled from a village register/);
  expect(told({ ...nobody, stated: [row] }).join()).not.toMatch(/Nobody settled/);
});

test('figures of one’s own stand beside the run, the distance of each as a formula, on a page only where there are any', () => {
  const { areas } = few;
  const figure = { year: 2022, indicator: 'resident_population', value: 1_010, error: 20, source: 'bureau' };
  const figures = [
    { ...figure, area: 'city', simulated: { mean: 990, p05: 950, p95: 1_030 } },
    {
      ...figure,
      area: areas[0].code,
      indicator: 'registered_urbanization_rate',
      value: 40,
      error: 0.5,
      simulated: null,
    },
  ];
  const book = bookOf(fiscal(few, coefficients), 'en', { figures });
  const page = book.sheets.find(({ name }) => name === 'Own figures')!;
  const at = (row: number, column: number) => page.cells.get(`${row},${column}`)!;
  expect([3, 4, 5, 6, 7].map((column) => evaluator()(at(5, column)))).toEqual([1_010, 20, 990, 950, 1_030]);
  expect(evaluator()(at(5, 8))).toBeCloseTo(1, 12);
  expect(at(6, 0).content).toBe(areas[0].name.en);
  expect(at(6, 5).content).toBeNull();
  expect(bookFrom(few, 'en').sheets.some(({ name }) => name === 'Own figures')).toBe(false);
});

test('a run that has all it needs is told nothing of the kind', () => {
  const whole = inventedCounts({ areas: 2, years: 2, replicates: 2 });
  expect(cautions(fiscal(whole, coefficients))).toEqual([]);
});

test('the contents count the figures of every sheet and those with the mark of an assumption', () => {
  const book = bookFrom(few, 'zh');
  const [, contents] = book.sheets;
  const at = (row: number, column: number) => contents.cells.get(`${row},${column}`)?.content;
  const rows = [...contents.cells.values()].filter(({ column, row }) => column === 0 && row > 4).map(({ row }) => row);
  const counted = new Map(rows.map((row) => [at(row, 0), [at(row, 3), at(row, 4)]]));
  const supportOf = supportFinder();
  let [all, assumed] = [0, 0];
  for (const sheet of book.sheets) {
    if (sheet === contents) continue;
    const supports = [...sheet.cells.values()].filter(({ format }) => format !== 'text').map(supportOf);
    const [own, marked] = [supports.filter((support) => support !== null), supports.filter((s) => s === 'assumption')];
    expect(counted.get(sheet.name)).toEqual([own.length, marked.length].map((value) => ({ kind: 'label', value })));
    all += own.length;
    assumed += marked.length;
  }
  expect(counted.get('全书')).toEqual([all, assumed].map((value) => ({ kind: 'label', value })));
  expect(assumed).toBeGreaterThan(100);
});

test("tables of one's own stand on a sheet of theirs, withheld cells withheld", () => {
  const numbers = { mean: 1234, mcse: 5, p05: 1200, p95: 1300 };
  const table: OwnTable = {
    card: {
      name: 'settlers',
      title: { zh: '落户者', en: 'Settlers' },
      population: 'events',
      measure: 'count',
      of: null,
      unit: 'events',
      filter: 'event == settlement',
      area: { zh: '计入地', en: 'Area counted in' },
      guard: 30,
      groups: [
        {
          column: 'sex',
          label: { zh: '性别', en: 'Sex' },
          labels: ['male', 'female'].map((name) => ({ name, words: { zh: name, en: name } })),
        },
      ],
      rowGroups: 1,
    },
    replicates: 1,
    areas: ['city'],
    years: [2022],
    at: (area, year, cell) => (area === 'city' && year === 2022 ? { ...numbers, withheld: cell === 1 } : undefined),
  };
  const page = bookFrom(few, 'en', [table]).sheets.find(({ name }) => name === 'Own tables')!;
  const texts = [...page.cells.values()].map(({ content }) => content);
  expect(texts).toContainEqual({ kind: 'figure', value: 1234, support: 'simulated' });
  expect(texts).toContain('…');
  expect(texts).toContain(
    'Cells of fewer than 30, and those that would follow from a sum, are withheld and shown as ….',
  );
  expect(bookFrom(few, 'en').sheets.some(({ name }) => name === 'Own tables')).toBe(false);
});

test('no formula comes near the 8,192 characters an office takes, of a city of many counties either', () => {
  const book = bookFrom(inventedCounts({ areas: 12, years: 4, replicates: 1 }), 'en');
  const names = new Map(book.names.map(({ name, cell }) => [cell, name]));
  const long = cellsOf(book).flatMap(({ content, sheet, row, column }) => {
    if (content === null || typeof content === 'string' || content.kind === 'figure' || content.kind === 'label')
      return [];
    const length = formulaText(content, sheet, names).length;
    return length > 4000 ? [`${sheet.name} ${row},${column}: ${length}`] : [];
  });
  expect(long).toEqual([]);
}, 60_000);
