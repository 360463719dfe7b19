import { type AwardForm, awardForms, awardTiers } from '../../../fiscal/result.ts';
import { type Localized, marks } from '../../../language/language.ts';
import { newSheet, put, putLine } from '../build.ts';
import { cautions } from '../cautions.ts';
import { budgetYears, type Context, FIRST_ROW, putHead } from '../context.ts';
import { choose, constant, of, range, sum, wording } from '../expression.ts';
import type { Cell, Expression, Format, Role, Sheet } from '../sheet.ts';
import { inPersons, words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { AwardPage } from './award.ts';
import type { BudgetPage } from './budget.ts';
import type { CostSummaryPage } from './cost-summary.ts';
import { type NewSettlerPage, newSettlerWords } from './new-settler.ts';
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
  lines: {
    settled: { zh: '当年落户人数（农村户籍，人）', en: 'Settled in the year, village registers (persons)' },
    fiscal: {
      zh: '各级财政负担的公共服务支出（全部常住人口）',
      en: 'Public services of all residents, what the levels of government pay',
    },
    private: { zh: '个人与单位缴费（不是财政资金）', en: 'What households and employers pay (not fiscal money)' },
  },
  settlersPart: { zh: '落户：市县两级', en: 'Settling: city and counties' },
  childrenPart: { zh: '随迁子女：市县两级', en: 'Accompanying children: city and counties' },
  one: { zh: '每新增一名落户者（元）', en: 'One more settler (yuan)' },
  whole: { zh: '全部公共服务', en: 'All public services' },
  checked: { zh: '录入检查', en: 'What was typed' },
  passed: { zh: '通过', en: 'holds' },
  failed: { zh: '有误，见“来源与校验”', en: 'is WRONG, see the sheet Provenance' },
  chart: {
    zh: '奖励资金落户部分与落户净支出（市县，万元）',
    en: "The settlers' part of the award and the net cost of settling (city and counties, 10,000 yuan)",
  },
  read: { zh: '怎样读这张表', en: 'How to read this' },
  guide: [
    {
      zh: '标 ※ 的金额含没有公布依据的系数，不是法定数；取得正式文件后在“系数”表改值。',
      en: 'Amounts with ※ rest on coefficients nobody published and are not law; change them on the sheet Coefficients once an official figure is at hand.',
    },
    {
      zh: '每一行只属一级政府：市本级、县级分列在“预算”表；落户部分奖励只对落户净支出，随迁子女部分只对其教育支出；有余列结余。',
      en: "Every line is of one level of government; the city's own budget and the counties' are apart on the sheet Budget. The settlers' part of the award stands against their net cost alone, the children's part against their schooling; what is over is a surplus.",
    },
    {
      zh: '落户净支出为新增运行支出减市内迁出县减少的支出，加分摊的建设支出；持居住证时已由居住地负担的不计。',
      en: 'The net cost is running cost added less what counties of origin in the city save, and the part of building; what permit holders already cost is left out.',
    },
  ],
};

interface SummaryParts {
  readonly settlers: SettlersPage;
  readonly award: AwardPage;
  readonly budget: BudgetPage;
  readonly newSettler: NewSettlerPage;
  readonly costSummary: CostSummaryPage;
  /** Mistakes found in what was typed. */
  readonly faults: Cell;
}

