import { describe, expect, it, test } from 'vitest';
import { award as awardFund } from '../../../src/fiscal/award.ts';
import { vintagesOf } from '../../../src/fiscal/award-base.ts';
import { openBook } from '../../../src/fiscal/book.ts';
import { fiscal } from '../../../src/fiscal/fiscal.ts';
import type { StatedCount } from '../../../src/fiscal/result.ts';
import { effectiveCounts } from '../../../src/fiscal/stated.ts';
import { bookOf } from '../../../src/report/workbook/book.ts';
import { evaluator } from '../../../src/report/workbook/evaluate.ts';
import { acceptance } from '../../../src/report/workbook/guard.ts';
import type { Cell, Sheet } from '../../../src/report/workbook/sheet.ts';
import { coefficientsWith, inventedCounts, inventedResult } from './fixture.ts';

const shape = { areas: 2, years: 6, replicates: 2 };
const result = inventedResult(shape);
const book = bookOf(result, 'zh');
const sheet = (name: string): Sheet => book.sheets.find((each) => each.name === name)!;
const cellsOf = (own: Sheet): Cell[] => [...own.cells.values()];
const wordAt = (own: Sheet, row: number, column: number): unknown => own.cells.get(`${row},${column}`)?.content;

const agree = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) + 1e-9
    : a === b;

/** The input cell of an area (first of its rows that says the item), by year. */
function input(area: string, item: string, year: number): Cell {
  const own = sheet('填报');
  const head = cellsOf(own).find(
    ({ content }) => content !== null && typeof content === 'object' && 'value' in content && content.value === year,
  )!;
  const row = cellsOf(own).find(
    ({ row: r, column }) =>
      column === 0 && wordAt(own, r, 0) === area && wordAt(own, r, 1) === item && wordAt(own, r, 2) === '填报',
  )!.row;
  return own.cells.get(`${row},${head.column}`)!;
}

describe('what bureaus type', () => {
  const typed: readonly (readonly [Cell, StatedCount])[] = [
    [
      input('虚构1县', '落户人数（公安）：跨省', 2025),
      { area: '150202', item: 'settlers.other_province', year: 2025, value: 777, source: 's' },
    ],
    [
      input('虚构1县', '落户人数（公安）：县内', 2019),
      { area: '150202', item: 'settlers.same_county', year: 2019, value: 55, source: 's' },
    ],
    [
      input('虚构2县', '落户人数（公安）：市内跨县', 2024),
      { area: '150203', item: 'settlers.same_city', year: 2024, value: 5, source: 's' },
    ],
    [
      input('虚构2县', '随迁子女（教育，人）', 2025),
      { area: '150203', item: 'children', year: 2025, value: 4321, source: 's' },
    ],
    [
      input('虚构2县', '下达数：落户部分（万元）', 2026),
      { area: '150203', item: 'received.settlers', year: 2026, value: 1_230_000, source: 's' },
    ],
    [
      input('全市', '当年支出决算数（万元）', 2025),
      { area: 'city', item: 'spent', year: 2025, value: 400_000, source: 's' },
    ],
    [
      input('全市', '年初结转（万元）', 2024),
      { area: 'city', item: 'carried_in', year: 2024, value: 250_000, source: 's' },
    ],
  ];
  const isMoney = (item: string) => item.startsWith('received') || item === 'spent' || item === 'carried_in';
  const overTyped = new Map(typed.map(([cell, { item, value }]) => [cell, isMoney(item) ? value / 1e4 : value]));
  const model = bookOf(
    fiscal({ ...inventedCounts(shape), stated: typed.map(([, row]) => row) }, coefficientsWith()),
    'zh',
  );
  const wanted = new Map(
    model.sheets.flatMap((own) =>
      cellsOf(own).map((cell) => [`${own.name} ${cell.row},${cell.column}`, cell.expected]),
    ),
  );

  it('moves every cell of the book as the model moves, and no other', () => {
    const [asMade, asTyped] = [evaluator(), evaluator(overTyped)];
    const known = book.sheets
      .flatMap(cellsOf)
      .filter(({ expected, sheet: own }) => expected !== undefined && own.name !== '口径影响');
    const key = ({ sheet: own, row, column }: Cell) => `${own.name} ${row},${column}`;
    const wrong = known.filter(
      (cell) => wanted.get(key(cell)) !== undefined && !agree(asTyped(cell), wanted.get(key(cell))),
    );
    expect(wrong.map((cell) => `${key(cell)} ${asTyped(cell)} ${wanted.get(key(cell))}`)).toEqual([]);
    const moved = known.filter((cell) => !agree(asMade(cell), asTyped(cell)));
    expect(moved.length).toBeGreaterThan(200);
    // a county whose counts nobody typed keeps its award of the year before they count
    expect(moved.every((cell) => !['单位成本', '资金盘子', '学位', '服务对象'].includes(cell.sheet.name))).toBe(true);
  });

  it('is said to be changed, and the simulated value stays beside it', () => {
    const own = sheet('填报');
    const value = evaluator(overTyped);
    const states = cellsOf(own).filter((cell) => value(cell) === '已改');
    expect(states).toHaveLength(7);
    const simulated = own.cells.get(`${typed[0][0].row - 1},${typed[0][0].column}`)!;
    expect(value(simulated)).toBe(
      result.counts.means.find(
        ({ area, year, indicator }) =>
          area === '150202' && year === 2025 && indicator === 'award_settlers.other_province',
      )!.mean,
    );
  });
});

