import { type Tier, tiers } from '../../../fiscal/result.ts';
import { added, ratio } from '../arithmetic.ts';
import { figure, freeze, newSheet, put, putLine, putRow } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { choose, constant, minus, of, plus, range, round, sum, times, typedOr, wording } from '../expression.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import type { AwardCalculationPage } from './award-calculation.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { SettlersPage } from './settlers.ts';

const say = {
  name: { zh: '分配表', en: 'Allotment' },
  title: { zh: '资金分配表、申报表与年中清算', en: 'Allotment over counties, declaration and mid-year settlement' },
  subtitle: (year: number) => ({
    zh: `${year}年，万元。填入下达数，按办法因素（退坡后加权落户人数、随迁子女）和县级调整系数分到各县：先保底，再按因素分，逐县累计取整，合计与下达数分毫不差。不填则用测算数。`,
    en: `${year}, 10,000 yuan. Type the amounts received; they are split by the factors of the rule (weighted settlers after step-down, accompanying children) and each county's coefficient: a floor first, the rest by factors, rounded so that the counties add up to the amount exactly. Blanks take the computed amounts.`,
  }),
  typed: {
    settlers: { zh: '下达数：落户部分', en: "Received: settlers' part" },
    children: { zh: '下达数：随迁子女部分', en: "Received: children's part" },
    floor: { zh: '每县保底', en: 'Floor of a county' },
    paid: { zh: '已提前下达比重', en: 'Share issued in advance' },
  },
  head: [
    words.area,
    { zh: '县级调整系数', en: 'Coefficient' },
    { zh: '加权落户人数', en: 'Weighted settlers' },
    { zh: '随迁子女', en: 'Children' },
    { zh: '落户部分', en: "Settlers' part" },
    { zh: '子女部分', en: "Children's part" },
    { zh: '分配数', en: 'Allotted' },
    { zh: '占比', en: 'Share' },
    { zh: '提前下达', en: 'Advance' },
    { zh: '清算应补', en: 'To be settled' },
  ],
  declaration: (year: number) => ({
    zh: `申报表：计入${year}年奖励的上年落户人数与随迁子女`,
    en: `Declaration: settlers and children of the year before, counted for ${year}`,
  }),
  all: { zh: '落户合计', en: 'Settled in all' },
  short: { zh: '下达数不足以保底', en: 'the amounts received do not cover the floors' },
  enough: { zh: '下达数足以保底', en: 'the amounts received cover the floors' },
};

