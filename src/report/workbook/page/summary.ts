import { awardForms } from '../../../fiscal/result.ts';
import { budgetLines } from '../../fiscal/labels.ts';
import { newSheet, putLine } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { of, range, sum } from '../expression.ts';
import type { Cell, Expression, Format, Role, Sheet } from '../sheet.ts';
import { inPersons, words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { AwardPage } from './award.ts';
import { type AwardCalculationPage, quantiles } from './award-calculation.ts';
import type { BudgetPage } from './budget.ts';
import type { CostSummaryPage } from './cost-summary.ts';
import type { SettlersPage } from './settlers.ts';

/** The city and what the scenario is called; a scenario named for the city alone adds nothing. */
const ofPlace = (city: string, title: string, colon: string): string =>
  city.startsWith(title) ? city : `${city}${colon}${title}`;

const say = {
  name: { zh: '摘要', en: 'Summary' },
  subtitle: (city: string, title: string, replicates: number) => ({
    zh: `${ofPlace(city, title, '：')}。金额为万元、现价，${replicates} 次模拟的平均；两种奖励形式并列。改动“系数”表的黄色单元格，本表随之变动。`,
    en: `${ofPlace(city, title, ': ')}. 10,000 yuan, current prices, means of ${replicates} replicates; the two forms of the award side by side. Change a yellow cell on the sheet Coefficients and this sheet follows.`,
  }),
  people: { zh: '落户', en: 'Settling' },
  money: { zh: '奖励资金与落户新增支出', en: 'Award, and what settling adds' },
  lines: {
    settled: { zh: '当年落户人数（农村户籍，人）', en: 'Settled in the year, village registers (persons)' },
    stock: inPersons(budgetLines.settled),
    all: { zh: '全部常住人口公共服务成本', en: 'Service cost of all residents' },
  },
  chart: { zh: '奖励资金与落户新增支出（万元）', en: 'Award, and what settling adds (10,000 yuan)' },
  mean: { zh: '平均', en: 'mean' },
  read: { zh: '怎样读这张表', en: 'How to read this' },
  guide: [
    {
      zh: '标 ※ 的金额含没有公布依据的系数，不是法定数；取得正式文件后在“系数”表改值。',
      en: 'Amounts with ※ rest on coefficients nobody published and are not law; change them on the sheet Coefficients once an official figure is at hand.',
    },
    {
      zh: 'P10、P50、P90 是各次模拟的百分位，只含模拟的不确定性。',
      en: 'P10, P50 and P90 are percentiles of the replicates and hold the uncertainty of the run alone.',
    },
    {
      zh: '落户新增支出只计落户增加的部分；子女就学、公共卫生等在持居住证时已由居住地负担，列在“预算”表。',
      en: 'What settling adds leaves out what permit holders already have: schooling, public health and the like were borne before and stand on the sheet Budget.',
    },
  ],
};

interface SummaryParts {
  readonly settlers: SettlersPage;
  readonly award: AwardPage;
  readonly steps: AwardCalculationPage;
  readonly budget: BudgetPage;
  readonly costSummary: CostSummaryPage;
}

/** The first page: the budget years on one sheet, both forms of the award with their intervals, and a picture of all years. */
export function summaryPage(context: Context, bookTitle: string, parts: SummaryParts): { readonly sheet: Sheet } {
  const { result, say: text } = context;
  const { settlers, award, steps, budget, costSummary } = parts;
  const { run } = result.counts;
  const years = result.budget.rows.map(({ year }) => year);
  const sheet = newSheet(text(say.name), 'result', [46, ...years.map(() => 14), 15], {
    orientation: 'portrait',
    single: true,
  });
  putHead(context, sheet, bookTitle, text(say.subtitle(text(run.cityName), text(run.title), run.replicates)));
  const table = yearTable(years, sheet, FIRST_ROW - 1);
  const line = (
    name: string,
    format: Format,
    content: (year: number) => Expression,
    adds = false,
    role: Role = 'body',
  ): readonly Cell[] =>
    table.line({
      names: [name],
      format,
      role,
      content,
      after: [adds ? (cells) => sum(range(cells[0], cells.at(-1)!)) : null],
    });
  table.section(text(say.people));
  table.head([text(words.item)], [text(words.total)]);
  line(text(say.lines.settled), 'persons', (year) => of(settlers.settled('city', year)), true);
  line(text(say.lines.stock), 'persons', (year) => of(budget.line('settledPersons', year)));
  table.section(text(say.money));
  table.head([text(words.item)], [text(words.total)]);
  line(text(budgetLines.running), 'money', (year) => of(budget.line('committed', year)), true);
  line(text(budgetLines.building), 'money', (year) => of(budget.line('capital', year)), true);
  line(text(budgetLines.added), 'money', (year) => of(budget.line('added', year)), true, 'total');
  for (const form of awardForms) {
    const name = (own: string) => `${text(words.formsShort[form])}${text(words.colon)}${own}`;
    line(
      name(`${text(budgetLines.award)}${text({ zh: '（平均）', en: ' (mean)' })}`),
      'money',
      (year) => of(award.city(form, year)),
      true,
      'total',
    );
    for (const quantile of Object.keys(quantiles) as (keyof typeof quantiles)[])
      line(name(`${text(budgetLines.award)} ${quantile.toUpperCase()}`), 'money', (year) =>
        of(steps.quantile(form, quantile, 'city', year)),
      );
    line(name(text(budgetLines.gap)), 'money', (year) => of(budget.gap(form, year)), true);
    line(name(text(budgetLines.cover)), 'share', (year) => of(budget.cover(form, 'committed', year)));
  }
  line(text(say.lines.all), 'money', (year) => of(costSummary.total(year)), true);

  const row = table.row() + 1;
  const ofYears = (cell: (year: number) => Cell) => range(cell(result.years[0]), cell(result.years.at(-1)!));
  sheet.charts.push({
    kind: 'line',
    title: text(say.chart),
    valueTitle: text(words.money),
    categories: ofYears((year) => award.head(year)),
    series: [
      ...awardForms.map((form) => ({
        name: text(words.formsShort[form]),
        values: ofYears((year) => award.city(form, year)),
      })),
      { name: text(budgetLines.added), values: ofYears((year) => budget.line('added', year)) },
    ],
    place: { row, column: 0, toRow: row + 17, toColumn: sheet.widths.length },
  });
  putLine(sheet, row + 18, text(say.read), sheet.widths.length - 1, 'section');
  for (const [i, said] of say.guide.entries())
    putLine(sheet, row + 19 + i, text(said), sheet.widths.length - 1, 'note');
  return { sheet };
}
