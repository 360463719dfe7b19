import { award } from './award.ts';
import { budget } from './budget.ts';
import { comparison, type Estimate } from './comparison.ts';
import { definitions } from './definitions.ts';
import { measures } from './measures.ts';
import { notes } from './notes.ts';
import { debt, funds, land } from './other-money.ts';
import { perPerson } from './per-person.ts';
import type { Coefficient, FiscalCounts, FiscalResult } from './result.ts';
import { spending } from './spending.ts';

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
  const { book, means, years, needed, capital, items, standards, spent, costOf, privateCostOf, who } = spending(
    counts,
    coefficients,
  );
  const given = award(counts, years, book);
  const owed = debt(spent, years, book);
  const each = perPerson(means, years, costOf, privateCostOf);
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
    definitions: definitions(means, counts.areas, years, given.rates, book),
    comparison: comparison(estimates, each, book),
    notes,
  };
}
