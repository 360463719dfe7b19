import { openMeans } from '../../../fiscal/means.ts';
import { awardForms, groups } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import { figure, newSheet, put, putLine } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { average, choose, constant, largest, minus, of, range, round, smallest, wording } from '../expression.ts';
import type { Expression, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { AwardPage } from './award.ts';
import type { CostSummaryPage } from './cost-summary.ts';
import type { CostsPage } from './costs.ts';
import type { ReplicatesPage } from './replicates.ts';
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
  replicateMean: { zh: '奖励合计 − 各次模拟平均', en: 'Award less mean of the replicates' },
  settlers: { zh: '落户人数 − indicators.csv（人）', en: 'Settlers less indicators.csv (persons)' },
  payers: { zh: '成本：按服务 − 按支出责任', en: 'Cost: services less payers' },
  budgets: { zh: '成本：按服务 − 按预算', en: 'Cost: services less budgets' },
  counties: { zh: '成本：全市 − 各县区之和', en: 'Cost: city less counties' },
  residents: {
    zh: '常住人口：五类之和 − indicators.csv（人）',
    en: 'Residents: five groups less indicators.csv (persons)',
  },
};

interface CheckedParts {
  readonly settlers: SettlersPage;
  readonly replicates: ReplicatesPage;
  readonly award: AwardPage;
  readonly served: ServedPage;
  readonly costs: CostsPage;
  readonly costSummary: CostSummaryPage;
}

/** Which run stands behind the book, and the sums that must agree. */
export function provenancePage(context: Context, parts: CheckedParts): { readonly sheet: Sheet } {
  const { result, say: text } = context;
  const { years } = result;
  const { run } = result.counts;
  const sheet = newSheet(text(say.name), 'text', [44, ...years.map(() => 10), 10], { titleColumns: 1 });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  const facts: Record<keyof typeof say.facts, string> = {
    scenario: run.scenario,
    title: text(run.title),
    city: `${text(run.cityName)} ${run.city}`,
    years: `${run.baseYear}–${run.endYear}`,
    replicates: String(run.replicates),
    sample: `${run.sample * 100}%`,
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
  for (const [name, content] of checks(context, parts, (indicator, i) => of(fromFile[indicator][i])))
    table.line({
      names: [name],
      format: 'number',
      content: (year, i) => round(content(year, i), DIGITS),
      after: [(cells) => verdict(range(cells[0], cells.at(-1)!), context)],
    });
  return { sheet };
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
  { settlers, replicates, award, served, costs, costSummary }: CheckedParts,
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
    [text(say.settlers), (year, i) => minus(of(settlers.settled('city', year)), fromFile('award_settlers', i))],
    [text(say.residents), (year, i) => minus(added(byGroup(year)), fromFile('resident_population', i))],
    [text(say.payers), (year) => minus(total(year), of(costSummary.payers(year)))],
    [text(say.budgets), (year) => minus(total(year), of(costSummary.budgets(year)))],
    [text(say.counties), (year) => minus(total(year), added(byCounty(year)))],
  ];
}
