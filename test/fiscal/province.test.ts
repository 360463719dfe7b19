import * as XLSX from '@e965/xlsx';
import { expect, it } from 'vitest';
import { fiscal } from '../../src/fiscal/index.ts';
import { province } from '../../src/fiscal/province.ts';
import { drawnTwice } from '../../src/report/brief/pictures.ts';
import { movesMaps } from '../../src/report/fiscal/moves-map.ts';
import { shippedOutlines } from '../../src/report/map/shipped-outlines.ts';
import { evaluator } from '../../src/report/workbook/evaluate.ts';
import { writeProvince } from '../../src/report/workbook/index.ts';
import { provinceBookOf } from '../../src/report/workbook/province-book.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { coefficientsWith, smallCounts } from './fixture.ts';

const counts = smallCounts();
/** The small city with everybody so many times. */
const times = (factor: number, city: string) => {
  const tiered = <T extends object>(counted: T): T =>
    Object.fromEntries(Object.entries(counted).map(([tier, persons]) => [tier, factor * (persons as number)])) as T;
  const award = counts.award.map((row) => ({ ...row, settlers: tiered(row.settlers), children: row.children }));
  return fiscal(
    { ...counts, run: { ...counts.run, city, cityName: { zh: city, en: city } }, award },
    coefficientsWith(),
  );
};
const results = [times(1, '150100'), times(2, '150200'), times(5, '150300')];
const found = province(results, 2026, 1e9);

it('one envelope is shared to the last yuan, most to the prefecture that settles most', () => {
  const sum = (of: (row: (typeof found.rows)[number]) => number) => found.rows.reduce((all, row) => all + of(row), 0);
  expect(sum(({ share }) => share)).toBeCloseTo(1, 12);
  expect(sum(({ settlersShare }) => settlersShare)).toBeCloseTo(1, 12);
  expect(sum(({ yuan }) => yuan)).toBeCloseTo(1e9, 3);
  expect(found.rows.map(({ rank }) => rank)).toEqual([3, 2, 1]);
  // settlers 1 : 2 : 5, children alike
  expect(found.rows[0].share).toBeCloseTo(0.8 / 8 + 0.2 / 3, 12);
});

it('what a coefficient moves is taken from others: changes cancel out', () => {
  for (const { coefficient, end } of found.moves) {
    const moved = found.moves.filter((each) => each.coefficient === coefficient && each.end === end);
    expect(moved.reduce((all, each) => all + each.shareChange, 0)).toBeCloseTo(0, 12);
  }
  const children = found.moves.filter(
    ({ coefficient, end }) => coefficient === 'award.children_share' && end === 'high',
  );
  expect(children[0].shareChange).toBeGreaterThan(0);
  expect(children[2].shareChange).toBeLessThan(0);
});

it('the book of the province computes the same shares, amounts and ranks', () => {
  const book = provinceBookOf(found, results, 'zh', '');
  const value = evaluator();
  const known = book.sheets
    .flatMap(({ cells }) => [...cells.values()])
    .filter(({ expected }) => expected !== undefined);
  expect(known.length).toBe(4 * 3);
  for (const cell of known) expect(value(cell)).toBeCloseTo(cell.expected!, 6);
});

it('and follows a changed weight', () => {
  const book = provinceBookOf(found, results, 'zh', '');
  const part = book.names.find(({ name }) => name === 'award_children_share')!.cell;
  const value = evaluator(new Map([[part, 0]]));
  const shares = book.sheets[0];
  const row = [...shares.cells.values()].find(({ content }) => content === '150300')!.row;
  expect(value(shares.cells.get(`${row},4`)!)).toBeCloseTo(5 / 8, 12);
});

it('maps draw what the coefficients move, and lie in the book', { timeout: 120_000 }, async () => {
  const maps = movesMaps(found, results[0].coefficients, shippedOutlines(readData, '150000'));
  // settlers stand 1 : 2 : 5 in every tier and year, so that only the part of the children moves anything
  expect(maps.map(({ name }) => name)).toEqual(['moves.award.children_share.high']);
  const [zh, en] = [maps[0].spec('zh'), maps[0].spec('en')];
  expect(JSON.stringify(zh.title)).toContain('份额的变化（百分点）：');
  // the children's part doubles from a fifth: 0.6 / 8 + 0.4 / 3 less 0.8 / 8 + 0.2 / 3, and so on
  expect(zh.description).toContain('150100 +4.2个百分点，150200 +1.7个百分点，150300 −5.8个百分点');
  expect(en.description).toContain('150100 +4.2 points');
  const { png, width, height, svg } = await drawnTwice(zh);
  expect(svg).toContain('150300');
  const bytes = await writeProvince(found, results, 'zh', {}, [{ png, width, height, description: zh.description! }]);
  const files = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const media = files.FullPaths.filter((name: string) => /xl\/media\/.*\.png$/.test(name));
  expect(media).toHaveLength(1);
  const drawn = files.FileIndex[files.FullPaths.indexOf(media[0]!)]!.content;
  expect(Buffer.from(drawn ?? []).equals(Buffer.from(png))).toBe(true);
});
