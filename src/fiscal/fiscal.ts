import { award } from './award.ts';
import { openBook } from './book.ts';
import { budget } from './budget.ts';
import { comparison, type Estimate } from './comparison.ts';
import { costs, quantitiesOf, standardOf } from './costs.ts';
import { definitions } from './definitions.ts';
import { demand } from './demand.ts';
import { itemsOf } from './items.ts';
import { ledger } from './ledger.ts';
import { openMeans } from './means.ts';
import { measures } from './measures.ts';
import { notes } from './notes.ts';
import { debt, funds, land } from './other-money.ts';
import { perPerson } from './per-person.ts';
import type { Coefficient, FiscalCounts, FiscalResult, Standard } from './result.ts';
import { schools } from './schools.ts';
import { type SettledCost, settledCost } from './settled-cost.ts';

/**
 * The fiscal tables of a finished run, from its counts and the coefficients alone:
 * 1 the award, 2 demand of the services, 3 school seats, 4 cost by item and payer, 5 who pays and who saves when people settle,
 * 6 land, funds and debt, 7 the budget view, 8 what hangs on a definition, and published estimates beside ours.
 * The same counts and coefficients give the same result.
 * @param estimates published estimates of data/citizenization-cost.csv
 */
export function fiscal(
  counts: FiscalCounts,
  coefficients: readonly Coefficient[],
  estimates: readonly Estimate[] = [],
): FiscalResult {
  const { run, areas } = counts;
  const book = openBook(coefficients);
  const means = openMeans(counts);
  const years = Array.from({ length: run.endYear - run.baseYear }, (_, t) => run.baseYear + 1 + t);

  const given = award(counts, years, book);
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
  const who = ledger(means, years, costOf);
  const owed = debt(spent, years, book);
  const each = perPerson(means, years, costOf, (area, year) =>
    settledCost(area, year, means, items, standardAt, book, 'private'),
  );

  return {
    format: 1,
    counts,
    years,
    priceYear: book.at('price.year'),
    coefficients,
    award: given,
    standards,
    measures,
    demand: needed,
    items,
    costs: spent,
    capital,
    perPerson: each,
    ledger: who,
    funds: funds(means, years, book),
    land: land(means, years, book),
    debt: owed,
    budget: budget(means, years, { amounts: given.amounts, costs: spent, ledger: who, debt: owed }, book),
    definitions: definitions(means, areas, years, given.rates, book),
    comparison: comparison(estimates, each, book),
    notes,
  };
}
