import type { Province } from '../../fiscal/province.ts';
import { awardTiers, type FiscalResult } from '../../fiscal/result.ts';
import { type Localized, text } from '../../language/language.ts';
import { added, ratio } from './arithmetic.ts';
import { figure, freeze, newSheet, put, putLine, putRow } from './build.ts';
import { constant, minus, of, plus, range, rank, sum, times } from './expression.ts';
import { inMoney } from './money.ts';
import { titleOf } from './page/coefficients.ts';
import type { Book, BookName, Cell, Expression, Sheet } from './sheet.ts';
import { words } from './words.ts';

const say = {
  title: text('省级分配：一个盘子，各市份额', 'A province: one envelope, shares of its prefectures'),
  name: text('分市分配', 'Shares'),
  base: text('分市基数', 'Base'),
  moves: text('系数影响', 'Moves'),
  subtitle: (year: number): Localized =>
    text(
      `${year}年。总额与系数在黄色格，改动后份额、金额、位次随之重算，并与改前相比；份额合计为一。人数为各市运行的平均。`,
      `${year}. Envelope and coefficients in yellow cells; shares, amounts and ranks follow and are set beside those before. Shares sum to one. Persons are means of each prefecture's run.`,
    ),
  envelope: text('总额（万元）', 'Envelope (10,000 yuan)'),
  children: text('随迁子女', 'Children'),
  head: [
    text('地市', 'Prefecture'),
    text('加权落户人数', 'Weighted settlers'),
    text('随迁子女', 'Children'),
    text('常住人口', 'Residents'),
    text('份额', 'Share'),
    text('金额（万元）', 'Amount (10,000 yuan)'),
    text('位次', 'Rank'),
    text('改前份额', 'Share before'),
    text('变化', 'Change'),
    text('每一常住人口（元）', 'Yuan a resident'),
  ],
  movesTitle: text(
    '每个假设系数取上下限时各市份额的变化（百分点，零和）',
    'What each assumed coefficient at an end of its range moves between prefectures (shares; they cancel out)',
  ),
  coefficient: text('系数', 'Coefficient'),
  low: text('下限', 'low'),
  high: text('上限', 'high'),
};

