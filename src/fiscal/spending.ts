import { openBook } from './book.ts';
import { costs, quantitiesOf, standardOf } from './costs.ts';
import { demand } from './demand.ts';
import { itemsOf } from './items.ts';
import { ledger } from './ledger.ts';
import { openMeans } from './means.ts';
import type { Coefficient, FiscalCounts, Standard } from './result.ts';
import { schools } from './schools.ts';
import { type SettledCost, settledCost } from './settled-cost.ts';

/**
 * What the services of a run cost and what of it the settled cause: demand, school seats, unit costs, cost by item and payer,
 * and the ledger of arrival and origin.
 */
export function spending(counts: FiscalCounts, coefficients: readonly Coefficient[]) {
  const { run } = counts;
  const book = openBook(coefficients);
  const means = openMeans(counts);
  const years = Array.from({ length: run.endYear - run.baseYear }, (_, t) => run.baseYear + 1 + t);

  const needed = demand(means, years, book);
  const capital = schools(means, run.baseYear, years, book);
  const items = itemsOf(book);
  const standards = items.flatMap((item) => years.map((year) => standardOf(item, year, book)));
  const standardAt = new Map(standards.map((each): [string, Standard] => [`${each.item} ${each.year}`, each]));
  const quantities = quantitiesOf(needed, capital, means, run.baseYear);
  const spent = costs(items, standardAt, quantities, means.areas, years, book);

  const known = new Map<string, SettledCost>();
  const costOf = (area: string, year: number): SettledCost => {
    const key = `${area} ${year}`;
    const cost = known.get(key) ?? settledCost(area, year, means, items, standardAt, book);
    known.set(key, cost);
    return cost;
  };
  const privateCostOf = (area: string, year: number): SettledCost =>
    settledCost(area, year, means, items, standardAt, book, 'private');
  return {
    book,
    means,
    years,
    needed,
    capital,
    items,
    standards,
    spent,
    costOf,
    privateCostOf,
    who: ledger(means, years, costOf),
  };
}
