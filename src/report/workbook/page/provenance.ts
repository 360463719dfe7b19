import { openMeans } from '../../../fiscal/means.ts';
import { awardForms, groups, tiers } from '../../../fiscal/result.ts';
import { sharePercent } from '../../../language/share-percent.ts';
import { added } from '../arithmetic.ts';
import { figure, label, newSheet, put, putLine, putRow } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import {
  average,
  choose,
  constant,
  largest,
  minus,
  of,
  plus,
  range,
  round,
  smallest,
  sum,
  wording,
} from '../expression.ts';
import type { Cell, Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { AwardPage } from './award.ts';
import type { CashPage } from './cash.ts';
import { type CoefficientsPage, shareGroup } from './coefficients.ts';
import type { CostSummaryPage } from './cost-summary.ts';
import type { CostsPage } from './costs.ts';
import type { InputsPage } from './inputs.ts';
import type { ReplicatesPage } from './replicates.ts';
import type { SchoolsPage } from './schools.ts';
import type { ServedPage } from './served.ts';
import type { SettlersPage } from './settlers.ts';

const say = {
  name: { zh: '来源与校验', en: 'Provenance' },
  title: { zh: '数据来源与勾稽校验', en: 'Provenance and checks' },
  subtitle: {
    zh: '人数来自下列一次模拟运行；同样的输入得到同样的结果哈希，可用 luohu verify 复核。',
    en: 'The persons come from this run; the same inputs give the same result hash, and luohu verify makes it again.',
  },
  run: { zh: '模拟运行', en: 'The run' },
  facts: {
    scenario: { zh: '情景', en: 'Scenario' },
    title: { zh: '情景说明', en: 'Title' },
    city: { zh: '城市', en: 'City' },
    years: { zh: '基年与期末', en: 'Base year and end' },
    replicates: { zh: '模拟次数', en: 'Replicates' },
    sample: { zh: '抽样比例', en: 'Share of households simulated' },
    seed: { zh: '随机种子', en: 'Seed' },
    definition: { zh: '城镇户籍口径', en: 'Definition of the urban register' },
    scenarioHash: { zh: '情景哈希', en: 'Scenario hash' },
    resultHash: { zh: '结果哈希', en: 'Result hash' },
    version: { zh: '软件版本', en: 'Package version' },
  },
  counted: { zh: '运行结果 indicators.csv 中的人数', en: 'Persons in indicators.csv of the run' },
  indicators: {
    award_settlers: {
      zh: '农村户籍落户人数（award_settlers）',
      en: 'Settled from a village register (award_settlers)',
    },
    resident_population: { zh: '常住人口（resident_population）', en: 'Residents (resident_population)' },
  },
  checks: { zh: '勾稽校验（差额应为 0）', en: 'Checks (differences should be 0)' },
  result: { zh: '结论', en: 'Result' },
  holds: { zh: '相符', en: 'holds' },
  fails: { zh: '不符', en: 'FAILS' },
  typedTitle: { zh: '录入检查（有误即红）', en: 'What was typed (red where it is wrong)' },
  mistakes: { zh: '有误处', en: 'Mistakes' },
  typed: {
    shares: { zh: '分担比例、同池比重之和超过 1', en: 'Shares of payers or of the pool summing to more than 1' },
    steps: { zh: '退坡系数逐年升高', en: 'A step-down that rises with age' },
    weights: { zh: '权重次序不符（跨省 ≥ 省内 ≥ 本市）', en: 'Weights out of order (other province, province, city)' },
    years: { zh: '年份次序不符（设立、单列、定额年份）', en: 'Years out of order (fund, children part, fixed amount)' },
    noSource: { zh: '系数已改而未填来源', en: 'Coefficients changed without a source' },
    settlers: { zh: '县区落户人数超过常住人口', en: 'Settlers of a county above its residents' },
    children: { zh: '随迁子女超过城镇义务教育学生', en: 'Children above the pupils in towns' },
    spent: { zh: '支出超过可用资金', en: 'Spending above the money at hand' },
  },
  told: {
    changed: { zh: '已改系数（个）', en: 'Coefficients changed' },
    outside: { zh: '超出参考区间的系数（个，提示）', en: 'Coefficients outside their ranges (a hint)' },
    typed: { zh: '部门填报数（个）', en: 'Figures stated by bureaus' },
  },
  replicateMean: { zh: '奖励合计 − 各次模拟平均', en: 'Award less mean of the replicates' },
  settlers: { zh: '模拟落户人数 − indicators.csv（人）', en: 'Settlers as simulated less indicators.csv (persons)' },
  payers: { zh: '成本：按服务 − 按支出责任', en: 'Cost: services less payers' },
  budgets: { zh: '成本：按服务 − 按预算', en: 'Cost: services less budgets' },
  counties: { zh: '成本：全市 − 各县区之和', en: 'Cost: city less counties' },
  residents: {
    zh: '常住人口：五类之和 − indicators.csv（人）',
    en: 'Residents: five groups less indicators.csv (persons)',
  },
};

/** The page with what was found wrong in all. */
interface ProvenancePage {
  readonly sheet: Sheet;
  readonly faults: Cell;
}

interface CheckedParts {
  readonly coefficients: CoefficientsPage;
  readonly inputs: InputsPage;
  readonly settlers: SettlersPage;
  readonly schools: SchoolsPage;
  readonly cash: CashPage;
  readonly replicates: ReplicatesPage;
  readonly award: AwardPage;
  readonly served: ServedPage;
  readonly costs: CostsPage;
  readonly costSummary: CostSummaryPage;
}

/** Which run stands behind the book, and the sums that must agree. */
export function provenancePage(context: Context, parts: CheckedParts): ProvenancePage {
  const { result, say: text } = context;
  const { years } = result;
  const { run } = result.counts;
  const sheet = newSheet(text(say.name), 'text', [44, ...years.map(() => 10), 10, 10], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  const facts: Record<keyof typeof say.facts, string> = {
    scenario: run.scenario,
    title: text(run.title),
    city: `${text(run.cityName)} ${run.city}`,
    years: `${run.baseYear}–${run.endYear}`,
    replicates: String(run.replicates),
    sample: `${sharePercent(run.sample)}%`,
    seed: run.seed,
    definition: run.definition,
    scenarioHash: run.scenarioHash,
    resultHash: run.resultHash,
    version: `luohu ${run.version}`,
  };
  let row = FIRST_ROW - 1;
  putLine(sheet, row++, text(say.run), sheet.widths.length - 1, 'section');
  for (const [key, said] of Object.entries(facts)) {
    put(sheet, row, 0, text(say.facts[key as keyof typeof say.facts]), { role: 'rowHeader' });
    put(sheet, row, 1, said);
    sheet.merges.push({ row, column: 1, toColumn: Math.min(9, sheet.widths.length - 1) });
    row++;
  }
  const table = yearTable(years, sheet, row + 1);
  table.section(text(say.counted));
  table.head([text(words.item)]);
  const means = openMeans(result.counts);
  const counted = (indicator: Indicator) =>
    table.line({
      names: [text(say.indicators[indicator])],
      format: 'persons',
      content: (year) => figure(means.of('city', year, indicator), 'simulated'),
    });
  const fromFile = { award_settlers: counted('award_settlers'), resident_population: counted('resident_population') };
  table.section(text(say.checks));
  table.head([text(words.item)], [text(say.result)]);
  const firstCheck = table.row();
  for (const [name, content] of checks(context, parts, (indicator, i) => of(fromFile[indicator][i])))
    table.line({
      names: [name],
      format: 'number',
      content: (year, i) => round(content(year, i), DIGITS),
      after: [(cells) => verdict(range(cells[0], cells.at(-1)!), context)],
    });
  const verdicts = (row: number) => sheet.cells.get(`${row},${1 + years.length}`)!;
  sheet.alerts.push({
    range: range(verdicts(firstCheck), verdicts(table.row() - 1)),
    words: [text(say.fails)],
  });
  return { sheet, faults: putTyped(context, parts, sheet, table.row() + 1) };
}

/** What was typed: how many mistakes of each kind, and whether it holds. */
function putTyped({ result, say: text }: Context, parts: CheckedParts, sheet: Sheet, firstRow: number): Cell {
  const { coefficients, inputs, settlers, served, schools, cash } = parts;
  const { years, counts } = result;
  const value = coefficients.of;
  const fault = (left: Expression, comparison: '<=' | '>=', right: Expression): Expression =>
    choose(left, comparison, right, constant(0), constant(1));
  const groupsOfShares = [...new Set(coefficients.ids.map(shareGroup))].filter((group) => group !== null);
  const overOne = (group: string): Expression =>
    fault(round(added(coefficients.ids.filter((id) => shareGroup(id) === group).map(value)), 9), '<=', constant(1));
  const steps = coefficients.ids.filter((id) => /^award\.step\.\d+$/.test(id));
  const byCounty =
    (of: (area: string, year: number) => Expression) =>
    (year: number): Expression =>
      added(counts.areas.map(({ code }) => of(code, year)));
  const lines: readonly (readonly [keyof typeof say.typed, Expression | ((year: number) => Expression)])[] = [
    ['shares', added(groupsOfShares.map(overOne))],
    ['steps', added(steps.slice(1).map((id, age) => fault(value(id), '<=', value(steps[age]))))],
    [
      'weights',
      plus(
        fault(value('award.weight.province'), '<=', value('award.weight.other_province')),
        fault(value('award.weight.same_city'), '<=', value('award.weight.province')),
      ),
    ],
    [
      'years',
      plus(
        fault(value('award.fixed_year'), '>=', value('award.first_year')),
        fault(value('award.first_year'), '<=', value('award.children_from')),
      ),
    ],
    ['noSource', coefficients.count('noSource')],
    [
      'settlers',
      byCounty((area, year) =>
        fault(
          of(settlers.settled(area, year)),
          '<=',
          added(groups.map((group) => of(served.count(area, 'residents', group, year)))),
        ),
      ),
    ],
    [
      'children',
      byCounty((area, year) =>
        fault(
          of(settlers.count(area, year, 'children')),
          '<=',
          added((['primary', 'junior'] as const).map((stage) => of(schools.line(stage, 'townPupils', area, year)))),
        ),
      ),
    ],
    [
      'spent',
      (year) => {
        const line = (key: 'spent' | 'received' | 'carriedIn') => of(cash.line('envelope', key, year));
        return fault(round(line('spent'), DIGITS), '<=', round(plus(line('received'), line('carriedIn')), DIGITS));
      },
    ],
  ];
  let row = firstRow;
  putLine(sheet, row++, text(say.typedTitle), sheet.widths.length - 1, 'section');
  putRow(sheet, row, 0, [text(words.item), text(say.mistakes), text(say.result)], 'header');
  for (const [y, year] of years.entries()) put(sheet, row, 3 + y, label(year), { role: 'header', format: 'year' });
  const first = ++row;
  // year by year beside it, because one formula over many counties and years would be longer than a cell takes
  const ofYears = (faults: (year: number) => Expression): Expression => {
    const cells = years.map((year, y) => put(sheet, row, 3 + y, faults(year), { format: 'year' }));
    return sum(range(cells[0], cells.at(-1)!));
  };
  const [holds, fails] = [wording(text(say.holds)), wording(text(say.fails))];
  const found: Cell[] = [];
  for (const [key, faults] of lines) {
    put(sheet, row, 0, text(say.typed[key]), { role: 'rowHeader' });
    const cell = put(sheet, row, 1, typeof faults === 'function' ? ofYears(faults) : faults, { format: 'year' });
    found.push(cell);
    put(sheet, row, 2, choose(of(cell), '=', constant(0), holds, fails), { role: 'total', format: 'text' });
    row++;
  }
  const information: readonly (readonly [keyof typeof say.told, Expression])[] = [
    ['changed', coefficients.count('changed')],
    ['outside', plus(coefficients.count('below'), coefficients.count('above'))],
    ['typed', inputs.typed()],
  ];
  put(sheet, row, 0, text(words.total), { role: 'total' });
  const all = put(sheet, row, 1, sum(range(found[0], found.at(-1)!)), { format: 'year', role: 'total' });
  put(sheet, row, 2, choose(of(all), '=', constant(0), holds, fails), { role: 'total', format: 'text' });
  sheet.alerts.push({
    range: range(sheet.cells.get(`${first},2`)!, sheet.cells.get(`${row},2`)!),
    words: [text(say.fails)],
  });
  row++;
  for (const [key, count] of information) {
    put(sheet, row, 0, text(say.told[key]), { role: 'rowHeader' });
    put(sheet, row, 1, count, { format: 'year' });
    row++;
  }
  return all;
}

type Indicator = keyof typeof say.indicators;
type Check = readonly [name: string, difference: (year: number, i: number) => Expression];

/** Decimals to which a sum must agree: of 10,000 yuan, and of a person. */
const DIGITS = 4;

function verdict(differences: ReturnType<typeof range>, { say: text }: Context): Expression {
  const [holds, fails] = [wording(text(say.holds)), wording(text(say.fails))];
  return choose(
    largest(differences),
    '=',
    constant(0),
    choose(smallest(differences), '=', constant(0), holds, fails),
    fails,
  );
}

function checks(
  { result, say: text }: Context,
  { replicates, award, served, costs, costSummary }: CheckedParts,
  fromFile: (indicator: Indicator, i: number) => Expression,
): Check[] {
  const total = (year: number) => of(costSummary.total(year));
  const byGroup = (year: number) => groups.map((group) => of(served.count('city', 'residents', group, year)));
  const byCounty = (year: number) =>
    result.counts.areas.flatMap(({ code }) =>
      (['operating', 'capital'] as const).map((kind) => of(costs.kind(kind, code, year))),
    );
  const ofForm = (name: string) => text({ zh: `（${name}）`, en: ` (${name})` });
  return [
    ...awardForms.map(
      (form): Check => [
        text(say.replicateMean) + ofForm(text(words.formsShort[form])),
        (year) => minus(of(award.city(form, year)), average(replicates.awards(form, 'city', year))),
      ],
    ),
    [
      text(say.settlers),
      (year, i) =>
        minus(
          added(tiers.map((tier) => average(replicates.counts('city', year, `settlers.${tier}`)))),
          fromFile('award_settlers', i),
        ),
    ],
    [text(say.residents), (year, i) => minus(added(byGroup(year)), fromFile('resident_population', i))],
    [text(say.payers), (year) => minus(total(year), of(costSummary.payers(year)))],
    [text(say.budgets), (year) => minus(total(year), of(costSummary.budgets(year)))],
    [text(say.counties), (year) => minus(total(year), added(byCounty(year)))],
  ];
}
