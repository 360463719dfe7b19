import { type AwardForm, awardForms, type BudgetRow, groups } from '../../../fiscal/result.ts';
import type { Localized } from '../../../language/language.ts';
import { schoolStages } from '../../../population/codes.ts';
import { budgetLines } from '../../fiscal/labels.ts';
import { added, ratio } from '../arithmetic.ts';
import { freeze, label, newSheet, put, putLine, putRow } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { minus, of, plus, range, sum, times } from '../expression.ts';
import { inMoney } from '../money.ts';
import type { Cell, Expression, Format, Role, Sheet } from '../sheet.ts';
import { inPersons, ofIt, words } from '../words.ts';
import { type YearTable, yearTable } from '../year-table.ts';
import type { AwardPage } from './award.ts';
import type { CostsPage } from './costs.ts';
import type { LedgerPage } from './ledger.ts';
import type { OtherMoneyPage } from './other-money.ts';
import type { SchoolsPage } from './schools.ts';
import type { ServedPage } from './served.ts';

const say = {
  name: { zh: '预算', en: 'Budget' },
  title: {
    zh: '落户新增支出与奖励资金',
    en: 'What settling adds, and what the award covers',
  },
  subtitle: {
    zh: '万元，现价。落户新增支出为新增运行支出与落户人口分摊的建设支出之和；持居住证时已负担的单列。',
    en: "10,000 yuan, current prices. What settling adds is running cost and the settled's part of building; what was borne already for permit holders is apart.",
  },
  plan: (from: number, to: number) => ({ zh: `${from}—${to}年支出`, en: `Expenditure ${from} to ${to}` }),
  all: { zh: '全部年份', en: 'All years' },
  rolling: {
    zh: '三年滚动计划（每年末编制，后三年）',
    en: 'Three-year rolling plan (made at each year end for the next three)',
  },
  made: { zh: '编制年份', en: 'Made' },
  next: { zh: '计划年份', en: 'Year' },
  capitalOf: { zh: `${budgetLines.building.zh}：分县`, en: `${budgetLines.building.en}, by county` },
  lines: {
    settledPersons: inPersons(budgetLines.settled),
    gross: budgetLines.gross,
    borne: ofIt(budgetLines.borne),
    committed: budgetLines.running,
    capital: budgetLines.building,
    added: budgetLines.added,
    debtService: { zh: '还本付息（市县全部建设举债）', en: 'Debt service (all building of city and counties)' },
  },
  award: budgetLines.award,
  gap: budgetLines.gap,
  coverCommitted: budgetLines.cover,
  coverGross: { zh: '奖励资金占已落户者全部支出（含建设）', en: 'Award over all the settled cost, building included' },
};
type Line = keyof typeof say.lines;

/** By year, 10,000 yuan. */
export interface BudgetPage {
  readonly sheet: Sheet;
  readonly line: (line: Line, year: number) => Cell;
  readonly gap: (form: AwardForm, year: number) => Cell;
  readonly cover: (form: AwardForm, of: 'committed' | 'gross', year: number) => Cell;
}

interface BudgetParts {
  readonly award: AwardPage;
  readonly ledger: LedgerPage;
  readonly costs: CostsPage;
  readonly schools: SchoolsPage;
  readonly served: ServedPage;
  readonly other: OtherMoneyPage;
}

/** One line of the budget: how it is called, shown, worked out for a year, and what the model found. */
interface Entry {
  readonly key: string;
  readonly name: string;
  readonly format: Format;
  readonly content: (year: number, i: number) => Expression;
  readonly expected: (row: BudgetRow) => number;
}

/**
 *   1 the budget years: what settling commits, and award, gap and cover of both forms
 *   2 the settled's part of new schools and dwellings by county
 *   3 the same lines for all years of the run
 *   4 the rolling plan
 */
