import { budgets, payers, privatePayers, publicPayers, services } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, of, over, plus, power, range } from '../expression.ts';
import { inMoney } from '../money.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { CostsPage } from './costs.ts';
import type { StandardsPage } from './standards.ts';

const kinds = ['operating', 'capital'] as const;

const say = {
  name: { zh: '成本', en: 'Costs' },
  title: { zh: '公共服务成本汇总', en: 'Cost of public services' },
  subtitle: {
    zh: '万元。全市全部常住人口；运行支出与建设支出分列，现价与不变价分列；四本预算分列，住房公积金不是财政资金，不在其中。',
    en: '10,000 yuan, all residents of the city. Running cost and building apart, current and constant prices apart, four budgets apart; the housing provident fund is not fiscal money and is not here.',
  },
  byService: { zh: '按服务（现价）', en: 'By service, current prices' },
  byPayer: { zh: '按支出责任（现价）', en: 'By payer, current prices' },
  byBudget: { zh: '按预算（现价）', en: 'By budget, current prices' },
  byCounty: { zh: '按县区（现价）', en: 'By county, current prices' },
  fiscal: { zh: '各级财政小计', en: 'Levels of government' },
  private: { zh: '个人与单位小计（不是财政资金）', en: 'Households and employers (not fiscal money)' },
  prices: { zh: '现价与不变价', en: 'Current and constant prices' },
  current: { zh: '现价合计', en: 'In all, current prices' },
  constantOf: (year: number) => ({ zh: `不变价合计（${year}年价格）`, en: `In all, prices of ${year}` }),
  chart: { zh: '成本按支出责任（万元，现价）', en: 'Cost by payer (10,000 yuan, current prices)' },
};

/** Totals of the city in 10,000 yuan. */
export interface CostSummaryPage {
  readonly sheet: Sheet;
  readonly payer: (payer: (typeof payers)[number], year: number) => Cell;
  readonly total: (year: number) => Cell;
  /** What the levels of government pay, and what households and employers do. */
  readonly fiscal: (year: number) => Cell;
  readonly private: (year: number) => Cell;
  /** The same, added up over the payers, and over the budgets. */
  readonly payers: (year: number) => Cell;
  readonly budgets: (year: number) => Cell;
}

/** The cost as it is printed: by service, payer, budget and county, at current and at constant prices. */
export function costSummaryPage(
  context: Context,
  coefficients: CoefficientsPage,
  standards: StandardsPage,
  costs: CostsPage,
): CostSummaryPage {
  const { result, say: text } = context;
  const { years, items, counts, priceYear } = result;
  const sheet = newSheet(text(say.name), 'result', [26, 12, ...years.map(() => 11)], { titleColumns: 2 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW - 1, 2);
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  const kept = new Map<string, readonly Cell[]>();
  const line = (
    key: string,
    names: readonly [string, string],
    content: (year: number, i: number) => Expression,
    expected?: (year: number) => number | undefined,
    total = false,
  ) => {
    kept.set(
      key,
      table.line({
        names,
        format: 'bigMoney',
        role: total ? 'total' : 'body',
        content,
        ...(expected ? { expected } : {}),
      }),
    );
  };
  const at = (key: string, i: number): Cell => kept.get(key)![i];
  const sumOf = (keys: readonly string[]) => (_: number, i: number) => added(keys.map((key) => of(at(key, i))));
  const begin = (name: string) => {
    table.section(name);
    return table.head([text(words.item), text(words.kind)]);
  };

  const heads = begin(text(say.byService));
  const served = services.filter((service) => items.some((item) => item.service === service));
  for (const service of served)
    for (const kind of kinds) {
      const own = items.filter((item) => item.service === service && item.kind === kind);
      if (own.length === 0) continue;
      line(`${service} ${kind}`, [text(words.services[service]), text(words.kinds[kind])], (year) =>
        added(own.map(({ id }) => of(costs.item(id, 'city', year)))),
      );
    }
  line('total', [text(words.total), ''], sumOf([...kept.keys()]), (year) => inMoney(cityTotal(context, year)), true);
  table.skip();

  begin(text(say.byPayer));
  const own = (payer: (typeof payers)[number]) =>
    line(payer, [text(words.payers[payer]), ''], (year) => of(costs.payer(payer, 'city', year)));
  publicPayers.forEach(own);
  line('fiscal', [text(say.fiscal), ''], sumOf(publicPayers), undefined, true);
  privatePayers.forEach(own);
  line('private', [text(say.private), ''], sumOf(privatePayers), undefined, true);
  line('payers', [text(words.total), ''], sumOf(payers), undefined, true);
  table.skip();

  sheet.breaks.push(table.row() - 1);
  begin(text(say.byBudget));
  const found = new Map(result.budget.byBudget.map((row) => [`${row.budget} ${row.kind} ${row.year}`, row.yuan]));
  const lines: string[] = [];
  for (const budget of budgets)
    for (const kind of kinds) {
      const accounts = standards.accounts.filter((account) => account.budget === budget);
      const own = accounts.filter((account) =>
        items.some(
          (item) =>
            item.kind === kind && item.shares.some((share) => share.payer === account.payer && share.budget === budget),
        ),
      );
      if (own.length === 0) continue;
      line(
        `${budget} ${kind}`,
        [text(words.budgets[budget]), text(words.kinds[kind])],
        (year) => added(own.map((account) => costs.account(account, kind, 'city', year))),
        (year) => inMoney(found.get(`${budget} ${kind} ${year}`)),
      );
      lines.push(`${budget} ${kind}`);
    }
  line('budgets', [text(words.total), ''], sumOf(lines), undefined, true);
  table.skip();

  begin(text(say.byCounty));
  for (const { code, name } of counts.areas)
    for (const kind of kinds)
      line(`${code} ${kind}`, [text(name), text(words.kinds[kind])], (year) => of(costs.kind(kind, code, year)));
  line(
    'counties',
    [text(allAreas(context)[0].name), ''],
    sumOf(counts.areas.flatMap(({ code }) => kinds.map((kind) => `${code} ${kind}`))),
    undefined,
    true,
  );
  table.skip();

  sheet.breaks.push(table.row() - 1);
  begin(text(say.prices));
  line('current', [text(say.current), ''], (_, i) => of(at('total', i)));
  line(
    'constant',
    [text(say.constantOf(priceYear)), ''],
    (year, i) =>
      over(of(at('total', i)), power(plus(constant(1), coefficients.of('price.deflator')), constant(year - priceYear))),
    (year) => inMoney(cityTotal(context, year, 'constant')),
  );
  const row = table.row() + 1;
  sheet.charts.push({
    kind: 'stacked',
    title: text(say.chart),
    valueTitle: text(words.money),
    categories: range(heads[0], heads.at(-1)!),
    series: payers.map((payer) => ({
      name: text(words.payers[payer]),
      values: range(at(payer, 0), at(payer, years.length - 1)),
    })),
    place: { row, column: 0, toRow: row + 22, toColumn: Math.min(12, sheet.widths.length) },
  });
  const yearAt = (key: string, year: number) => at(key, years.indexOf(year));
  return {
    sheet,
    payer: yearAt,
    total: (year) => yearAt('total', year),
    fiscal: (year) => yearAt('fiscal', year),
    private: (year) => yearAt('private', year),
    payers: (year) => yearAt('payers', year),
    budgets: (year) => yearAt('budgets', year),
  };
}

function cityTotal({ result }: Context, year: number, prices: 'current' | 'constant' = 'current'): number {
  return result.costs.reduce((sum, row) => (row.area === 'city' && row.year === year ? sum + row[prices] : sum), 0);
}
