import { awardForms } from '../../../fiscal/result.ts';
import type { Localized } from '../../../language/language.ts';
import { added, ratio } from '../arithmetic.ts';
import { freeze, newSheet, put, putLine } from '../build.ts';
import { budgetYears, type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, of, times } from '../expression.ts';
import type { Content, Expression, Format, Sheet } from '../sheet.ts';
import { inPersons, words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { BudgetPage } from './budget.ts';
import type { CashPage } from './cash.ts';
import type { SchoolsPage } from './schools.ts';
import type { SettlersPage } from './settlers.ts';

const lines = words.budgetLines;
const say = {
  name: { zh: '绩效目标表', en: 'Performance targets' },
  title: { zh: '项目支出绩效目标表', en: 'Performance targets of the project' },
  subtitle: {
    zh: '三级指标。数值取自测算（市县两级，均值），可作申报目标的参考；黄色格由单位填写。奖励资金是收入，列在资金栏，不列成本指标。目标不是模型的承诺。',
    en: 'Three levels of indicators. Figures are those of this book (city and counties, means), to start a declaration from; yellow cells are for the office. The award is income: it stands under funds, not under cost. A target is not a promise of the model.',
  },
  facts: [
    [
      { zh: '项目名称', en: 'Project' },
      { zh: '农业转移人口市民化', en: 'Settlement of rural migrants' },
    ],
    [{ zh: '主管部门', en: 'Department in charge' }, null],
    [{ zh: '实施单位', en: 'Unit' }, null],
    [
      { zh: '总体目标', en: 'Overall goal' },
      {
        zh: '按规定为落户人口提供基本公共服务，保障随迁子女义务教育；目标值见下表',
        en: 'Basic public services for those who settle and compulsory schooling for accompanying children; targets below',
      },
    ],
  ] as readonly (readonly [Localized, Localized | null])[],
  heads: [
    { zh: '一级指标', en: 'Level 1' },
    { zh: '二级指标', en: 'Level 2' },
    { zh: '三级指标', en: 'Level 3' },
  ],
  declared: { zh: '申报值', en: 'Declared' },
  levels: {
    funds: { zh: '资金', en: 'Funds' },
    output: { zh: '产出指标', en: 'Output' },
    cost: { zh: '成本指标', en: 'Cost' },
    effect: { zh: '效益指标', en: 'Benefit' },
    satisfaction: { zh: '满意度指标', en: 'Satisfaction' },
  },
  kinds: {
    funds: { zh: '财政拨款', en: 'Fiscal money' },
    quantity: { zh: '数量指标', en: 'Quantity' },
    quality: { zh: '质量指标', en: 'Quality' },
    time: { zh: '时效指标', en: 'Timeliness' },
    cost: { zh: '经济成本指标', en: 'Economic cost' },
    economic: { zh: '经济效益指标', en: 'Economic' },
    social: { zh: '社会效益指标', en: 'Social' },
    lasting: { zh: '可持续影响指标', en: 'Lasting' },
    served: { zh: '服务对象满意度指标', en: 'Those served' },
  },
  of: {
    settled: { zh: '农村户籍落户人数（人）', en: 'Settled from a village register (persons)' },
    permits: { zh: '新发居住证（张）', en: 'Permits issued' },
    seats: { zh: '新增义务教育学位（个）', en: 'New seats in compulsory schooling' },
    outside: { zh: '跨省、跨市落户占比', en: 'Share settled from outside the city' },
    public: { zh: '随迁子女在公办学校就读比例', en: 'Children at public schools' },
    spent: { zh: '奖励资金支出率（含上年结转）', en: 'Award spent over what was at hand' },
    passed: { zh: '资金下达及时率', en: 'Money passed on in time' },
    perSettled: { zh: '每名落户者净支出（元/人·年）', en: 'Net cost a settled person (yuan a year)' },
    perChild: { zh: '每名随迁子女教育支出（元/人·年）', en: 'Schooling of an accompanying child (yuan a year)' },
    share: { zh: '落户净支出占一般公共预算收入', en: 'Net cost of settling over general budget revenue' },
    satisfied: { zh: '落户人口对公共服务的满意度', en: 'Satisfaction of the settled with public services' },
  },
  notSimulated: {
    zh: '空格不在测算范围内（满意度、公办就读、下达及时率），由单位调查后填写。',
    en: 'Blank lines are not in this book (satisfaction, public schools, timeliness); the office fills them in.',
  },
};

interface PerformanceParts {
  readonly settlers: SettlersPage;
  readonly cash: CashPage;
  readonly schools: SchoolsPage;
  readonly budget: BudgetPage;
}

/** The standard table of performance targets of the budget years, with a column left for what is declared. */
export function performancePage(context: Context, parts: PerformanceParts): { readonly sheet: Sheet } {
  const { say: text } = context;
  const { settlers, cash, schools, budget } = parts;
  const years = budgetYears(context);
  const sheet = newSheet(text(say.name), 'text', [14, 18, 42, ...years.map(() => 13), 16], { single: true });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  say.facts.forEach(([name, value], i) => {
    const row = FIRST_ROW - 1 + i;
    put(sheet, row, 0, text(name), { role: 'header' });
    put(sheet, row, 1, value === null ? null : text(value), { role: 'input', format: 'text' });
    sheet.merges.push({ row, column: 1, toColumn: sheet.widths.length - 1 });
  });
  const table = yearTable(years, sheet, FIRST_ROW + say.facts.length);
  table.head(say.heads.map(text), [text(say.declared)]);
  freeze(sheet, table.row(), 3);
  const line = (
    level: keyof typeof say.levels,
    kind: keyof typeof say.kinds,
    name: string,
    format: Format,
    content: (year: number) => Content,
  ): void => {
    const row = table.row();
    table.line({ names: [text(say.levels[level]), text(say.kinds[kind]), name], format, content });
    put(sheet, row, 3 + years.length, null, { role: 'input', format });
  };
  const local = (key: Parameters<BudgetPage['line']>[0], year: number): Expression =>
    of(budget.line(key, 'local', 'city', year));
  const yuanEach = (money: Expression, persons: Expression) => ratio(times(money, constant(10_000)), persons);
  const blank = () => null;
  for (const form of awardForms)
    for (const part of ['settlersAward', 'childrenAward'] as const)
      line(
        'funds',
        'funds',
        `${text(lines[part])}${text({ zh: `（${words.formsShort[form].zh}）`, en: ` (${words.formsShort[form].en})` })}`,
        'money',
        (year) => of(budget.formLine(part, form, 'local', 'city', year)),
      );
  line('output', 'quantity', text(say.of.settled), 'persons', (year) => of(settlers.settled('city', year)));
  line('output', 'quantity', text(say.of.permits), 'persons', (year) =>
    of(settlers.count('city', year, 'permitsIssued')),
  );
  line('output', 'quantity', text(inPersons(lines.children)), 'persons', (year) => local('children', year));
  line('output', 'quantity', text(say.of.seats), 'persons', (year) =>
    added((['primary', 'junior'] as const).map((stage) => of(schools.line(stage, 'seatsBuilt', 'city', year)))),
  );
  line('output', 'quality', text(say.of.outside), 'share', (year) =>
    ratio(
      added(
        (['other_province', 'province'] as const).map((tier) => of(settlers.count('city', year, `settlers.${tier}`))),
      ),
      of(settlers.settled('city', year)),
    ),
  );
  line('output', 'quality', text(say.of.public), 'share', blank);
  line('output', 'time', text(say.of.spent), 'share', (year) => of(cash.line('envelope', 'spentShare', year)));
  line('output', 'time', text(say.of.passed), 'share', blank);
  line('cost', 'cost', text(say.of.perSettled), 'yuan', (year) => yuanEach(local('net', year), local('settled', year)));
  line('cost', 'cost', text(say.of.perChild), 'yuan', (year) =>
    yuanEach(local('childrenCost', year), local('children', year)),
  );
  line('effect', 'economic', text(lines.cover), 'share', (year) =>
    of(budget.formLine('cover', 'envelope', 'local', 'city', year)),
  );
  line('effect', 'social', text(inPersons(lines.settled)), 'persons', (year) => local('settled', year));
  line('effect', 'lasting', text(say.of.share), 'share', (year) => of(budget.share('settlers', year)));
  line('satisfaction', 'served', text(say.of.satisfied), 'share', blank);
  putLine(sheet, table.row() + 1, text(say.notSimulated), sheet.widths.length - 1, 'note');
  return { sheet };
}