export function budgetPage(context: Context, parts: BudgetParts): BudgetPage {
  const { result, say: text } = context;
  const { years, budget } = result;
  const sheet = newSheet(text(say.name), 'result', [40, ...years.map(() => 11)], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW - 1, 1);
  const kept = new Map<string, readonly Cell[]>();
  const at = (key: string, year: number): Cell => kept.get(key)![years.indexOf(year)];

  // the plan stands on top and reads the lines of all years below it
  const planFrom = FIRST_ROW - 1;
  const linesFrom = planFrom + 2 + ENTRIES + 1;
  const table = yearTable(years, sheet, linesFrom);
  table.section(text(say.capitalOf));
  table.head([text(words.area)]);
  const capital = capitalOfSettled(context, parts, table);
  table.skip();
  sheet.breaks.push(table.row() - 1);
  table.section(text(say.all));
  table.head([text(words.item)]);
  const found = new Map(budget.all.map((row) => [row.year, row]));
  const entries = entriesOf(context, parts, capital, at);
  for (const { key, name, format, content, expected } of entries) {
    const model = (year: number) => {
      const row = found.get(year);
      const value = row === undefined ? undefined : expected(row);
      return value === undefined || Number.isNaN(value) ? undefined : value;
    };
    kept.set(key, table.line({ names: [name], format, content, expected: model, role: roleOf(key) }));
  }
  table.skip();

  const planned = budget.rows.map(({ year }) => year);
  const plan = yearTable(planned, sheet, planFrom);
  plan.section(text(say.plan(budget.from, budget.to)));
  plan.head([text(words.item)], [text(words.total)]);
  for (const { key, name, format } of entries) {
    const adds = format === 'money';
    plan.line({
      names: [name],
      format,
      role: roleOf(key),
      content: (year) => of(at(key, year)),
      after: [adds ? (cells) => sum(range(cells[0], cells.at(-1)!)) : null],
    });
  }
  putRolling(context, sheet, table.row(), planned, at);
  return {
    sheet,
    line: at,
    gap: (form, year) => at(`gap ${form}`, year),
    cover: (form, whole, year) => at(`cover ${whole} ${form}`, year),
  };
}

const roleOf = (key: string): Role => (key === 'added' || key.startsWith('award') ? 'total' : 'body');

/** Lines of the budget: seven of the city and four of each form. */
const ENTRIES = 7 + 4 * awardForms.length;

function entriesOf(
  { say: text }: Context,
  { award, ledger, other }: BudgetParts,
  capital: (i: number) => Expression,
  at: (key: string, year: number) => Cell,
): Entry[] {
  const value = (key: string, year: number) => of(at(key, year));
  const entry = (key: Line, format: Format, content: Entry['content'], expected: Entry['expected']): Entry => ({
    key,
    name: text(say.lines[key]),
    format,
    content,
    expected,
  });
  const ofCity = (line: 'settledStock' | 'grossYuan' | 'alreadyBorneYuan' | 'arrivalYuan') => (year: number) =>
    of(ledger.line(line, 'city', year));
  return [
    entry('settledPersons', 'persons', ofCity('settledStock'), (row) => row.settledPersons),
    entry('gross', 'money', ofCity('grossYuan'), (row) => inMoney(row.grossYuan)),
    entry('borne', 'money', ofCity('alreadyBorneYuan'), (row) => inMoney(row.alreadyBorneYuan)),
    entry('committed', 'money', ofCity('arrivalYuan'), (row) => inMoney(row.committedYuan)),
    entry(
      'capital',
      'money',
      (_, i) => capital(i),
      (row) => inMoney(row.capitalYuan),
    ),
    entry(
      'added',
      'money',
      (year) => plus(value('committed', year), value('capital', year)),
      (row) => inMoney(row.committedYuan + row.capitalYuan),
    ),
    entry(
      'debtService',
      'money',
      (year) => plus(of(other.debt('interest', year)), of(other.debt('principal', year))),
      (row) => inMoney(row.debtServiceYuan),
    ),
    ...awardForms.flatMap((form): Entry[] => {
      const name = (of: Localized) => `${text(words.formsShort[form])}${text(words.colon)}${text(of)}`;
      const allCost = (year: number) => plus(value('gross', year), value('capital', year));
      return [
        {
          key: `award ${form}`,
          name: name(say.award),
          format: 'money',
          content: (year) => of(award.city(form, year)),
          expected: (row) => inMoney(row.awardYuan[form]),
        },
        {
          key: `gap ${form}`,
          name: name(say.gap),
          format: 'money',
          content: (year) => minus(value('added', year), value(`award ${form}`, year)),
          expected: (row) => inMoney(row.gapYuan[form]),
        },
        {
          key: `cover committed ${form}`,
          name: name(say.coverCommitted),
          format: 'share',
          content: (year) => ratio(value(`award ${form}`, year), value('added', year)),
          expected: (row) => row.coverOfCommitted[form] / 100,
        },
        {
          key: `cover gross ${form}`,
          name: name(say.coverGross),
          format: 'share',
          content: (year) => ratio(value(`award ${form}`, year), allCost(year)),
          expected: (row) => row.coverOfGross[form] / 100,
        },
      ];
    }),
  ];
}

