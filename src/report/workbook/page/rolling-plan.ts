import { type AwardForm, awardForms, awardTierOf, type Tier, tiers } from '../../../fiscal/result.ts';
import { PLAN_YEARS } from '../../../fiscal/rolling-plan.ts';
import { firstVintage } from '../../../fiscal/stated.ts';
import type { Localized } from '../../../language/language.ts';
import { added } from '../arithmetic.ts';
import { counted, earlierWeighted } from '../award-formula.ts';
import { freeze, label, newSheet, put, putLine, putRow } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { average, choose, constant, minus, of as ofCell, over, plus, times } from '../expression.ts';
import { inMoney, moneyOf } from '../money.ts';
import type { Cell, Expression, Format, Sheet } from '../sheet.ts';
import { stepped } from '../step-down.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { BudgetPage } from './budget.ts';
import type { CashPage } from './cash.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { InputsPage } from './inputs.ts';
import type { PoolPage } from './pool.ts';
import { childrenSeen, type ReplicatesPage } from './replicates.ts';

const say = {
  name: { zh: '三年滚动', en: 'Rolling plan' },
  title: { zh: '三年滚动财政规划', en: 'Three-year rolling plan' },
  subtitle: {
    zh: '万元，市县合计。每年末编制后三年：截至编制年的人数用填报数，以后年度用模拟数乘“填报 ÷ 模拟”的累计比例；奖励总额只用编制年以前已公布的，其后按增长率延伸；首年含上年结转。逐年填报后各年规划随之滚动。',
    en: '10,000 yuan, city and counties. At each year end for the next three: stated counts up to that year, after it the simulated ones in the proportion stated bore to simulated so far; envelopes published by then, carried on by growth; the first year with the carry-over. Plans roll as counts are typed year by year.',
  },
  basis: { zh: '编制依据', en: 'What plans rest on' },
  lines: {
    settledNow: { zh: '累计落户，填报或模拟（人）', en: 'Settled so far, stated or simulated (persons)' },
    settledSim: { zh: '累计落户，模拟（人）', en: 'Settled so far, simulated (persons)' },
    proportion: { zh: '填报 ÷ 模拟', en: 'Stated over simulated' },
    weightedNow: { zh: '当年加权落户，填报或模拟', en: 'Weighted settlers of the year, stated or simulated' },
    weightedSim: { zh: '当年加权落户，模拟', en: 'Weighted settlers of the year, simulated' },
    childrenNow: { zh: '随迁子女，填报或模拟（人）', en: 'Children, stated or simulated (persons)' },
    childrenSim: { zh: '随迁子女，模拟（人）', en: 'Children, simulated (persons)' },
  },
  head: [
    { zh: '编制年份', en: 'Made' },
    { zh: '计划年份', en: 'Year' },
    { zh: '新增落户（人）', en: 'New settlers (persons)' },
    words.budgetLines.net,
  ],
  award: words.budgetLines.award,
  carried: { zh: '上年结转', en: 'Carried in' },
  revised: { zh: '比上期规划', en: 'On the plan before' },
};
type Line = keyof typeof say.lines;

interface RollingParts {
  readonly coefficients: CoefficientsPage;
  readonly pool: PoolPage;
  readonly inputs: InputsPage;
  readonly replicates: ReplicatesPage;
  readonly budget: BudgetPage;
  readonly cash: CashPage;
}