/** A map as it was drawn: PNG, and its size in pixels. */
export interface DrawnMap {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

/** Pixels a map is wide on the sheet, and those a row is high. */
const MAP_WIDTH = 640;
const MAP_ROW = 18;

/** The book of a province: what is shared, the shares with live coefficients, and what each coefficient moves. */
export function provinceBookOf(
  found: Province,
  results: readonly FiscalResult[],
  lang: keyof Localized,
  prepared: string,
  maps: readonly DrawnMap[] = [],
): Book {
  const said = (name: Localized): string => name[lang];
  const [{ coefficients, award }] = results;
  const head = (sheet: Sheet, title: Localized, subtitle: string): void => {
    const last = sheet.widths.length - 1;
    putLine(sheet, 0, said(title), last, 'title');
    putLine(sheet, 1, subtitle, last, 'subtitle');
    putLine(sheet, 2, said(words.legend), last, 'note');
  };
  const subtitle = said(say.subtitle(found.year));
  const names: BookName[] = [];

  const base = newSheet(said(say.base), 'base', [18, ...awardTiers.flatMap(() => Array(award.steps).fill(9)), 11]);
  head(base, say.base, subtitle);
  const ages = Array.from({ length: award.steps }, (_, age) => age);
  const columns = awardTiers.flatMap((tier) => ages.map((age) => ({ tier, age })));
  putRow(
    base,
    4,
    0,
    [
      said(say.head[0]),
      ...columns.map(({ tier, age }) => `${said(words.awardTiers[tier])} −${age}`),
      said(say.children),
    ],
    'header',
  );
  results.forEach(({ counts, award: own }, i) => {
    const row = own.base.find((each) => each.area === 'city' && each.year === found.year)!;
    put(base, 5 + i, 0, said(counts.run.cityName), { role: 'rowHeader' });
    columns.forEach(({ tier, age }, c) => {
      put(base, 5 + i, 1 + c, figure(row.counted[tier][age], 'simulated'), { format: 'persons' });
    });
    put(base, 5 + i, 1 + columns.length, figure(row.children, 'simulated'), { format: 'persons' });
  });

  const shares = newSheet(said(say.name), 'input', [40, ...say.head.slice(1).map(() => 14)], { single: true });
  head(shares, say.title, subtitle);
  let row = 4;
  const input = (id: string, name: string, value: number, format: 'money' | 'share' | 'factor'): Cell => {
    put(shares, row, 0, name, { role: 'rowHeader' });
    const mark = coefficients.find((each) => each.id === id)?.mark ?? 'assumption';
    const cell = put(shares, row++, 1, figure(value, mark), { role: 'input', format });
    shares.validations.push({ cell, accepts: format === 'share' ? 'share' : 'number' });
    names.push({ name: id.replaceAll('.', '_'), cell });
    return cell;
  };
  const envelope = input('award.envelope', said(say.envelope), inMoney(found.envelopeYuan), 'money');
  const ids = [
    ...awardTiers.map((tier) => `award.weight.${tier}`),
    ...ages.map((age) => `award.step.${age}`),
    'award.children_share',
  ];
  const cells = new Map(
    ids.map((id) => {
      const own = coefficients.find((each) => each.id === id)!;
      const format = id.startsWith('award.weight') ? 'factor' : 'share';
      return [id, input(id, said(titleOf(own)), own.value, format)];
    }),
  );
  const value = (id: string): Expression => of(cells.get(id)!);
  row++;
  putRow(shares, row, 0, say.head.map(said), 'header');
  freeze(shares, row + 1, 1);
  const first = row + 1;
  const last = first + found.rows.length - 1;
  const at = (r: number, c: number): Cell => shares.cells.get(`${r},${c}`)!;
  const column = (c: number) => range(at(first, c), at(last, c), { rows: true });
  found.rows.forEach((own, i) => {
    const r = first + i;
    put(shares, r, 0, said(own.name), { role: 'rowHeader' });
    const weighted = added(
      columns.map(({ tier, age }, c) =>
        times(value(`award.weight.${tier}`), value(`award.step.${age}`), of(base.cells.get(`${5 + i},${1 + c}`)!)),
      ),
    );
    put(shares, r, 1, weighted, { format: 'persons', expected: own.weighted });
    put(shares, r, 2, of(base.cells.get(`${5 + i},${1 + columns.length}`)!), { format: 'persons' });
    put(shares, r, 3, figure(own.residents, 'simulated'), { format: 'persons' });
  });
  found.rows.forEach((own, i) => {
    const r = first + i;
    const part = value('award.children_share');
    const share = plus(
      times(minus(constant(1), part), ratio(of(at(r, 1)), sum(column(1)))),
      times(part, ratio(of(at(r, 2)), sum(column(2)))),
    );
    put(shares, r, 4, share, { format: 'share', role: 'total', expected: own.share });
    put(shares, r, 5, times(of(at(r, 4)), of(envelope)), { format: 'money', expected: inMoney(own.yuan) });
    put(shares, r, 7, figure(own.share, 'simulated'), { format: 'share' });
    put(shares, r, 8, minus(of(at(r, 4)), of(at(r, 7))), { format: 'share' });
    put(shares, r, 9, ratio(times(of(at(r, 5)), constant(10_000)), of(at(r, 3))), { format: 'yuan' });
  });
  found.rows.forEach((own, i) => {
    put(shares, first + i, 6, rank(of(at(first + i, 4)), column(4)), {
      format: 'year',
      expected: own.rank,
    });
  });
  put(shares, last + 1, 0, said(words.total), { role: 'total' });
  for (const [c, format] of [
    [1, 'persons'],
    [2, 'persons'],
    [3, 'persons'],
    [4, 'share'],
    [5, 'money'],
  ] as const)
    put(shares, last + 1, c, sum(column(c)), { format, role: 'total' });

  const moves = newSheet(said(say.moves), 'result', [44, ...found.rows.map(() => 12)], { titleColumns: 1 });
  head(moves, say.movesTitle, subtitle);
  putRow(moves, 4, 0, [said(say.coefficient), ...found.rows.map(({ name }) => said(name))], 'header');
  freeze(moves, 5, 1);
  const moved = [...new Set(found.moves.map(({ coefficient, end }) => `${coefficient} ${end}`))];
  moved.forEach((key, i) => {
    const [id, end] = key.split(' ') as [string, 'low' | 'high'];
    const own = coefficients.find((each) => each.id === id)!;
    put(moves, 5 + i, 0, `${said(titleOf(own))}${said(words.colon)}${said(say[end])} ${own[end]}`, {
      role: 'rowHeader',
    });
    found.rows.forEach(({ city }, c) => {
      const move = found.moves.find((each) => each.coefficient === id && each.end === end && each.city === city)!;
      put(moves, 5 + i, 1 + c, figure(move.shareChange, 'assumption'), { format: 'share' });
    });
  });
  let below = 5 + moved.length + 2;
  for (const { png, width, height, description } of maps) {
    const scale = MAP_WIDTH / width;
    const drawn = { width: MAP_WIDTH, height: Math.round(height * scale) };
    moves.pictures.push({ png, row: below, column: 0, ...drawn, description });
    below += Math.ceil(drawn.height / MAP_ROW) + 1;
  }
  return {
    title: said(say.title),
    subject: said(say.title),
    lang,
    declared: '',
    prepared,
    sheets: [shares, base, moves],
    names,
  };
}
