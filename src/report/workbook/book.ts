import type { FiscalResult } from '../../fiscal/result.ts';
import type { Localized } from '../../language/language.ts';
import type { OwnTable } from '../own-table-input.ts';
import type { FigureBeside } from '../read/read-own-figures.ts';
import { contextOf } from './context.ts';
import { allotmentPage } from './page/allotment.ts';
import { assumptionsPage } from './page/assumptions.ts';
import { awardPage } from './page/award.ts';
import { awardCalculationPage } from './page/award-calculation.ts';
import { basisPage } from './page/basis.ts';
import { budgetPage } from './page/budget.ts';
import { cashPage } from './page/cash.ts';
import { coefficientsPage } from './page/coefficients.ts';
import { comparisonPage } from './page/comparison.ts';
import { contentsPage } from './page/contents.ts';
import { costSummaryPage } from './page/cost-summary.ts';
import { costsPage } from './page/costs.ts';
import { demandPage } from './page/demand.ts';
import { inputsPage } from './page/inputs.ts';
import { ledgerPage } from './page/ledger.ts';
import { lifetimePage } from './page/lifetime.ts';
import { newSettlerPage } from './page/new-settler.ts';
import { otherMoneyPage } from './page/other-money.ts';
import { ownFiguresPage } from './page/own-figures.ts';
import { ownTablesPage } from './page/own-tables.ts';
import { perPersonPage } from './page/per-person.ts';
import { performancePage } from './page/performance.ts';
import { poolPage } from './page/pool.ts';
import { provenancePage } from './page/provenance.ts';
import { replicatesPage } from './page/replicates.ts';
import { rollingPlanPage } from './page/rolling-plan.ts';
import { schoolsPage } from './page/schools.ts';
import { sensitivityPage } from './page/sensitivity.ts';
import { servedPage } from './page/served.ts';
import { settledPage } from './page/settled.ts';
import { settlersPage } from './page/settlers.ts';
import { signOffPage } from './page/sign-off.ts';
import { standardsPage } from './page/standards.ts';
import { summaryPage } from './page/summary.ts';
import { termsPage } from './page/terms.ts';
import { waysOfCountingPage } from './page/ways-of-counting.ts';
import type { Book } from './sheet.ts';

/**
 * The book of a fiscal result, cell by cell:
 * 1 the coefficients, 2 the counts of the run, 3 the award, 4 demand and cost, 5 who pays and who saves, 6 the budget,
 * 7 words and sources, 8 the summary over all of them; in the file the summary comes first.
 */
export function bookOf(result: FiscalResult, lang: keyof Localized, prepared: Prepared = {}): Book {
  const context = contextOf(result, lang);
  const coefficients = coefficientsPage(context);
  const inputs = inputsPage(context);
  const pool = poolPage(context, coefficients);
  const replicates = replicatesPage(context, coefficients, pool, inputs);
  const settlers = settlersPage(context, replicates, inputs);
  const steps = awardCalculationPage(context, coefficients, pool, replicates, inputs);
  const award = awardPage(context, steps);
  const newSettler = newSettlerPage(context, coefficients, pool);
  const served = servedPage(context);
  const demand = demandPage(context, coefficients, served);
  const schools = schoolsPage(context, coefficients);
  const standards = standardsPage(context, coefficients);
  const costs = costsPage(context, demand, schools, standards);
  const costSummary = costSummaryPage(context, coefficients, standards, costs);
  const settled = settledPage(context, coefficients, served, standards);
  const perPerson = perPersonPage(context, served, settled);
  const ledger = ledgerPage(context, settlers, served, settled);
  const other = otherMoneyPage(context, coefficients, settlers, standards, costs);
  const money = { coefficients, inputs, settlers, steps, standards, ledger, costs, schools, served, other };
  const budget = budgetPage(context, money);
  const cash = cashPage(context, coefficients, inputs, budget);
  const rolling = rollingPlanPage(context, { coefficients, pool, inputs, replicates, budget, cash });
  const { run } = result.counts;
  const title = `${context.say(run.cityName)}${context.say(say.title)}`;
  const performance = performancePage(context, { settlers, cash, schools, budget });
  const ways = waysOfCountingPage(context, coefficients, pool, steps);
  const lifetime = lifetimePage(context, coefficients, served, standards);
  const comparison = comparisonPage(context, coefficients, perPerson, lifetime);
  const assumptions = assumptionsPage(context, coefficients);
  const typed = { coefficients, inputs, settlers, schools, cash };
  const provenance = provenancePage(context, { replicates, award, served, costs, costSummary, ...typed });
  const { faults } = provenance;
  const summary = summaryPage(context, title, { settlers, award, budget, newSettler, costSummary, faults });
  const allotment = allotmentPage(context, { coefficients, steps, settlers });
  const sensitivity = sensitivityPage(context, { coefficients, steps });
  const { tables = [], figures = [] } = prepared;
  const pages = [
    ...[summary, inputs, coefficients, settlers, award, newSettler, ways, budget, cash, rolling],
    ...[allotment, sensitivity, basisPage(context)],
    ...[demand, costSummary, perPerson, lifetime, comparison, ledger, other, performance],
    ...(figures.length > 0 ? [ownFiguresPage(context, figures)] : []),
    ...(tables.length > 0 ? [ownTablesPage(context, tables)] : []),
    ...[assumptions, termsPage(context), signOffPage(context), provenance],
    ...[steps, pool, costs, standards, schools, settled, served, replicates],
  ];
  const listed = pages.map(({ sheet }) => sheet);
  return {
    title,
    subject: context.say(run.title),
    lang,
    declared: context.say(declared(run)),
    prepared: context.say(preparedBy(prepared)),
    sheets: [summary.sheet, contentsPage(context, listed), ...listed.slice(1)],
    names: coefficients.finish(),
  };
}

/** Who draws the book up, and when, and what else of the run belongs into it. */
export interface Prepared {
  readonly unit?: string | undefined;
  /** As 2026-12-01. */
  readonly date?: string | undefined;
  /** Tables of one's own. */
  readonly tables?: readonly OwnTable[];
  /** Figures of one's own beside the run. */
  readonly figures?: readonly FigureBeside[];
}

const BLANK = '________';
export const preparedBy = ({ unit = BLANK, date = BLANK }: Prepared): Localized => ({
  zh: `编制单位：${unit}　编制日期：${date}`,
  en: `Drawn up by: ${unit}   Date: ${date}`,
});

/** What the run behind the figures was: how many replicates, of how many households. */
function declared({ replicates, sample }: FiscalResult['counts']['run']): Localized {
  const share = `${Number((100 * sample).toFixed(1))}%`;
  const one = replicates === 1;
  return {
    zh: `${one ? '单次模拟，P10、P50、P90 不是分位数' : `${replicates}次模拟的平均`}；${sample < 1 ? `抽样${share}家庭` : '全部家庭'}`,
    en: `${one ? 'a single replicate: P10, P50 and P90 are no percentiles' : `means of ${replicates} replicates`}; ${sample < 1 ? `a sample of ${share} of the households` : 'all households'}`,
  };
}

const say = { title: { zh: '市民化奖励资金与公共服务成本测算', en: ': award fund and service cost of settlement' } };
