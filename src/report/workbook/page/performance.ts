import { awardForms } from '../../../fiscal/result.ts';
import { added, ratio } from '../arithmetic.ts';
import { newSheet, putLine } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { constant, of, times } from '../expression.ts';
import type { Cell, Content, Format, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { AwardPage } from './award.ts';
import type { BudgetPage } from './budget.ts';
import type { CashPage } from './cash.ts';
import type { PerPersonPage } from './per-person.ts';
import type { SchoolsPage } from './schools.ts';
import type { SettlersPage } from './settlers.ts';

const say = {
  name: { zh: '绩效目标', en: 'Performance' },
  title: { zh: '绩效目标表', en: 'Performance targets' },
  subtitle: {
    zh: '数值取自模拟（均值），可作申报目标的参考；空白处由单位填写。目标不是模型的承诺。',
    en: 'Figures are means of the simulation, to start a declaration from; blanks are for the office to fill in. A target is not a promise of the model.',
  },
  level: { zh: '一级、二级指标', en: 'Kind' },
  indicator: { zh: '三级指标', en: 'Indicator' },
  declared: { zh: '申报目标值', en: 'Declared' },
  kinds: {
    quantity: { zh: '产出 数量', en: 'Output: quantity' },
    quality: { zh: '产出 质量', en: 'Output: quality' },
    time: { zh: '产出 时效', en: 'Output: timeliness' },
    cost: { zh: '产出 成本', en: 'Output: cost' },
    effect: { zh: '效益 社会效益', en: 'Benefit: social' },
    satisfied: { zh: '满意度', en: 'Satisfaction' },
  },
  lines: {
    settled: { zh: '农村户籍落户人数（人）', en: 'Settled from a village register (persons)' },
    permits: { zh: '新发居住证（张）', en: 'Permits issued' },
    children: { zh: '义务教育随迁子女（人）', en: 'Accompanying children in compulsory schooling (persons)' },
    seats: { zh: '新增义务教育学位（个）', en: 'New seats in compulsory schooling' },
    outside: { zh: '跨省、跨市落户占比', en: 'Share settled from outside the city' },
    spent: {
      zh: '奖励资金当年支出率（总额分配）',
      en: 'Award spent in the year over received (share of the envelope)',
    },
    perSettler: { zh: '每名落户者的奖励（元，总额分配）', en: 'Award a settled person (yuan, share of the envelope)' },
    marginal: { zh: '落户新增的财政支出（元/人·年）', en: 'Public money settling adds (yuan a person and year)' },
    cover: words.budgetLines.cover,
    satisfaction: { zh: '落户人口对公共服务的满意度', en: 'Satisfaction of the settled with public services' },
  },
  notSimulated: {
    zh: '满意度不在模拟范围内，由单位调查后填写。',
    en: 'Satisfaction is not simulated; the office fills it in from its own survey.',
  },
};

interface PerformanceParts {
  readonly settlers: SettlersPage;
  readonly award: AwardPage;
  readonly cash: CashPage;
  readonly schools: SchoolsPage;
  readonly perPerson: PerPersonPage;
  readonly budget: BudgetPage;
}

/** The table of performance targets of the budget years, as budget offices use it, with a column left for what is declared. */
export function performancePage(context: Context, parts: PerformanceParts): { readonly sheet: Sheet } {
  const { result, say: text } = context;
  const { settlers, award, cash, schools, perPerson, budget } = parts;
  const years = result.budget.rows.map(({ year }) => year);
  const sheet = newSheet(text(say.name), 'text', [20, 46, ...years.map(() => 13), 18]);
  putHead(context, sheet, text(say.title), text(say.subtitle));
  const table = yearTable(years, sheet, FIRST_ROW);
  table.head([text(say.level), text(say.indicator)], [text(say.declared)]);
  const line = (
    kind: keyof typeof say.kinds,
    key: keyof typeof say.lines,
    format: Format,
    content: (year: number) => Content,
  ): readonly Cell[] =>
    table.line({ names: [text(say.kinds[kind]), text(say.lines[key])], format, content, after: [null] });
  const settled = (year: number) => of(settlers.settled('city', year));
  const stages = ['primary', 'junior'] as const;
  line('quantity', 'settled', 'persons', settled);
  line('quantity', 'permits', 'persons', (year) => of(settlers.count('city', year, 'permitsIssued')));
  line('quantity', 'children', 'persons', (year) => of(settlers.count('city', year, 'children')));
  line('quantity', 'seats', 'persons', (year) =>
    added(stages.map((stage) => of(schools.line(stage, 'seatsBuilt', 'city', year)))),
  );
  line('quality', 'outside', 'share', (year) =>
    ratio(
      added(
        (['other_province', 'province'] as const).map((tier) => of(settlers.count('city', year, `settlers.${tier}`))),
      ),
      settled(year),
    ),
  );
  line('time', 'spent', 'share', (year) =>
    ratio(of(cash.line('envelope', 'spent', year)), of(cash.line('envelope', 'received', year))),
  );
  line('cost', 'perSettler', 'yuan', (year) =>
    ratio(times(of(award.city('envelope', year)), constant(10_000)), settled(year)),
  );
  line('cost', 'marginal', 'yuan', (year) => of(perPerson.total('marginalPublic', year)));
  for (const form of awardForms)
    table.line({
      names: [text(say.kinds.effect), `${text(say.lines.cover)} ${text(words.formsShort[form])}`],
      format: 'share',
      content: (year) => of(budget.cover(form, 'committed', year)),
      after: [null],
    });
  line('satisfied', 'satisfaction', 'text', () => null);
  putLine(sheet, table.row() + 1, text(say.notSimulated), sheet.widths.length - 1, 'note');
  return { sheet };
}
