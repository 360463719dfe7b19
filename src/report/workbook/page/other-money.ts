import { openMeans } from '../../../fiscal/means.ts';
import type { DebtRow } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { figure, freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { choose, constant, type Expression, minus, of, over, plus, times, wording } from '../expression.ts';
import { inMoney, moneyOf } from '../money.ts';
import type { Cell, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
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
    zh: '市县建设性支出的举债与还本付息（万元）',
    en: 'Borrowing of city and counties for capital, and its service (10,000 yuan)',
  },
  lines: {
    capital: { zh: '市县建设性支出', en: 'Capital of city and counties' },
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
  readonly hectares: (area: string, year: number) => Cell;
}

export function otherMoneyPage(
  context: Context,
  coefficients: CoefficientsPage,
  settlers: SettlersPage,
  standards: StandardsPage,
  costs: CostsPage,
): OtherMoneyPage {
  const { result, say: text } = context;
  const { years } = result;
  const { areas } = result.counts;
  const means = openMeans(result.counts);
  const value = coefficients.of;
  const sheet = newSheet(text(say.name), 'result', [30, ...years.map(() => 11)], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW - 1, 1);
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  const city = text(allAreas(context)[0]!.name);
  const totalOf = (lines: readonly (readonly Cell[])[], i: number): Expression =>
    added(lines.map((line) => of(line[i]!)));

  table.section(text(say.residents));
  table.head([text(words.area)]);
  const residents = areas.map(({ code, name }) =>
    table.line({
      names: [text(name)],
      format: 'persons',
      content: (year) => figure(means.of(code, year, 'resident_population'), 'simulated'),
    }),
  );
  const allResidents = table.line({
    names: [city],
    format: 'persons',
    role: 'total',
    content: (_, i) => totalOf(residents, i),
  });
  table.skip();

  table.section(text(say.funds));
  table.head([text(words.area)]);
  const revenue = (year: number) => coefficients.dated('debt.revenue', year);
  const pool = table.line({
    names: [text(say.pool)],
    format: 'money',
    content: (year) => moneyOf(times(value('funds.pool_share'), revenue(year))),
  });
  const foundFunds = new Map(result.funds.map((row) => [`${row.area} ${row.year}`, row.yuan]));
  const shareOf = (part: Cell, whole: Cell): Expression =>
    choose(of(whole), '>', constant(0), over(of(part), of(whole)), constant(1 / areas.length));
  const given = areas.map(({ code, name }, a) =>
    table.line({
      names: [text(name)],
      format: 'money',
      content: (year, i) => {
        const byResidents = times(
          minus(constant(1), value('funds.tilt')),
          shareOf(residents[a]![i]!, allResidents[i]!),
        );
        const bySettlers = times(
          value('funds.tilt'),
          shareOf(settlers.settled(code, year), settlers.settled('city', year)),
        );
        return times(of(pool[i]!), plus(byResidents, bySettlers));
      },
      expected: (year) => inMoney(foundFunds.get(`${code} ${year}`)),
    }),
  );
  table.line({
    names: [city],
    format: 'money',
    role: 'total',
    content: (_, i) => totalOf(given, i),
    expected: (year) => inMoney(foundFunds.get(`city ${year}`)),
  });
  table.skip();

  sheet.breaks.push(table.row() - 1);
  table.section(text(say.land));
  table.head([text(words.area)]);
  const foundLand = new Map(result.land.map((row) => [`${row.area} ${row.year}`, row.hectares]));
  const perSettler = over(times(value('land.m2_per_settler'), value('land.band')), constant(10_000));
  const land = areas.map(({ code, name }) =>
    table.line({
      names: [text(name)],
      format: 'yuan',
      content: (year) => times(of(settlers.settled(code, year)), perSettler),
      expected: (year) => foundLand.get(`${code} ${year}`),
    }),
  );
  const allLand = table.line({
    names: [city],
    format: 'yuan',
    role: 'total',
    content: (_, i) => totalOf(land, i),
    expected: (year) => foundLand.get(`city ${year}`),
  });
  table.skip();

  table.section(text(say.debt));
  table.head([text(words.item)]);
  const foundDebt = new Map(result.debt.map((row) => [row.year, row]));
  const kept = new Map<Line, readonly Cell[]>();
  const at = (key: Line, i: number): Expression => of(kept.get(key)![i]!);
  const line = (key: Line, content: (year: number, i: number, before: readonly Cell[]) => Expression) => {
    const expected = (year: number) => inMoney((foundDebt.get(year) as DebtRow)[key]);
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
    return i === 0 ? change : plus(of(before[i - 1]!), change);
  });
  line('interest', (_, i) => (i === 0 ? constant(0) : times(value('debt.interest'), at('outstanding', i - 1))));
  line('limit', (year) => moneyOf(times(value('debt.limit_share'), revenue(year))));
  table.line({
    names: [text(say.check)],
    format: 'text',
    content: (_, i) =>
      choose(at('outstanding', i), '>', at('limit', i), wording(text(say.over)), wording(text(say.within))),
  });
  return {
    sheet,
    debt: (key, year) => kept.get(key)![years.indexOf(year)]!,
    hectares: (area, year) => {
      const place = areas.findIndex(({ code }) => code === area);
      return (place < 0 ? allLand : land[place]!)[years.indexOf(year)]!;
    },
  };
}
