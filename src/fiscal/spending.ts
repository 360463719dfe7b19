import { vintagesOf } from './award-base.ts';
import { openBook } from './book.ts';
import { childrenCost } from './children-cost.ts';
import { costs, quantitiesOf, standardOf } from './costs.ts';
import { demand } from './demand.ts';
import { itemsOf } from './items.ts';
import { ledger } from './ledger.ts';
import { openMeans } from './means.ts';
import { type Coefficient, type FiscalCounts, type Payer, privatePayers, type Standard } from './result.ts';
import { ruralShares } from './rural-shares.ts';
import { schools } from './schools.ts';
import { type SettledCost, settledCost } from './settled-cost.ts';
import { effectiveCounts } from './stated.ts';

/**
 * What the services of a run cost and what of it the settled and the accompanying children cause: stated counts taken in, demand,
 * school seats, unit costs, cost by item and payer, and the ledger of arrival and origin by level of government.
 */
export function spending(given: FiscalCounts, coefficients: readonly Coefficient[]) {
  const { run } = given;
  const book = openBook(coefficients);
  const years = Array.from({ length: run.endYear - run.baseYear }, (_, t) => run.baseYear + 1 + t);
  const counts = effectiveCounts(given, vintagesOf(book, years[0]));
  const means = openMeans(counts);

  const needed = demand(means, years, book);
  const capital = schools(means, run.baseYear, years, book);
  const items = itemsOf(book);
  const standards = items.flatMap((item) => years.map((year) => standardOf(item, year, book)));
  const standardAt = new Map(standards.map((each): [string, Standard] => [`${each.item} ${each.year}`, each]));
  const quantities = quantitiesOf(needed, capital, means, run.baseYear);
  const spent = costs(items, standardAt, quantities, means.areas, years, book);

  const known = new Map<string, SettledCost>();
  const costOf = (area: string, year: number, payers: readonly Payer[]): SettledCost => {
    const key = `${area} ${year} ${payers.join()}`;
    const cost = known.get(key) ?? settledCost(area, year, means, items, standardAt, book, payers);
    known.set(key, cost);
    return cost;
  };
  const rural = ruralShares(means, years);
  return {
    counts,
    book,
    means,
    years,
    needed,
    capital,
    items,
    standards,
    spent,
    costOf,
    privateCostOf: (area: string, year: number): SettledCost => costOf(area, year, privatePayers),
    rural,
    ofChildren: childrenCost(means, years, items, standardAt, spent),
    who: ledger(given, means, years, rural, costOf),
  };
}