describe('a guard', () => {
  const named = new Map(book.names.map(({ name, cell }) => [name, cell]));
  const validationOf = (cell: Cell) => cell.sheet.validations.find((each) => each.cell === cell)!;
  /** Whether the guard of a cell takes a value, the others as they are. */
  const takes = (cell: Cell, value: number): boolean => {
    const guarded = acceptance(validationOf(cell));
    const probe: Cell = { ...cell, row: 9999, column: 0, content: guarded, role: 'body', format: 'number' };
    return evaluator(new Map([[cell, value]]))(probe) === 1;
  };
  test.each([
    ['award_weight_other_province', -1],
    ['award_children_share', 1.2],
    ['award_children_share', -0.1],
    ['award_permits', 2],
    ['award_permits', 0.5],
    ['award_fixed_year', 2015],
    ['award_fixed_year', 2022.5],
    ['award_fixed_year', 2200],
    ['award_first_year', 216],
    ['award_step_2', 0.9],
    ['award_step_1', 1.1],
    ['award_envelope_2025', -5],
    ['award_envelope_growth', 2],
    ['award_envelope_2025', 4.2e14],
    ['pool_share_other_province', 0.7],
    ['pool_settlers_2020', 0],
    ['pool_reclassified_share', 1],
    ['payer_schooling_city', 0.95],
    ['payer_rental_capital_centre', 0.8],
    ['school_class_size_primary', 0],
    ['timing_spend_share', 1.01],
    ['debt_term', 0],
  ] as const)('refuses %s = %d', (name, value) => {
    expect(takes(named.get(name)!, value)).toBe(false);
  });

  it('takes every coefficient as it is', () => {
    const refused = [...named].filter(([, cell]) => !takes(cell, evaluator()(cell) as number));
    expect(refused.map(([name]) => name)).toEqual([]);
  });

  it('of an input cell refuses what is not a count', () => {
    const cell = input('虚构1县', '落户人数（公安）：跨省', 2025);
    for (const value of [-1, 2.5]) expect(takes(cell, value), String(value)).toBe(false);
    expect(takes(cell, 0)).toBe(true);
  });

  it('that was got round turns the checks red and says so on the first sheet', () => {
    const told = (typed: ReadonlyMap<Cell, number>): unknown[] => {
      const value = evaluator(typed);
      return cellsOf(sheet('摘要'))
        .map(value)
        .filter((said) => said === '通过' || String(said).startsWith('有误'));
    };
    expect(told(new Map())).toEqual(['通过']);
    for (const [name, value] of [
      ['payer_schooling_city', 1.2],
      ['pool_share_province', 0.9],
      ['award_step_3', 0.9],
      ['award_weight_same_city', 0.95],
    ] as const)
      expect(told(new Map([[named.get(name)!, value]])), name).toEqual(['有误，见“来源与校验”']);
  });

  it('locks formulas and leaves the yellow cells free', () => {
    for (const own of book.sheets)
      for (const cell of cellsOf(own))
        if (cell.role === 'input')
          expect(
            cell.content === null || typeof cell.content === 'string' || cell.content.kind === 'figure',
            own.name,
          ).toBe(true);
  });
});

