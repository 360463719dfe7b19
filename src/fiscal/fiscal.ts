import { award } from './award.ts';
import { vintagesOf } from './award-base.ts';
import { budget } from './budget.ts';
import { comparison, type Estimate } from './comparison.ts';
import { definitions } from './definitions.ts';
import { lifetime } from './lifetime.ts';
import { measures } from './measures.ts';
import { notes } from './notes.ts';
import { debt, funds, land } from './other-money.ts';
import { perPerson } from './per-person.ts';
import { type Coefficient, type FiscalCounts, type FiscalResult, publicPayers } from './result.ts';
import { rollingPlan } from './rolling-plan.ts';
import { settledBuilding } from './settled-building.ts';
import { spending } from './spending.ts';
import { effectiveCounts } from './stated.ts';

/**
 * The fiscal tables of a finished run, from its counts and the coefficients alone:
 * 1 the award, 2 demand of the services, 3 school seats, 4 cost by item and payer, 5 who pays and who saves when people settle,
 * 6 land, funds and debt, 7 the budget view, 8 what hangs on a definition, the cost of a life, and published estimates beside ours.
 * The same counts and coefficients give the same result.
 * @param estimates published estimates of data/citizenization-cost.csv
 */
export function fiscal(
  given: FiscalCounts,
  coefficients: readonly Coefficient[],
  estimates: readonly Estimate[] = [],
): FiscalResult {
  const spent = spending(given, coefficients);
  const { counts, book, means, years, costOf, privateCostOf, who } = spent;
  const received = award(counts, years, book);
  const owed = debt(spent.spent, years, book);
  const each = perPerson(means, years, (area, year) => costOf(area, year, publicPayers), privateCostOf);
  const priceYear = book.at('price.year');
  const life = lifetime(means, years.includes(priceYear) ? priceYear : years[0], spent.items, spent.standards, book);
  const building = settledBuilding(means, spent.spent, spent.rural);
  const localCostYuan = (year: number): number => {
    const own = who.find((row) => row.area === 'city' && row.year === year && row.level === 'local')!;
    const built = means.areas.reduce(
      (sum, area) => sum + building(area, year, 'city') + building(area, year, 'county'),
      0,
    );
    return own.netYuan + built;
  };
  const vintages = vintagesOf(book, years[0]);
  const simulated = effectiveCounts({ ...given, stated: [] }, vintages);
  const rolling = rollingPlan(
    years,
    { award: received, stated: counts, simulated, costYuan: localCostYuan },
    vintages,
    book,
  );
  const parts = { award: received, costs: spent.spent, ledger: who, debt: owed, building, rolling };
  return {
    format: 2,
    counts: given,
    years,
    priceYear,
    coefficients,
    award: received,
    standards: spent.standards,
    measures,
    demand: spent.needed,
    items: spent.items,
    costs: spent.spent,
    capital: spent.capital,
    perPerson: each,
    ledger: who,
    funds: funds(means, years, book),
    land: land(means, years, book),
    debt: owed,
    budget: budget(means, years, { ...parts, ofChildren: spent.ofChildren }, book),
    definitions: definitions(means, counts, years, received, book),
    lifetime: life,
    comparison: comparison(estimates, each, life, book),
    notes,
  };
}
