import { describe, expect, it, test } from 'vitest';
import { type AwardForm, awardForms, type Coefficient, publicPayers } from '../../../src/fiscal/result.ts';
import { bookOf } from '../../../src/report/workbook/book.ts';
import { evaluator, placeOf, type Value } from '../../../src/report/workbook/evaluate.ts';
import type { Cell } from '../../../src/report/workbook/sheet.ts';
import { inventedResult } from './fixture.ts';

/**
 * The money is entered twice: `src/fiscal/` computes it, and the formulas of the workbook do. Here the figures people read are
 * taken off the sheets by their names and held against the model's, and each coefficient is shown to count in both.
 */
const shape = { areas: 2, years: 6, replicates: 3 };
const result = inventedResult(shape);
const book = bookOf(result, 'zh');
const asMade = evaluator();
const cells = book.sheets.flatMap(({ cells: own }) => [...own.values()]);

/** To a billionth; amounts that cancel out are compared in parts of a yuan. */
const agree = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) + 1e-9;

const wan = (yuan: number): number => yuan / 1e4;
const formNames: Readonly<Record<AwardForm, string>> = { envelope: '总额分配', fixed: '定额补助' };

/** Figures of the nth line of that name on a sheet, one a year. */
function line(sheet: string, name: string, years: number, nth = 0): Value[] {
  const { cells: own } = book.sheets.find((each) => each.name === sheet)!;
  const { row } = [...own.values()].filter(({ column, content }) => column === 0 && content === name)[nth];
  return Array.from({ length: years }, (_, i) => asMade(own.get(`${row},${i + 1}`)!));
}

function expectAgreed(found: readonly Value[], wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [i, value] of found.entries())
    expect(agree(value as number, wanted[i]), `${value} against ${wanted[i]}`).toBe(true);
}

const rows = result.budget.rows.filter(
  ({ area, level, year }) =>
    area === 'city' && level === 'local' && year >= result.budget.from && year <= result.budget.to,
);
const intervalOf = (form: AwardForm, area: string, year: number) =>
  result.award.intervals.find((own) => own.form === form && own.area === area && own.year === year)!;

describe('the first sheet shows the headlines of the model', () => {
  it.each([
    ['年末在住的落户者（农村户籍）（人）', ({ settledPersons }) => settledPersons],
    ['落户新增运行支出', ({ runningYuan }) => wan(runningYuan)],
    ['迁出地减少支出', ({ originSavingYuan }) => wan(originSavingYuan)],
    ['落户人口分摊的建设支出', ({ buildingYuan }) => wan(buildingYuan)],
    ['落户净支出', ({ settlers }) => wan(settlers.costYuan)],
    ['随迁子女教育支出', ({ schooling }) => wan(schooling.costYuan)],
  ] as [string, (row: (typeof rows)[number]) => number][])('%s', (name, of) => {
    expectAgreed(line('摘要', name, rows.length), rows.map(of));
  });

  describe.each(awardForms)('%s', (form) => {
    it.each([
      ['奖励资金：落户部分', ({ settlers }) => wan(settlers.awardYuan[form])],
      ['资金缺口', ({ settlers }) => wan(settlers.gapYuan[form])],
      ['资金结余', ({ settlers }) => wan(settlers.surplusYuan[form])],
      ['落户部分奖励占落户净支出', ({ settlers }) => settlers.coverPercent[form] / 100],
      ['奖励资金：随迁子女部分', ({ schooling }) => wan(schooling.awardYuan[form])],
      ['随迁子女部分奖励占其教育支出', ({ schooling }) => schooling.coverPercent[form] / 100],
    ] as [string, (row: (typeof rows)[number]) => number][])('%s', (name, of) => {
      expectAgreed(line('摘要', `${formNames[form]}：${name}`, rows.length), rows.map(of));
    });
  });

  it.each([
    ['各级财政负担的公共服务支出（全部常住人口）', true],
    ['个人与单位缴费（不是财政资金）', false],
  ])('%s', (name, isPublic) => {
    const wanted = rows.map(({ year }) =>
      result.costs.reduce(
        (sum, own) =>
          own.area === 'city' && own.year === year && publicPayers.includes(own.payer) === isPublic
            ? sum + wan(own.current)
            : sum,
        0,
      ),
    );
    expectAgreed(line('摘要', name, rows.length), wanted);
  });
});

test.each(
  awardForms.flatMap((form, nth) =>
    (
      [
        ['虚构1县', '150202'],
        ['虚构2县', '150203'],
        ['全市', 'city'],
      ] as const
    ).map(([name, area]) => ({ form, nth, name, area })),
  ),
)('the award of $name, $form, is the model’s', ({ form, nth, name, area }) => {
  const wanted = result.years.map((year) => wan(intervalOf(form, area, year).mean));
  expectAgreed(line('奖励资金', name, result.years.length, nth), wanted);
});

/** What the office might type over a coefficient, different for each; a whole number and a switch stay. */
function typedOver({ kind, value }: Coefficient, nth: number): number {
  const factor = 0.9 + 0.008 * (nth % 11);
  return kind === 'whole' || kind === 'switch' ? value : value === 0 ? 0.01 * factor : value * factor;
}

describe('coefficients', () => {
  const idOf = new Map(result.coefficients.map(({ id }) => [id.replaceAll('.', '_'), id]));
  const known = cells.filter(({ expected }) => expected !== undefined && !Number.isNaN(expected));
  const keyOf = ({ sheet, row, column }: Cell): string => `${sheet.name} ${row},${column}`;

  it('all changed at once give the same in both, so that one left out of a formula is found where it was 1', () => {
    const typed = new Map(
      result.coefficients.filter(({ kind }) => kind !== 'rate').map((own, nth) => [own.id, typedOver(own, nth)]),
    );
    const changed = bookOf(inventedResult(shape, Object.fromEntries(typed)), 'zh');
    const wanted = new Map(
      changed.sheets.flatMap(({ cells: own }) => [...own.values()].map((cell) => [keyOf(cell), cell.expected])),
    );
    const value = evaluator(
      new Map(book.names.map(({ name, cell }) => [cell, typed.get(idOf.get(name)!) ?? (asMade(cell) as number)])),
    );
    const different = known.filter((cell) => !agree(value(cell) as number, wanted.get(keyOf(cell))!));
    expect(different.map(placeOf)).toEqual([]);
  });

  it('changed in one of the two alone are noticed, whichever it is', () => {
    // classes come whole: a little more room or a little larger school is none
    const factorOf = (name: string): number => (/^school_(classes|expand)/.test(name) ? 0.2 : 1.01);
    const unnoticed = book.names.filter(({ name, cell }) => {
      const own = asMade(cell) as number;
      const value = evaluator(new Map<Cell, number>([[cell, own === 0 ? 1 : own * factorOf(name)]]));
      return known.every((each) => agree(value(each) as number, each.expected!));
    });
    expect(book.names.length).toBeGreaterThan(150);
    // envelopes and settlers of years before any vintage of the run are shared by nobody in it, and no stage stands empty beside another
    const elsewhere = /^(award_envelope_20(1\d|2[01])|pool_settlers_201[4-6]|school_shared_use)$/;
    expect(unnoticed.map(({ name }) => name).filter((name) => !elsewhere.test(name))).toEqual([]);
  });
});
