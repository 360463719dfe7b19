import type { MoneyName } from '../indicator/table/money.ts';
import { award } from './award.ts';
import { publicPayers } from './costs.ts';
import type { Coefficient, CostRow, FiscalCounts } from './result.ts';
import { settledBuilding } from './settled-building.ts';
import { spending } from './spending.ts';

/** Yuan of one area (`city` or a code) in one year, current prices. */
interface YearlyMoney {
  readonly area: string;
  readonly year: number;
  readonly yuan: Readonly<Record<MoneyName, number>>;
}

/**
 * The sums of the fiscal tables that two runs are compared by: figures `fiscal()` has too, without the tables around them.
 * The city comes first, then the areas in their order, year by year.
 */
export function yearlyMoney(counts: FiscalCounts, coefficients: readonly Coefficient[]): YearlyMoney[] {
  const { book, means, years, spent, who } = spending(counts, coefficients);
  const building = settledBuilding(means, years, spent);
  const given = summed(award(counts, years, book).amounts.filter(({ form }) => form === 'envelope'));
  const of = (kind: CostRow['kind']) =>
    summed(
      spent
        .filter((row) => row.kind === kind && publicPayers.includes(row.payer))
        .map(({ area, year, current }) => ({ area, year, yuan: current })),
    );
  const [running, built] = [of('operating'), of('capital')];
  return who.map(({ area, year, arrivalYuan }) => {
    const key = `${area} ${year}`;
    const [settled, awarded] = [building.get(key)!, given.get(key)!];
    return {
      area,
      year,
      yuan: {
        public_running_yuan: running.get(key)!,
        public_building_yuan: built.get(key)!,
        settled_running_yuan: arrivalYuan,
        settled_building_yuan: settled,
        award_yuan: awarded,
        award_gap_yuan: arrivalYuan + settled - awarded,
      },
    };
  });
}

/** Amounts added up by `<area> <year>`. */
function summed(rows: readonly { readonly area: string; readonly year: number; readonly yuan: number }[]) {
  const sums = new Map<string, number>();
  for (const { area, year, yuan } of rows) {
    const key = `${area} ${year}`;
    sums.set(key, (sums.get(key) ?? 0) + yuan);
  }
  return sums;
}
