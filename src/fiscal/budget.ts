import type { Book } from './book.ts';
import type { Means } from './means.ts';
import {
  type AwardAmount,
  type AwardForm,
  awardForms,
  type Budget,
  type BudgetRow,
  budgets,
  type CostRow,
  type DebtRow,
  type LedgerRow,
} from './result.ts';
import { settledBuilding } from './settled-building.ts';

interface Parts {
  readonly amounts: readonly AwardAmount[];
  readonly costs: readonly CostRow[];
  readonly ledger: readonly LedgerRow[];
  readonly debt: readonly DebtRow[];
}

/** Years a rolling plan looks ahead. */
const PLAN_YEARS = 3;

/** The expenditure the settlement path commits over the years of the budget view, and what the award covers. */
export function budget(means: Means, years: readonly number[], parts: Parts, book: Book): Budget {
  const from = book.at('budget.from');
  const shown = years.filter((year) => year >= from && year < from + book.at('budget.years'));
  const building = settledBuilding(means, years, parts.costs);
  const all = new Map(years.map((year) => [year, rowOf(year, building.get(`city ${year}`)!, parts)]));
  const rolling = years.flatMap((made) =>
    years
      .filter((year) => year > made && year <= made + PLAN_YEARS)
      .map((year) => {
        const { committedYuan, capitalYuan, awardYuan } = all.get(year)!;
        return { made, year, committedYuan, capitalYuan, awardYuan };
      }),
  );
  return {
    from: shown[0],
    to: shown.at(-1)!,
    rows: shown.map((year) => all.get(year)!),
    all: [...all.values()],
    byBudget: byBudget(parts.costs, years),
    rolling,
  };
}

function rowOf(year: number, capitalYuan: number, { amounts, ledger, debt }: Parts): BudgetRow {
  const city = ledger.find((row) => row.area === 'city' && row.year === year)!;
  const { grossYuan, alreadyBorneYuan, arrivalYuan: committedYuan, settledStock: settledPersons } = city;
  const ofForm = (value: (form: AwardForm) => number) =>
    Object.fromEntries(awardForms.map((form) => [form, value(form)])) as Record<AwardForm, number>;
  const awardYuan = ofForm((form) =>
    amounts.reduce(
      (sum, row) => (row.form === form && row.area === 'city' && row.year === year ? sum + row.yuan : sum),
      0,
    ),
  );
  const percent = (part: number, whole: number): number => (whole > 0 ? (100 * part) / whole : Number.NaN);
  const owed = debt.find((row) => row.year === year)!;
  return {
    year,
    settledPersons,
    grossYuan,
    alreadyBorneYuan,
    committedYuan,
    capitalYuan,
    debtServiceYuan: owed.interest + owed.principal,
    awardYuan,
    coverOfCommitted: ofForm((form) => percent(awardYuan[form], committedYuan + capitalYuan)),
    coverOfGross: ofForm((form) => percent(awardYuan[form], grossYuan + capitalYuan)),
    gapYuan: ofForm((form) => committedYuan + capitalYuan - awardYuan[form]),
  };
}

function byBudget(costs: readonly CostRow[], years: readonly number[]): Budget['byBudget'] {
  const kinds = ['operating', 'capital'] as const;
  return budgets.flatMap((name) =>
    kinds.flatMap((kind) =>
      years.map((year) => {
        const rows = costs.filter(
          (row) => row.area === 'city' && row.budget === name && row.kind === kind && row.year === year,
        );
        return { budget: name, kind, year, yuan: rows.reduce((sum, { current }) => sum + current, 0) };
      }),
    ),
  );
}
