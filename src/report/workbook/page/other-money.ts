import { openMeans } from '../../../fiscal/means.ts';
import type { DebtRow } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { figure, freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { choose, constant, minus, of, over, plus, times, wording } from '../expression.ts';
import { inMoney, moneyOf } from '../money.ts';
import type { Cell, Content, Expression, Format, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { type YearTable, yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { CostsPage } from './costs.ts';
import type { SettlersPage } from './settlers.ts';
import type { StandardsPage } from './standards.ts';

const say = {
  name: { zh: '其他资金', en: 'Other money' },
  title: { zh: '挂钩资金、用地指标与举债', en: 'Money that follows people, land and borrowing' },
  subtitle: {
    zh: '万元，用地为公顷。挂钩资金的数额没有公布，为假设；用地指标是土地而不是资金。',
    en: '10,000 yuan, land in hectares. The amount of the funds is not published and an assumption; the land quota is land, not money.',
  },
  funds: {
    zh: '基础设施和住房资金向吸纳多的县区倾斜（万元）',
    en: 'Infrastructure and housing money leaning to counties that take in more (10,000 yuan)',
  },
  residents: { zh: '常住人口（人）', en: 'Residents (persons)' },
  pool: { zh: '资金总额', en: 'The fund' },
  land: { zh: '与落户挂钩的城镇建设用地（公顷）', en: 'Construction land tied to settlement (hectares)' },
  debt: {
    zh: '市县建设支出的举债与还本付息（万元）',
    en: 'Borrowing of city and counties for building, and its service (10,000 yuan)',
  },
  lines: {
    capital: { zh: '市县建设支出', en: 'Building of city and counties' },
    borrowed: { zh: '当年举债', en: 'Borrowed' },
    principal: { zh: '还本', en: 'Principal repaid' },
    outstanding: { zh: '年末余额', en: 'Owed at the year end' },
    interest: { zh: '付息', en: 'Interest' },
    limit: { zh: '债务限额', en: 'Debt limit' },
  },
  check: { zh: '限额检查', en: 'Limit' },
  over: { zh: '超限', en: 'over' },
  within: { zh: '限内', en: 'within' },
};
type Line = keyof typeof say.lines;

export interface OtherMoneyPage {
  readonly sheet: Sheet;
  /** Borrowing of the city, 10,000 yuan. */
  readonly debt: (line: Line, year: number) => Cell;
}

interface Parts {
  readonly context: Context;
  readonly coefficients: CoefficientsPage;
  readonly settlers: SettlersPage;
  readonly standards: StandardsPage;
  readonly costs: CostsPage;
  readonly table: YearTable;
}

/** 1 residents, 2 funds that lean to counties taking in more, 3 land tied to settlement, 4 borrowing and its service. */
export function otherMoneyPage(
  context: Context,
  coefficients: CoefficientsPage,
  settlers: SettlersPage,
  standards: StandardsPage,
  costs: CostsPage,
): OtherMoneyPage {
  const { result, say: text } = context;
  const { years } = result;
  const sheet = newSheet(text(say.name), 'result', [30, ...years.map(() => 11)], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW - 1, 1);
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  const parts = { context, coefficients, settlers, standards, costs, table };
  const residents = putResidents(parts);
  putFunds(parts, residents);
  sheet.breaks.push(table.row() - 1);
  putLand(parts);
  const debt = putDebt(parts);
  return { sheet, debt: (key, year) => debt.get(key)![years.indexOf(year)] };
}

/** What a county's line and the city's sum of them hold. */
interface ByArea {
  readonly format: Format;
  readonly content: (area: string, year: number, i: number) => Content;
  /** What the model found for an area or the city. */
  readonly expected?: (area: string, year: number) => number | undefined;
}

/** A line a county and, below, the city as their sum; answers with the cells by area. */
function putByArea({ context, table }: Parts, { format, content, expected }: ByArea): Map<string, readonly Cell[]> {
  const { result, say: text } = context;
  const { areas } = result.counts;
  const model = (area: string) => (expected ? { expected: (year: number) => expected(area, year) } : {});
  const lines = new Map<string, readonly Cell[]>(
    areas.map(({ code, name }) => [
      code,
      table.line({ names: [text(name)], format, content: (year, i) => content(code, year, i), ...model(code) }),
    ]),
  );
  const city = table.line({
    names: [text(allAreas(context)[0].name)],
    format,
    role: 'total',
    content: (_, i) => added(areas.map(({ code }) => of(lines.get(code)![i]))),
    ...model('city'),
  });
  table.skip();
  return lines.set('city', city);
}

function putResidents(parts: Parts): Map<string, readonly Cell[]> {
  const { context, table } = parts;
  const means = openMeans(context.result.counts);
  table.section(context.say(say.residents));
  table.head([context.say(words.area)]);
  return putByArea(parts, {
    format: 'persons',
    content: (area, year) => figure(means.of(area, year, 'resident_population'), 'simulated'),
  });
}

/** The fund by county: a part by residents, a part, the tilt, by settlers. */
function putFunds(parts: Parts, residents: ReadonlyMap<string, readonly Cell[]>): void {
  const { context, coefficients, settlers, table } = parts;
  const { result, say: text } = context;
  const value = coefficients.of;
  table.section(text(say.funds));
  table.head([text(words.area)]);
  const pool = table.line({
    names: [text(say.pool)],
    format: 'money',
    content: (year) => moneyOf(times(value('funds.pool_share'), coefficients.dated('debt.revenue', year))),
  });
  const even = over(constant(1), constant(result.counts.areas.length));
  const shareOf = (part: Cell, whole: Cell) => choose(of(whole), '>', constant(0), over(of(part), of(whole)), even);
  const found = new Map(result.funds.map((row) => [`${row.area} ${row.year}`, row.yuan]));
  putByArea(parts, {
    format: 'money',
    content: (area, year, i) => {
      const tilt = value('funds.tilt');
      const byResidents = shareOf(residents.get(area)![i], residents.get('city')![i]);
      const bySettlers = shareOf(settlers.settled(area, year), settlers.settled('city', year));
      return times(of(pool[i]), plus(times(minus(constant(1), tilt), byResidents), times(tilt, bySettlers)));
    },
    expected: (area, year) => inMoney(found.get(`${area} ${year}`)),
  });
}

const SQUARE_METRES_PER_HECTARE = 10_000;

function putLand(parts: Parts): void {
  const { context, coefficients, settlers, table } = parts;
  const { result, say: text } = context;
  const quota = times(coefficients.of('land.m2_per_settler'), coefficients.of('land.band'));
  const perSettler = over(quota, constant(SQUARE_METRES_PER_HECTARE));
  const found = new Map(result.land.map((row) => [`${row.area} ${row.year}`, row.hectares]));
  table.section(text(say.land));
  table.head([text(words.area)]);
  putByArea(parts, {
    format: 'yuan',
    content: (area, year) => times(of(settlers.settled(area, year)), perSettler),
    expected: (area, year) => found.get(`${area} ${year}`),
  });
}

/** Borrowed in the year it is spent, repaid in equal parts over the term from the next year on, interest on what was owed. */
function putDebt({ context, coefficients, standards, costs, table }: Parts): Map<Line, readonly Cell[]> {
  const { result, say: text } = context;
  const { years } = result;
  const value = coefficients.of;
  table.section(text(say.debt));
  table.head([text(words.item)]);
  const found = new Map(result.debt.map((row) => [row.year, row]));
  const kept = new Map<Line, readonly Cell[]>();
  const at = (key: Line, i: number): Expression => of(kept.get(key)![i]);
  const line = (key: Line, content: (year: number, i: number, before: readonly Cell[]) => Expression) => {
    const expected = (year: number) => inMoney((found.get(year) as DebtRow)[key]);
    kept.set(key, table.line({ names: [text(say.lines[key])], format: 'money', content, expected }));
  };
  const own = standards.accounts.filter(({ payer }) => payer === 'city' || payer === 'county');
  line('capital', (year) => added(own.map((account) => costs.account(account, 'capital', 'city', year))));
  line('borrowed', (_, i) => times(value('debt.share'), at('capital', i)));
  line('principal', (year, i) => {
    const due = years
      .slice(0, i)
      .map((then, s) => choose(constant(year - then), '<=', value('debt.term'), at('borrowed', s), constant(0)));
    return over(added(due), value('debt.term'));
  });
  line('outstanding', (_, i, before) => {
    const change = minus(at('borrowed', i), at('principal', i));
    return i === 0 ? change : plus(of(before[i - 1]), change);
  });
  line('interest', (_, i) => (i === 0 ? constant(0) : times(value('debt.interest'), at('outstanding', i - 1))));
  line('limit', (year) => moneyOf(times(value('debt.limit_share'), coefficients.dated('debt.revenue', year))));
  const [exceeded, within] = [wording(text(say.over)), wording(text(say.within))];
  table.line({
    names: [text(say.check)],
    format: 'text',
    content: (_, i) => choose(at('outstanding', i), '>', at('limit', i), exceeded, within),
  });
  return kept;
}
