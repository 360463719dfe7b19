import type { Localized } from '../language/language.ts';
import type { Coefficient } from '../scenario/coefficient.ts';
import type { Award } from './result/award.ts';
import type {
  Budget,
  ComparisonRow,
  DebtRow,
  DefinitionRow,
  FundRow,
  LandRow,
  LedgerRow,
  PerPersonRow,
} from './result/budget.ts';
import type { CapitalRow, CostItem, CostRow, DemandRow, Measure, Standard } from './result/cost.ts';
import type { FiscalCounts } from './result/counts.ts';
import type { Lifetime } from './result/lifetime.ts';

export type { Coefficient } from '../scenario/coefficient.ts';
export type { Mark } from '../scenario/mark.ts';
export * from './result/award.ts';
export * from './result/budget.ts';
export * from './result/cost.ts';
export * from './result/counts.ts';
export * from './result/lifetime.ts';

/**
 * What the fiscal office gets from a finished run: plain values, everything a table, a workbook or a chart needs and nothing
 * of the model. Money is yuan, years are calendar years, areas are `city` or a six-digit code.
 *
 * Every amount follows from `counts` and `coefficients` by the formulas written beside the fields, so that a workbook can
 * carry them as live cells.
 */
export interface FiscalResult {
  readonly format: 2;
  /** What went in; `fiscal(counts, coefficients)` gives the same result again. */
  readonly counts: FiscalCounts;
  /** Years after the base year, in which something is settled and paid. */
  readonly years: readonly number[];
  /** Year whose prices `constant` amounts are in. */
  readonly priceYear: number;
  readonly coefficients: readonly Coefficient[];
  readonly award: Award;
  readonly standards: readonly Standard[];
  readonly measures: readonly Measure[];
  readonly demand: readonly DemandRow[];
  readonly items: readonly CostItem[];
  readonly costs: readonly CostRow[];
  readonly capital: readonly CapitalRow[];
  readonly perPerson: readonly PerPersonRow[];
  readonly ledger: readonly LedgerRow[];
  readonly funds: readonly FundRow[];
  readonly land: readonly LandRow[];
  readonly debt: readonly DebtRow[];
  readonly budget: Budget;
  readonly definitions: readonly DefinitionRow[];
  readonly lifetime: Lifetime;
  readonly comparison: readonly ComparisonRow[];
  /** What the figures cannot tell, and the traps they avoid. */
  readonly notes: readonly Localized[];
}