/** The amounts received split over the counties to the last 10,000 yuan, what is declared for them, and what is still to come. */
export function allotmentPage(
  context: Context,
  {
    coefficients,
    steps,
    settlers,
  }: {
    readonly coefficients: CoefficientsPage;
    readonly steps: AwardCalculationPage;
    readonly settlers: SettlersPage;
  },
): { readonly sheet: Sheet } {
  const { result, say: text } = context;
  const { areas } = result.counts;
  const year = result.budget.from;
  const sheet = newSheet(text(say.name), 'input', [26, ...say.head.slice(1).map(() => 13)], { single: true });
  putHead(context, sheet, text(say.title), text(say.subtitle(year)));
  const match = plus(constant(1), coefficients.of('award.provincial_match'));
  const computed = (parts: readonly ('settlers' | 'permits' | 'children')[]): Expression =>
    times(match, added(parts.map((part) => of(steps.part('envelope', part, 'city', year)))));
  let row = FIRST_ROW - 1;
  const typed = (key: keyof typeof say.typed, accepts: 'number' | 'share', otherwise: Expression): Cell => {
    put(sheet, row, 0, text(say.typed[key]), { role: 'rowHeader' });
    const format = accepts === 'share' ? 'share' : 'money';
    const cell = put(sheet, row, 1, null, { role: 'input', format });
    sheet.validations.push({ cell, accepts });
    return put(sheet, row++, 2, typedOr(cell, otherwise), { format, role: 'total' });
  };
  const [forSettlers, forChildren] = [
    typed('settlers', 'number', computed(['settlers', 'permits'])),
    typed('children', 'number', computed(['children'])),
  ];
  const floor = typed('floor', 'number', constant(0));
  const paid = typed('paid', 'share', coefficients.of('timing.advance_share'));
  const total = plus(of(forSettlers), of(forChildren));
  const floors = times(of(floor), constant(areas.length));
  const enough = choose(total, '>=', floors, wording(text(say.enough)), wording(text(say.short)));
  const told = put(sheet, row++, 0, enough, { role: 'text', format: 'text' });
  sheet.alerts.push({ range: range(told, told), words: [text(say.short)] });

  putRow(sheet, row, 0, say.head.map(text), 'header');
  freeze(sheet, row + 1, 1);
  const first = row + 1;
  const last = first + areas.length - 1;
  const column = (c: number) => range(cellAt(first, c), cellAt(last, c), { rows: true });
  const cellAt = (r: number, c: number): Cell => sheet.cells.get(`${r},${c}`)!;
  areas.forEach(({ code, name }, i) => {
    put(sheet, first + i, 0, text(name), { role: 'rowHeader' });
    const cell = put(sheet, first + i, 1, figure(1, 'assumption'), { role: 'input', format: 'factor' });
    sheet.validations.push({ cell, accepts: 'number', between: [0, 10] });
    put(sheet, first + i, 2, times(of(cell), of(steps.weighted(code, year))), { format: 'persons' });
    put(sheet, first + i, 3, times(of(cell), of(steps.children(code, year))), { format: 'persons' });
  });
  const beyond = ratio(minus(total, floors), total);
  areas.forEach((_, i) => {
    const part = (amount: Cell, factor: number) =>
      times(of(amount), beyond, ratio(of(cellAt(first + i, factor)), sum(column(factor))));
    put(sheet, first + i, 4, part(forSettlers, 2), { format: 'money' });
    put(sheet, first + i, 5, part(forChildren, 3), { format: 'money' });
  });
  areas.forEach((_, i) => {
    // each county takes what the rounded running total leaves, so that all add up exactly
    const upTo = (n: number): Expression =>
      n < 0
        ? constant(0)
        : plus(times(of(floor), constant(n + 1)), sum(range(cellAt(first, 4), cellAt(first + n, 5), { rows: false })));
    const own = i === areas.length - 1 ? total : upTo(i);
    put(sheet, first + i, 6, minus(round(own, 0), round(upTo(i - 1), 0)), { format: 'bigMoney', role: 'total' });
  });
  const allotted = sum(column(6));
  areas.forEach((_, i) => {
    const own = of(cellAt(first + i, 6));
    put(sheet, first + i, 7, ratio(own, allotted), { format: 'share' });
    const advance = put(sheet, first + i, 8, round(times(own, of(paid)), 0), { format: 'bigMoney' });
    put(sheet, first + i, 9, minus(own, of(advance)), { format: 'bigMoney' });
  });
  put(sheet, last + 1, 0, text(words.total), { role: 'total' });
  put(sheet, last + 1, 1, null, { role: 'blank' });
  for (let c = 2; c < say.head.length; c++)
    put(sheet, last + 1, c, sum(column(c)), { format: cellAt(first, c).format, role: 'total' });

  row = last + 3;
  putLine(sheet, row++, text(say.declaration(year)), sheet.widths.length - 1, 'section');
  const counted = result.years.includes(year - result.award.lag) ? year - result.award.lag : result.years[0];
  const tier = (own: Tier) => text(words.tiers[own]);
  putRow(sheet, row++, 0, [text(words.area), ...tiers.map(tier), text(say.all), text(say.head[3])], 'header');
  const top = row;
  for (const { code, name } of areas) {
    put(sheet, row, 0, text(name), { role: 'rowHeader' });
    tiers.forEach((own, c) => {
      put(sheet, row, 1 + c, of(settlers.count(code, counted, `settlers.${own}`)), { format: 'persons' });
    });
    put(sheet, row, 5, of(settlers.settled(code, counted)), { format: 'persons', role: 'total' });
    put(sheet, row++, 6, of(settlers.count(code, counted, 'children')), { format: 'persons' });
  }
  put(sheet, row, 0, text(words.total), { role: 'total' });
  for (let c = 1; c <= 6; c++)
    put(sheet, row, c, sum(range(cellAt(top, c), cellAt(row - 1, c))), { format: 'persons', role: 'total' });
  return { sheet };
}
