import { type BudgetName, budgets, type CostItem, type Payer, payers } from '../../../fiscal/result.ts';
import { freeze, growToFit, newSheet, put, putLine, putRow } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, minus, plus, range, times } from '../expression.ts';
import type { Cell, Expression, Range, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { CoefficientsPage } from './coefficients.ts';

const say = {
  name: { zh: '单位成本', en: 'Unit costs' },
  title: { zh: '单位成本与支出责任分担', en: 'Unit costs and who pays them' },
  subtitle: {
    zh: '现价，元。已知年份用公布值，其后按“系数”表的增长率推算（标为假设）。',
    en: 'Current prices, yuan. Known years stand as published; later ones are carried on by the growth on the sheet Coefficients (marked as assumptions).',
  },
  costs: { zh: '单位成本（元）', en: 'Unit costs (yuan)' },
  shares: { zh: '支出责任分担（比例）', en: 'Shares of the payers' },
  item: { zh: '成本项目', en: 'Item of cost' },
};

/** Unit cost of each item and year in yuan, and the share of each payer. */
export interface StandardsPage {
  readonly sheet: Sheet;
  readonly standard: (item: string, year: number) => Cell;
  /** Payers with the budgets they pay out of, as far as an item has them. */
  readonly accounts: readonly Account[];
  /** Shares of one payer out of one budget over all items, in the order of the items. */
  readonly shares: (account: Account) => Range;
  /** Share of one payer, out of one budget, of an item. */
  readonly share: (item: string, account: Account) => Cell;
}

/** A payer and the budget it pays out of. */
export interface Account {
  readonly payer: Payer;
  readonly budget: BudgetName;
}

export function standardsPage(context: Context, coefficients: CoefficientsPage): StandardsPage {
  const { result, say: text } = context;
  const { years, items } = result;
  const sheet = newSheet(text(say.name), 'base', [38, ...years.map(() => 10)], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW - 1, 1);
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  table.section(text(say.costs));
  table.head([text(say.item)]);
  const found = new Map(result.standards.map(({ item, year, yuan }) => [`${item} ${year}`, yuan]));
  const standards = new Map(
    items.map((item) => [
      item.id,
      table.line({
        names: [text(item.name)],
        format: 'yuan',
        content: (year) => standardOf(item, year, coefficients),
        expected: (year) => found.get(`${item.id} ${year}`),
      }),
    ]),
  );

  const accounts = payers
    .flatMap((payer) => budgets.map((budget): Account => ({ payer, budget })))
    .filter((account) => items.some(({ shares }) => shares.some((own) => isOf(own, account))));
  let row = table.row() + 1;
  sheet.breaks.push(row - 1);
  putLine(sheet, row++, text(say.shares), sheet.widths.length - 1, 'section');
  const heads = accounts.map(({ payer, budget }) => `${text(words.payers[payer])} ${text(words.budgets[budget])}`);
  putRow(sheet, row++, 0, [text(say.item), ...heads], 'header');
  const first = row;
  for (const item of items) {
    put(sheet, row, 0, text(item.name), { role: 'rowHeader' });
    accounts.forEach((account, i) => {
      const expected = item.shares.reduce((sum, own) => sum + (isOf(own, account) ? own.share : 0), 0);
      put(sheet, row, 1 + i, shareOf(item, account, coefficients), { format: 'share', expected });
    });
    growToFit(sheet, row++);
  }
  const at = (line: number, account: Account) => sheet.cells.get(`${line},${1 + accounts.indexOf(account)}`)!;
  return {
    sheet,
    accounts,
    standard: (item, year) => standards.get(item)![years.indexOf(year)],
    shares: (account) => range(at(first, account), at(row - 1, account), { rows: true, columns: true }),
    share: (item, account) => at(first + items.findIndex(({ id }) => id === item), account),
  };
}

const isOf = (own: Account, { payer, budget }: Account): boolean => own.payer === payer && own.budget === budget;

/** Sum over the terms of factor x the product of the coefficients, each of its year. */
function standardOf({ terms }: CostItem, year: number, coefficients: CoefficientsPage): Expression {
  const term = ({ factor, coefficients: ids }: CostItem['terms'][number]): Expression => {
    const product = ids.map((id) => coefficients.dated(id, year)).reduce((whole, part) => times(whole, part));
    return Math.abs(factor) === 1 ? product : times(constant(Math.abs(factor)), product);
  };
  const [head, ...rest] = terms;
  if (head.factor < 0) throw new Error('a unit cost begins with what is added');
  return rest.reduce((whole, own) => (own.factor < 0 ? minus : plus)(whole, term(own)), term(head));
}

/** What an account takes of an item: its own coefficient, or of the last payer what the others leave. */
function shareOf({ shares }: CostItem, account: Account, coefficients: CoefficientsPage): Expression {
  const own = shares.find((share) => isOf(share, account));
  if (own === undefined) return constant(0);
  if (own.coefficient !== null) return coefficients.of(own.coefficient);
  const others = shares.flatMap(({ coefficient }) => (coefficient === null ? [] : [coefficients.of(coefficient)]));
  return minus(constant(1), ...others);
}