/** What the plan of every year end expects of the next three years, and how far it moved from the plan before. */
export function rollingPlanPage(context: Context, parts: RollingParts): { readonly sheet: Sheet } {
  const { result, say: text } = context;
  const { years } = result;
  const sheet = newSheet(text(say.name), 'result', [44, ...years.map(() => 12)], {
    titleRow: FIRST_ROW,
    titleColumns: 1,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW, 1);
  const basis = putBasis(context, parts, sheet);
  putPlans(context, parts, sheet, basis.lastRow + 2, basis.at);
  return { sheet };
}

/** Counts of the city as stated and as simulated, year by year; of years before the run what the award counts. */
function putBasis({ result, say: text }: Context, parts: RollingParts, sheet: Sheet) {
  const { years, counts, award } = result;
  const { replicates, coefficients, inputs } = parts;
  const [first] = years;
  const earliest = firstVintage({ first, lag: award.lag, steps: Array(award.steps), earlier: 1 });
  const all = Array.from({ length: years.at(-1)! - earliest + 1 }, (_, i) => earliest + i);
  const table = yearTable(all, sheet, FIRST_ROW - 1);
  table.head([text(say.basis)]);
  const kept = new Map<Line, readonly Cell[]>();
  const at = (key: Line, year: number): Cell => kept.get(key)![all.indexOf(year)];
  const line = (key: Line, format: Format, content: (year: number, before: readonly Cell[]) => Expression | null) =>
    kept.set(
      key,
      table.line({ names: [text(say.lines[key])], format, content: (year, _, before) => content(year, before) }),
    );
  const persons = (of: (tier: Tier) => Expression): Expression => added(tiers.map(of));
  const soFar = (of: (year: number) => Expression) => (year: number, before: readonly Cell[]) =>
    year < first ? null : year === first ? of(year) : plus(ofCell(before.at(-1)!), of(year));
  const adopted = (year: number, tier: Tier) => average(replicates.counted('city', year, tier));
  const simulated = (year: number, tier: Tier) =>
    counted(coefficients, tier, (what) => average(replicates.counts('city', year, what)));
  const weights = (of: (tier: Tier) => Expression): Expression =>
    added(tiers.map((tier) => times(coefficients.of(`award.weight.${awardTierOf[tier]}`), of(tier))));
  line(
    'settledNow',
    'persons',
    soFar((year) => persons((tier) => adopted(year, tier))),
  );
  line(
    'settledSim',
    'persons',
    soFar((year) => persons((tier) => simulated(year, tier))),
  );
  line('proportion', 'share', (year) =>
    year < first ? null : ratioOrOne(ofCell(at('settledNow', year)), ofCell(at('settledSim', year))),
  );
  // county by county, because one formula over many would be longer than a cell takes
  const ofCounties = counts.areas.map(({ code, name }) =>
    table.line({
      names: [`${text(say.lines.weightedNow)}${text(words.colon)}${text(name)}`],
      format: 'persons',
      content: (year) =>
        year >= first
          ? null
          : earlierWeighted(coefficients, inputs, code, year, (tier) => average(replicates.counted(code, first, tier))),
    }),
  );
  line('weightedNow', 'persons', (year) =>
    year >= first
      ? weights((tier) => adopted(year, tier))
      : added(ofCounties.map((cells) => ofCell(cells[all.indexOf(year)]))),
  );
  line('weightedSim', 'persons', (year) => (year < first ? null : weights((tier) => simulated(year, tier))));
  line('childrenNow', 'persons', (year) =>
    year >= first
      ? average(replicates.children('city', year))
      : added(
          counts.areas.map(({ code }) =>
            childrenSeen(inputs, code, year, first, average(replicates.children(code, first))),
          ),
        ),
  );
  line('childrenSim', 'persons', (year) =>
    year < first ? null : average(replicates.counts('city', year, 'children')),
  );
  return { lastRow: table.row(), at };
}

const ratioOrOne = (part: Expression, whole: Expression): Expression =>
  choose(whole, '>', constant(0), over(part, whole), constant(1));

function putPlans(
  { result, say: text }: Context,
  { coefficients, pool, budget, cash }: RollingParts,
  sheet: Sheet,
  firstRow: number,
  at: (key: Line, year: number) => Cell,
): void {
  const { years, award } = result;
  const found = new Map(result.budget.rolling.map((row) => [`${row.made} ${row.year}`, row]));
  const named = (said: Localized, form: AwardForm) =>
    `${text(words.formsShort[form])}${text(words.colon)}${text(said)}`;
  putLine(sheet, firstRow, text(say.title), sheet.widths.length - 1, 'section');
  const heads = [
    ...say.head.map(text),
    ...awardForms.flatMap((form) => [
      named(say.award, form),
      named(say.carried, form),
      `${named(say.award, form)} ${text(say.revised)}`,
    ]),
  ];
  putRow(sheet, firstRow + 1, 0, heads, 'header');
  const planned = new Map<string, Cell>();
  const value = coefficients.of;
  let row = firstRow + 2;
  for (const made of years)
    for (const year of years.filter((each) => each > made && each <= made + PLAN_YEARS)) {
      const model = found.get(`${made} ${year}`)!;
      const proportion = ofCell(at('proportion', made));
      const settledIn = (of: number) => {
        const sim = ofCell(at('settledSim', of));
        return of === years[0] ? sim : minus(sim, ofCell(at('settledSim', of - 1)));
      };
      const expected = plus(
        ofCell(at('settledNow', made)),
        times(proportion, minus(ofCell(at('settledSim', year)), ofCell(at('settledSim', made)))),
      );
      const weighted = stepped(value, award.steps, (age) => {
        const settled = year - award.lag - age;
        return settled <= made
          ? ofCell(at('weightedNow', settled))
          : times(proportion, ofCell(at('weightedSim', settled)));
      });
      const seen = year - award.lag;
      const ofChildren = ratioOrOne(ofCell(at('childrenNow', made)), ofCell(at('childrenSim', made)));
      const children =
        seen <= made ? ofCell(at('childrenNow', seen)) : times(ofChildren, ofCell(at('childrenSim', seen)));
      put(sheet, row, 0, label(made), { role: 'rowHeader', format: 'year' });
      put(sheet, row, 1, label(year), { format: 'year' });
      put(sheet, row, 2, times(proportion, settledIn(year)), { format: 'persons', expected: model.settlers });
      const net = ofCell(budget.line('net', 'local', 'city', year));
      put(sheet, row, 3, times(net, ratioOrOne(expected, ofCell(at('settledNow', year)))), {
        format: 'money',
        expected: inMoney(model.costYuan),
      });
      awardForms.forEach((form, f) => {
        const settler = times(ofCell(pool.perSettler(form, year)), value('award.cost'), weighted);
        const child = times(ofCell(pool.perChild(form, year)), value('award.children_cost'), children);
        const known =
          form === 'envelope'
            ? ratioOrOne(coefficients.datedBy('award.envelope', year, made), coefficients.dated('award.envelope', year))
            : constant(1);
        const match = plus(constant(1), value('award.provincial_match'));
        const amount = put(
          sheet,
          row,
          4 + 3 * f,
          times(moneyOf(times(plus(settler, child), value('award.difficulty'), match)), known),
          { format: 'money', role: 'total', expected: inMoney(model.awardYuan[form]) },
        );
        const carried = year === made + 1 ? ofCell(cash.line(form, 'carriedOut', made)) : constant(0);
        put(sheet, row, 5 + 3 * f, carried, { format: 'money', expected: inMoney(model.carriedInYuan[form]) });
        const before = planned.get(`${form} ${made - 1} ${year}`);
        put(sheet, row, 6 + 3 * f, before === undefined ? null : minus(ofCell(amount), ofCell(before)), {
          format: 'money',
          role: before === undefined ? 'blank' : 'body',
        });
        planned.set(`${form} ${made} ${year}`, amount);
      });
      row++;
    }
}
