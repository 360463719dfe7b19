import type { FiscalResult } from '../../fiscal/result.ts';
import type { Localized } from '../../language/language.ts';
import { contextOf } from './context.ts';
import { assumptionsPage } from './page/assumptions.ts';
import { awardPage } from './page/award.ts';
import { awardCalculationPage } from './page/award-calculation.ts';
import { budgetPage } from './page/budget.ts';
import { cashPage } from './page/cash.ts';
import { coefficientsPage } from './page/coefficients.ts';
import { comparisonPage } from './page/comparison.ts';
import { costSummaryPage } from './page/cost-summary.ts';
import { costsPage } from './page/costs.ts';
import { demandPage } from './page/demand.ts';
import { ledgerPage } from './page/ledger.ts';
import { otherMoneyPage } from './page/other-money.ts';
import { perPersonPage } from './page/per-person.ts';
import { performancePage } from './page/performance.ts';
import { poolPage } from './page/pool.ts';
import { provenancePage } from './page/provenance.ts';
import { replicatesPage } from './page/replicates.ts';
import { schoolsPage } from './page/schools.ts';
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
export function bookOf(result: FiscalResult, lang: keyof Localized): Book {
  const context = contextOf(result, lang);
  const coefficients = coefficientsPage(context);
  const pool = poolPage(context, coefficients);
  const replicates = replicatesPage(context, coefficients, pool);
  const settlers = settlersPage(context, replicates);
  const steps = awardCalculationPage(context, coefficients, pool, replicates);
  const award = awardPage(context, steps);
  const cash = cashPage(context, coefficients, award);
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
  const budget = budgetPage(context, { award, ledger, costs, schools, served, other });
  const { run } = result.counts;
  const title = `${context.say(run.cityName)}${context.say(say.title)}`;
  const summary = summaryPage(context, title, { settlers, award, steps, budget, costSummary });
  const performance = performancePage(context, { settlers, award, cash, schools, perPerson, budget });
  const ways = waysOfCountingPage(context, coefficients, pool, steps);
  const comparison = comparisonPage(context, coefficients, perPerson);
  const assumptions = assumptionsPage(context, coefficients);
  const provenance = provenancePage(context, { settlers, replicates, award, served, costs, costSummary });
  const pages = [
    ...[summary, settlers, coefficients, award, ways, cash, budget],
    ...[demand, costSummary, perPerson, comparison, ledger, other, performance],
    ...[assumptions, termsPage(context), signOffPage(context), provenance],
    ...[steps, pool, costs, standards, schools, settled, served, replicates],
  ];
  return {
    title,
    subject: context.say(run.title),
    lang,
    sheets: pages.map(({ sheet }) => sheet),
    names: coefficients.finish(),
  };
}

const say = { title: { zh: '市民化奖励资金与公共服务成本测算', en: ': award fund and service cost of settlement' } };
