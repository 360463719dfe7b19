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
import { stages } from './schools.ts';

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
  const all = new Map(years.map((year) => [year, rowOf(year, means, parts)]));
  const rolling = years.flatMap((made) =>
    years
      .filter((year) => year > made && year <= made + PLAN_YEARS)
      .map((year) => {
        const { committedYuan, capitalYuan, awardYuan } = all.get(year)!;
        return { made, year, committedYuan, capitalYuan, awardYuan };
      }),
  );
  return {
    from: shown[0]!,
    to: shown.at(-1)!,
    rows: shown.map((year) => all.get(year)!),
    byBudget: byBudget(parts.costs, years),
    rolling,
  };
}

function rowOf(year: number, means: Means, { amounts, costs, ledger, debt }: Parts): BudgetRow {
  const city = ledger.find((row) => row.area === 'city' && row.year === year)!;
  const { grossYuan, alreadyBorneYuan, arrivalYuan: committedYuan, settledStock: settledPersons } = city;
  const capitalYuan = capitalOfSettled(year, means, costs);
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

/** The settled's part of new schools and dwellings: by county, as many as they are of those who use them. */
function capitalOfSettled(year: number, means: Means, costs: readonly CostRow[]): number {
  return means.areas.reduce((sum, area) => {
    const built = (item: string): number =>
      costs.reduce(
        (yuan, row) => (row.item === item && row.area === area && row.year === year ? yuan + row.current : yuan),
        0,
      );
    const share = (counter: string, users: number): number =>
      users > 0 ? means.byGroup(area, year, counter).settled / users : 0;
    const seats = stages.reduce(
      (yuan, stage) => yuan + built(`${stage}_seats`) * share(stage, means.of(area, year, `town_pupils.${stage}`)),
      0,
    );
    const tenants = Object.values(means.byGroup(area, year, 'public_rental')).reduce((all, each) => all + each, 0);
    return sum + seats + built('rental_building') * share('public_rental', tenants);
  }, 0);
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