describe('the sensitivity of the award', () => {
  const own = sheet('敏感性');
  const value = evaluator();
  const rows = cellsOf(own)
    .filter(({ role, column }) => role === 'rowHeader' && column === 0)
    .map(({ row }) => row);
  const year = result.budget.from;
  /** The city's award of the first budget year with a coefficient at another value, 10,000 yuan. */
  const [table, simulated] = [coefficientsWith(), inventedCounts(shape)];
  const award = (changed: Readonly<Record<string, number>> = {}): number => {
    const coefficients = openBook(table.map((own) => ({ ...own, value: changed[own.id] ?? own.value })));
    const counts = effectiveCounts(simulated, vintagesOf(coefficients, result.years[0]));
    const { intervals } = awardFund(counts, result.years, coefficients);
    return intervals.find((row) => row.form === 'envelope' && row.area === 'city' && row.year === year)!.mean / 1e4;
  };

  it('is at both ends of every assumption what the model gives there', () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const name = wordAt(own, row, 0);
      const coefficient = result.coefficients.find(
        (each) => each.name.zh === name || `${each.name.zh}（${each.year}年）` === name,
      )!;
      expect(agree(value(own.cells.get(`${row},4`)!), award()), coefficient.id).toBe(true);
      for (const [column, end] of [
        [5, coefficient.low],
        [6, coefficient.high],
      ] as const) {
        const there = award({ [coefficient.id]: end });
        expect(agree(value(own.cells.get(`${row},${column}`)!), there), `${coefficient.id} ${end}`).toBe(true);
      }
    }
  });
});

describe('the allotment', () => {
  const own = sheet('分配表');
  const inputs = cellsOf(own).filter(
    ({ role, column, content }) => role === 'input' && column === 1 && content === null,
  );
  const allotted = (typed: ReadonlyMap<Cell, number>): number[] => {
    const value = evaluator(typed);
    const rows = result.counts.areas.map(({ name }) => cellsOf(own).find(({ content }) => content === name.zh)!.row);
    return rows.map((row) => value(own.cells.get(`${row},6`)!) as number);
  };
  const [settlers, children, floor] = inputs;

  it('splits a sum received over the counties to the last unit, whatever the floor', () => {
    for (const [a, b, c] of [
      [1001, 333, 0],
      [1001, 333, 100],
      [7, 0, 0],
    ]) {
      const parts = allotted(
        new Map([
          [settlers, a],
          [children, b],
          [floor, c],
        ]),
      );
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(a + b);
      for (const part of parts) {
        expect(Number.isInteger(part)).toBe(true);
        expect(part).toBeGreaterThanOrEqual(c - 1);
      }
    }
  });

  it('follows the factors of the rule', () => {
    const [first, second] = allotted(
      new Map([
        [settlers, 1_000_000],
        [children, 0],
      ]),
    );
    const weighted = result.counts.areas.map(
      ({ code }) => result.award.base.find((row) => row.area === code && row.year === result.budget.from)!.weighted,
    );
    expect(first / second).toBeCloseTo(weighted[0] / weighted[1], 4);
  });
});