/** The settled's part of new schools and dwellings: by county, as many as they are of those who use them. */
function capitalOfSettled(context: Context, parts: BudgetParts, table: YearTable): (i: number) => Expression {
  const { result, say: text } = context;
  const { costs, schools, served } = parts;
  const lines = result.counts.areas.map(({ code, name }) =>
    table.line({
      names: [text(name)],
      format: 'money',
      content: (year) => {
        const settled = (counter: string) => of(served.count(code, counter, 'settled', year));
        const seats = schoolStages.map((stage) =>
          times(
            of(costs.item(`${stage}_seats`, code, year)),
            ratio(settled(stage), of(schools.line(stage, 'townPupils', code, year))),
          ),
        );
        const tenants = added(groups.map((group) => of(served.count(code, 'public_rental', group, year))));
        const dwellings = times(
          of(costs.item('rental_building', code, year)),
          ratio(settled('public_rental'), tenants),
        );
        return added([...seats, dwellings]);
      },
    }),
  );
  const whole = table.line({
    names: [text(allAreas(context)[0].name)],
    format: 'money',
    role: 'total',
    content: (_, i) => added(lines.map((line) => of(line[i]))),
  });
  return (i) => of(whole[i]);
}

const PLAN_YEARS = 3;

/** What a plan made at the end of each year before a budget year expects of the next three. */
function putRolling(
  { result, say: text }: Context,
  sheet: Sheet,
  firstRow: number,
  planned: readonly number[],
  at: (key: string, year: number) => Cell,
): void {
  putLine(sheet, firstRow, text(say.rolling), sheet.widths.length - 1, 'section');
  const columns = [
    ['committed', text(say.lines.committed)],
    ['capital', text(say.lines.capital)],
    ...awardForms.map((form) => [`award ${form}`, `${text(say.award)} ${text(words.formsShort[form])}`]),
    ...awardForms.map((form) => [`gap ${form}`, `${text(say.gap)} ${text(words.formsShort[form])}`]),
  ] as const;
  putRow(sheet, firstRow + 1, 0, [text(say.made), text(say.next), ...columns.map(([, name]) => name)], 'header');
  let row = firstRow + 2;
  for (const made of planned.map((year) => year - 1).filter((year) => year >= result.counts.run.baseYear))
    for (const year of result.years.filter((own) => own > made && own <= made + PLAN_YEARS)) {
      put(sheet, row, 0, label(made), { role: 'rowHeader', format: 'year' });
      put(sheet, row, 1, label(year), { format: 'year' });
      columns.forEach(([key], i) => {
        put(sheet, row, 2 + i, of(at(key, year)), { format: 'money' });
      });
      row++;
    }
}