/** The first page: the budget years on one sheet, each line of one level of government, and a picture of all years. */
export function summaryPage(context: Context, bookTitle: string, parts: SummaryParts): { readonly sheet: Sheet } {
  const { result, say: text } = context;
  const { settlers, award, budget, newSettler, costSummary, faults } = parts;
  const { run } = result.counts;
  const years = budgetYears(context);
  const sheet = newSheet(text(say.name), 'result', [46, ...years.map(() => 14), 15], {
    orientation: 'portrait',
    single: true,
  });
  const told = [say.subtitle(text(run.cityName), text(run.title), run.replicates), ...cautions(result)].map(text);
  putHead(context, sheet, bookTitle, told.join(text(marks.gap)));
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
  const local = (key: Parameters<BudgetPage['line']>[0]) => (year: number) =>
    of(budget.line(key, 'local', 'city', year));
  const ofForm = (key: Parameters<BudgetPage['formLine']>[0], form: AwardForm) => (year: number) =>
    of(budget.formLine(key, form, 'local', 'city', year));
  const begin = (title: string): void => {
    table.section(title);
    table.head([text(words.item)], [text(words.total)]);
  };
  const lines = words.budgetLines;
  begin(text(say.settlersPart));
  line(text(say.lines.settled), 'persons', (year) => of(settlers.settled('city', year)), true);
  line(text(inPersons(lines.settled)), 'persons', local('settled'));
  line(text(lines.running), 'money', local('running'), true);
  line(text(lines.saving), 'money', local('saving'), true);
  line(text(lines.building), 'money', local('building'), true);
  line(text(lines.net), 'money', local('net'), true, 'total');
  for (const form of awardForms) {
    const name = (said: Localized) => `${text(words.formsShort[form])}${text(words.colon)}${text(said)}`;
    line(name(lines.settlersAward), 'money', ofForm('settlersAward', form), true, 'total');
    line(name(lines.gap), 'money', ofForm('gap', form), true);
    line(name(lines.surplus), 'money', ofForm('surplus', form), true);
    line(name(lines.cover), 'share', ofForm('cover', form));
  }
  begin(text(say.childrenPart));
  line(text(inPersons(lines.children)), 'persons', local('children'));
  line(text(lines.childrenCost), 'money', local('childrenCost'), true, 'total');
  for (const form of awardForms) {
    const name = (said: Localized) => `${text(words.formsShort[form])}${text(words.colon)}${text(said)}`;
    line(name(lines.childrenAward), 'money', ofForm('childrenAward', form), true, 'total');
    line(name(lines.childrenCover), 'share', ofForm('childrenCover', form));
  }
  begin(text(say.one));
  for (const tier of awardTiers)
    for (const key of ['first', 'all'] as const)
      line(
        `${text(words.awardTiers[tier])}${text(words.colon)}${text(newSettlerWords[key](result.award.steps))}`,
        'yuan',
        (year) => of(newSettler.line('envelope', tier, key, year)),
      );
  begin(text(say.whole));
  line(text(say.lines.fiscal), 'money', (year) => of(costSummary.fiscal(year)), true);
  line(text(say.lines.private), 'money', (year) => of(costSummary.private(year)), true);

  const checked = table.row();
  put(sheet, checked, 0, text(say.checked), { role: 'rowHeader' });
  const verdict = choose(of(faults), '=', constant(0), wording(text(say.passed)), wording(text(say.failed)));
  const verdictCell = put(sheet, checked, 1, verdict, { role: 'total', format: 'text' });
  sheet.merges.push({ row: checked, column: 1, toColumn: sheet.widths.length - 1 });
  sheet.alerts.push({ range: range(verdictCell, verdictCell), words: [text(say.failed)] });
  const row = checked + 2;
  const ofYears = (cell: (year: number) => Cell) => range(cell(result.years[0]), cell(result.years.at(-1)!));
  sheet.charts.push({
    kind: 'line',
    title: text(say.chart),
    valueTitle: text(words.money),
    categories: ofYears((year) => award.head(year)),
    series: [
      ...awardForms.map((form) => ({
        name: text(words.formsShort[form]),
        values: ofYears((year) => budget.formLine('settlersAward', form, 'local', 'city', year)),
      })),
      { name: text(lines.net), values: ofYears((year) => budget.line('net', 'local', 'city', year)) },
    ],
    place: { row, column: 0, toRow: row + 17, toColumn: sheet.widths.length },
  });
  putLine(sheet, row + 18, text(say.read), sheet.widths.length - 1, 'section');
  for (const [i, said] of say.guide.entries())
    putLine(sheet, row + 19 + i, text(said), sheet.widths.length - 1, 'note');
  return { sheet };
}
