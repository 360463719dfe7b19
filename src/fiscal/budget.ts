import { balance, byForm } from './balance.ts';
import type { Book } from './book.ts';
import type { ChildrenCost } from './children-cost.ts';
import type { Means } from './means.ts';
import {
  type Award,
  type AwardForm,
  type Budget,
  type BudgetRow,
  budgets,
  type CityBudgetRow,
  type CostRow,
  type DebtRow,
  type LedgerRow,
  type LocalLevel,
  levelPayers,
  localLevels,
  type Payer,
} from './result.ts';

interface Parts {
  readonly award: Award;
  readonly costs: readonly CostRow[];
  readonly ledger: readonly LedgerRow[];
  readonly debt: readonly DebtRow[];
  readonly building: (area: string, year: number, payer: Payer) => number;
  readonly ofChildren: (area: string, year: number, payer: Payer) => ChildrenCost;
  readonly rolling: Budget['rolling'];
}

const CITY = 'city';

/**
 * What the settlement path commits at each local level of government, the settlers' part of the award against the settlers' cost and the
 * children's part against the children's, area by area.
 */
export function budget(means: Means, years: readonly number[], parts: Parts, book: Book): Budget {
  // a view asked for outside the run begins at its nearer end
  const from = Math.min(Math.max(book.at('budget.from'), years[0]), years.at(-1)!);
  const shown = years.filter((year) => year >= from && year < from + book.at('budget.years'));
  const rows = years.flatMap((year) => localLevels.flatMap((level) => rowsOf(means, year, level, parts, book)));
  return {
    from: shown[0],
    to: shown.at(-1)!,
    rows,
    city: years.map((year) => cityRow(year, rows, parts, book)),
    byBudget: byBudget(parts.costs, years),
    rolling: parts.rolling,
  };
}

/** Part of the award a level has; the counties what the city's own budget leaves. */
function awardShare(level: LocalLevel, book: Book): number {
  const kept = book.at('award.city_level_share');
  return { local: 1, city: kept, county: 1 - kept }[level];
}

function rowsOf(means: Means, year: number, level: LocalLevel, parts: Parts, book: Book): BudgetRow[] {
  const payers = levelPayers[level];
  const sumOf = (of: (payer: Payer) => number): number => payers.reduce((sum, payer) => sum + of(payer), 0);
  const share = awardShare(level, book);
  const received = (area: string, form: AwardForm) =>
    parts.award.received.find((row) => row.form === form && row.area === area && row.year === year)!;
  const areas = means.areas.map((area): BudgetRow => {
    const own = parts.ledger.find((row) => row.area === area && row.year === year && row.level === level)!;
    const { settledStock: settledPersons, grossYuan, alreadyBorneYuan, arrivalYuan, originSavingYuan } = own;
    const buildingYuan = sumOf((payer) => parts.building(area, year, payer));
    const schoolingYuan = sumOf((payer) => parts.ofChildren(area, year, payer).schoolingYuan);
    const childrenBuildingYuan = sumOf((payer) => parts.ofChildren(area, year, payer).buildingYuan);
    return {
      area,
      year,
      level,
      settledPersons,
      grossYuan,
      alreadyBorneYuan,
      runningYuan: arrivalYuan,
      originSavingYuan,
      buildingYuan,
      settlers: balance(
        arrivalYuan - originSavingYuan + buildingYuan,
        byForm((form) => share * received(area, form).settlersYuan),
      ),
      children: means.of(area, year, 'award_children'),
      schoolingYuan,
      childrenBuildingYuan,
      schooling: balance(
        schoolingYuan + childrenBuildingYuan,
        byForm((form) => share * received(area, form).childrenYuan),
      ),
    };
  });
  return [added(areas), ...areas];
}

/** The city's row: every amount the sum of its areas', gaps and surpluses struck on the sums. */
function added(rows: readonly BudgetRow[]): BudgetRow {
  const sum = (of: (row: BudgetRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const of = (part: 'settlers' | 'schooling') =>
    balance(
      sum((row) => row[part].costYuan),
      byForm((form) => sum((row) => row[part].awardYuan[form])),
    );
  return {
    area: CITY,
    year: rows[0].year,
    level: rows[0].level,
    settledPersons: sum((row) => row.settledPersons),
    grossYuan: sum((row) => row.grossYuan),
    alreadyBorneYuan: sum((row) => row.alreadyBorneYuan),
    runningYuan: sum((row) => row.runningYuan),
    originSavingYuan: sum((row) => row.originSavingYuan),
    buildingYuan: sum((row) => row.buildingYuan),
    settlers: of('settlers'),
    children: sum((row) => row.children),
    schoolingYuan: sum((row) => row.schoolingYuan),
    childrenBuildingYuan: sum((row) => row.childrenBuildingYuan),
    schooling: of('schooling'),
  };
}

function cityRow(year: number, rows: readonly BudgetRow[], { debt }: Parts, book: Book): CityBudgetRow {
  const owed = debt.find((row) => row.year === year)!;
  const revenueYuan = book.dated('debt.revenue', year).value;
  const own = rows.find((row) => row.area === CITY && row.level === 'local' && row.year === year)!;
  return {
    year,
    debtServiceYuan: owed.interest + owed.principal,
    revenueYuan,
    settlersOfRevenuePercent: (100 * own.settlers.costYuan) / revenueYuan,
    schoolingOfRevenuePercent: (100 * own.schooling.costYuan) / revenueYuan,
  };
}

function byBudget(costs: readonly CostRow[], years: readonly number[]): Budget['byBudget'] {
  const kinds = ['operating', 'capital'] as const;
  return budgets.flatMap((name) =>
    kinds.flatMap((kind) =>
      years.map((year) => {
        const rows = costs.filter(
          (row) => row.area === CITY && row.budget === name && row.kind === kind && row.year === year,
        );
        return { budget: name, kind, year, yuan: rows.reduce((sum, { current }) => sum + current, 0) };
      }),
    ),
  );
}
