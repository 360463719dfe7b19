import { servedGroups } from '../indicator/names.ts';
import type { LocalName } from '../scenario/city-data.ts';
import type { Coefficient } from '../scenario/coefficient.ts';
import type { Mark } from '../scenario/scenario.ts';

export type { Coefficient, CoefficientKind } from '../scenario/coefficient.ts';
export type { Mark } from '../scenario/scenario.ts';

/**
 * What the fiscal office gets from a finished run: plain values, everything a table, a workbook or a chart needs and nothing
 * of the model. Money is yuan, years are calendar years, areas are `city` or a six-digit code.
 *
 * Every amount follows from `counts` and `coefficients` by the formulas written beside the fields, so that a workbook can
 * carry them as live cells.
 */
export interface FiscalResult {
  readonly format: 1;
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
  readonly comparison: readonly ComparisonRow[];
  /** What the figures cannot tell, and the traps they avoid. */
  readonly notes: readonly LocalName[];
}

export interface FiscalRun {
  readonly scenario: string;
  readonly title: LocalName;
  readonly city: string;
  readonly cityName: LocalName;
  readonly baseYear: number;
  readonly endYear: number;
  readonly replicates: number;
  readonly sample: number;
  readonly seed: string;
  /** How registered urbanization is counted in the run (`--definition`). */
  readonly definition: string;
  readonly scenarioHash: string;
  readonly resultHash: string;
  readonly version: string;
}

export interface FiscalArea {
  readonly code: string;
  readonly name: LocalName;
  readonly level: string;
  /** Urban district (市辖区), the area of the definition `districts`. */
  readonly district: boolean;
}

/** Where the settled were registered before, as the award tells them apart. */
export const tiers = ['other_province', 'province', 'same_city', 'same_county'] as const;
export type Tier = (typeof tiers)[number];

/** The tier whose weight a settler has: 跨省, 省内跨市, 本市 (another county of the city or the same one). */
export const awardTierOf = {
  other_province: 'other_province',
  province: 'province',
  same_city: 'same_city',
  same_county: 'same_city',
} as const satisfies Record<Tier, string>;
export const awardTiers = ['other_province', 'province', 'same_city'] as const;
export type AwardTier = (typeof awardTiers)[number];

/** Status of a resident, from the most to the least entitled; `village`: lives in a village and is registered in its county. */
export const groups = servedGroups;
export type Group = (typeof groups)[number];

/** Plain counts of a finished run. */
export interface FiscalCounts {
  readonly run: FiscalRun;
  /** Counties and districts in the order of the run; the city is not among them. */
  readonly areas: readonly FiscalArea[];
  /** One row a replicate, area (no `city`: it is the sum) and year: the indicators `award_settlers.*` and their like. */
  readonly award: readonly AwardPersons[];
  /** Means over replicates by area (`city` included) and year from the base year on, as indicators.csv has them. */
  readonly means: readonly PersonsMean[];
}

/**
 * What the award counts in one replicate, area and year. Settlers held a village register until they settled: births, people
 * whose village was reclassified and those who moved a town register are not among them.
 */
export interface AwardPersons {
  readonly replicate: number;
  readonly area: string;
  /** Year of settling: the vintage. A row for every year after the base year. */
  readonly year: number;
  readonly settlers: Readonly<Record<Tier, number>>;
  /** Those of them who settled as students, and as veterans; switched in and out by `award.students`, `award.veterans`. */
  readonly students: Readonly<Record<Tier, number>>;
  readonly veterans: Readonly<Record<Tier, number>>;
  readonly permitsIssued: number;
  /** Children with a village register of another county in compulsory schooling in towns, at the year end (随迁子女). */
  readonly children: number;
}

export interface PersonsMean {
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly mean: number;
}

/** Two lawful forms of the same factors: a share of a given envelope, or an amount a person that does not close. */
export const awardForms = ['envelope', 'fixed'] as const;
export type AwardForm = (typeof awardForms)[number];

export const awardParts = ['settlers', 'permits', 'children', 'provincial'] as const;
export type AwardPart = (typeof awardParts)[number];

/**
 * Formula, area c, year t, lag L = `award.lag`, age of a vintage a = 0..`steps - 1`:
 *
 *   counted[k,s]   = settlers - (1 - award.students) students - (1 - award.veterans) veterans   of tier k settled in year s
 *                    (years s before the run: award.earlier x counted[k, first year of the run], same area, tier and replicate)
 *   weighted[c,t]  = sum over k of award.weight.<k> x sum over a of award.step.<a> x counted[c,k,t-L-a]
 *   pool.weighted[t] = (sum over k of award.weight.<k> x pool.share.<k>, same_city taking what the two others leave) x sum over a of award.step.<a> x pool.settlers[t-L-a]
 *   pool.settlers[s] = pool.settlers x (1 + pool.settlers_growth)^(s - its year)
 *   pool.children[t] = pool.children x (1 + pool.children_growth)^(t - L - its year)
 *   perSettler[t]  = F[t] (1 - award.children_share) / pool.weighted[t]       F[t]: award.envelope.<t>, carried on by its growth
 *   perChild[t]    = F[t] award.children_share / pool.children[t]
 *   the form `fixed` takes both of the year award.fixed_year for all years
 *   settlers[c,t]  = perSettler[t] x award.difficulty x award.cost x weighted[c,t]
 *   permits[c,t]   = perSettler[t] x award.difficulty x award.cost x award.permits x award.weight.permit x permits[c,t-L]
 *   children[c,t]  = perChild[t] x award.difficulty x award.children_cost x children[c,t-L]
 *   provincial[c,t] = award.provincial_match x (settlers + permits + children)
 *   where t - L lies before the run, permits and children of its first year stand in;
 *   permits issued before the year of `award.permits` (of the rule that counts them) are not counted
 */
export interface Award {
  /** Vintages counted, 0..steps-1 years after settling: `award.step.0` .. */
  readonly steps: number;
  readonly lag: number;
  /** Mean over replicates; city and areas. */
  readonly base: readonly AwardBase[];
  readonly pool: readonly AwardPool[];
  readonly rates: readonly AwardRate[];
  readonly amounts: readonly AwardAmount[];
  /** Sum of the parts over replicates; city and areas. */
  readonly intervals: readonly AwardInterval[];
  /** Money as it arrives and is spent; city only. */
  readonly cash: readonly AwardCash[];
}

export interface AwardBase {
  readonly area: string;
  readonly year: number;
  /** Persons of every vintage counted for the award of `year`, by tier and age of the vintage: [tier][age]. */
  readonly counted: Readonly<Record<AwardTier, readonly number[]>>;
  readonly weighted: number;
  readonly permits: number;
  readonly children: number;
}

/** The jurisdiction whose envelope is shared: the nation unless the coefficients are set to a province's. */
export interface AwardPool {
  readonly year: number;
  readonly envelopeYuan: number;
  readonly mark: Mark;
  readonly weighted: number;
  readonly children: number;
}

export interface AwardRate {
  readonly form: AwardForm;
  readonly year: number;
  readonly yuanPerWeightedSettler: number;
  readonly yuanPerChild: number;
}

export interface AwardAmount {
  readonly form: AwardForm;
  readonly area: string;
  readonly year: number;
  readonly part: AwardPart;
  readonly yuan: number;
}

export interface AwardInterval {
  readonly form: AwardForm;
  readonly area: string;
  readonly year: number;
  readonly mean: number;
  /** Quantiles over replicates by linear interpolation (Hyndman and Fan's type 7, PERCENTILE.INC). */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/**
 * late = (1 - timing.advance_share) timing.late_share: the part of the second instalment that arrives a year later.
 * advance = timing.advance_share A[t]; settlement = (1 - advance_share)(1 - late_share) A[t] + late A[t-1];
 * received = advance + settlement; spent = timing.spend_share x (received + carried over); the first year has no year before.
 */
export interface AwardCash {
  readonly form: AwardForm;
  readonly year: number;
  readonly awarded: number;
  readonly advance: number;
  readonly settlement: number;
  readonly received: number;
  readonly carriedIn: number;
  readonly spent: number;
  readonly carriedOut: number;
}

/** Services as the office reads them. */
export const services = [
  'preschool',
  'primary',
  'junior',
  'senior',
  'public_health',
  'hospital_beds',
  'resident_medical',
  'employee_medical',
  'resident_pension',
  'employee_pension',
  'dibao',
  'temporary_relief',
  'public_rental',
  'rent_subsidy',
  'training',
  'elder_care',
  'urban_maintenance',
] as const;
export type Service = (typeof services)[number];

export const payers = ['centre', 'province', 'city', 'county', 'household', 'employer'] as const;
export type Payer = (typeof payers)[number];

/** The four budgets, and `none` for what people pay outside them. */
export const budgets = ['general', 'fund', 'state_capital', 'social_insurance', 'none'] as const;
export type BudgetName = (typeof budgets)[number];

/** The unit cost of one item in one year at current prices, and where it comes from. */
export interface Standard {
  readonly item: string;
  readonly year: number;
  readonly yuan: number;
  /** `assumption` also where a figure is carried on from its last known year: value x (1 + growth)^(year - its year). */
  readonly mark: Mark;
  readonly source: string;
}

/**
 * Something services are measured in. quantity[g] = by_status.<counter>.<g> x every coefficient of factors[g] x scale, and
 * x (or, where `divides`, over) the coefficient `per` of the year. A group without factors is not served.
 */
export interface Measure {
  readonly id: string;
  readonly service: Service;
  readonly name: LocalName;
  readonly unit: LocalName;
  readonly counter: string;
  readonly factors: Readonly<Partial<Record<Group, readonly string[]>>>;
  readonly per: string | null;
  readonly divides: boolean;
  readonly scale: number;
}

/** Quantity of a measure by status; the sum over groups is the demand, the city the sum of its areas. */
export interface DemandRow {
  readonly measure: string;
  readonly area: string;
  readonly year: number;
  readonly byGroup: Readonly<Record<Group, number>>;
  readonly total: number;
}

/** One line of a unit cost: what it multiplies, who pays it and out of which budget. */
export interface CostItem {
  readonly id: string;
  readonly service: Service;
  readonly name: LocalName;
  readonly kind: 'operating' | 'capital';
  /** Measure it multiplies; of capital `new_seats.<stage>` (CapitalRow) or `new_dwellings` (rise of public_rental_stock). */
  readonly measure: string;
  /** standard = sum over terms of factor x the product of the coefficients, each of its year. */
  readonly terms: readonly { readonly factor: number; readonly coefficients: readonly string[] }[];
  /** Share of each payer; they add up to 1. `coefficient` is null for the payer who takes what the others leave. */
  readonly shares: readonly {
    readonly payer: Payer;
    readonly budget: BudgetName;
    readonly share: number;
    readonly coefficient: string | null;
  }[];
  /** Follows the place of register, not of residence: it moves when somebody settles. */
  readonly followsRegister: boolean;
}

/** yuan[c,t] = quantity[c,t] x standard[item,t] x share of the payer; constant = current / (1 + price.deflator)^(t - priceYear). */
export interface CostRow {
  readonly item: string;
  readonly service: Service;
  readonly kind: 'operating' | 'capital';
  readonly payer: Payer;
  readonly budget: BudgetName;
  readonly area: string;
  readonly year: number;
  readonly quantity: number;
  readonly current: number;
  readonly constant: number;
}

/**
 * New seats come in whole schools: where the town's pupils exceed its seats, ceil(shortage / school size) schools are built.
 * Planned on the mean number of pupils. Idle seats: those of villages over what their pupils fill.
 */
export interface CapitalRow {
  readonly stage: 'preschool' | 'primary' | 'junior' | 'senior';
  readonly area: string;
  readonly year: number;
  readonly townPupils: number;
  readonly townSeatsBefore: number;
  readonly schoolsBuilt: number;
  readonly seatsBuilt: number;
  readonly villagePupils: number;
  readonly villageSeats: number;
  readonly idleVillageSeats: number;
}

/** Yearly operating cost of one settled person, of the same person as a permit holder, and the difference settling makes. */
export interface PerPersonRow {
  readonly service: Service;
  readonly year: number;
  /** Yuan a person and year, current prices, all payers but household and employer; then of those two. */
  readonly settledPublic: number;
  readonly asPermitPublic: number;
  readonly marginalPublic: number;
  readonly settledPrivate: number;
  readonly asPermitPrivate: number;
  readonly marginalPrivate: number;
}

/** Who pays and who saves when people settle, by county; current prices, public payers, operating. */
export interface LedgerRow {
  readonly area: string;
  readonly year: number;
  /** Settled in this area during the year, by where they came from. */
  readonly arrivals: Readonly<Record<Tier, number>>;
  /** Registered here until this year, settled in another county of the city. */
  readonly leftForCity: number;
  /** People settled since the base year who live here, at the year end. */
  readonly settledStock: number;
  /** What they cost here in all, what they would cost as permit holders, and the difference. */
  readonly grossYuan: number;
  readonly alreadyBorneYuan: number;
  readonly arrivalYuan: number;
  /** What the county they left in this city no longer pays for them. */
  readonly originSavingYuan: number;
  /** arrival - saving. */
  readonly netYuan: number;
}

/** Money of the city that favours counties taking in more (Sanmenxia 3.2). */
export interface FundRow {
  readonly area: string;
  readonly year: number;
  readonly residentShare: number;
  readonly settlerShare: number;
  readonly yuan: number;
}

export interface LandRow {
  readonly area: string;
  readonly year: number;
  readonly settlers: number;
  readonly hectares: number;
}

export interface DebtRow {
  readonly year: number;
  readonly capital: number;
  readonly borrowed: number;
  readonly interest: number;
  readonly principal: number;
  readonly outstanding: number;
  readonly limit: number;
  readonly overLimit: boolean;
}

/** The years a settlement path commits, current prices, and what the award covers. */
export interface Budget {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly BudgetRow[];
  /** Expenditure by budget, kind and year: all services, all residents; payers who are not a budget are apart. */
  readonly byBudget: readonly {
    readonly budget: BudgetName;
    readonly kind: 'operating' | 'capital';
    readonly year: number;
    readonly yuan: number;
  }[];
  /** Three-year rolling plan: what a plan made at the end of `made` expects of each of the next three years. */
  readonly rolling: readonly RollingRow[];
}

export interface BudgetRow {
  readonly year: number;
  readonly settledPersons: number;
  /** Operating cost of the settled to public payers; of it already borne before they settled; the rest is what settling commits. */
  readonly grossYuan: number;
  readonly alreadyBorneYuan: number;
  readonly committedYuan: number;
  /** The settled's part of new schools, dwellings and the like. */
  readonly capitalYuan: number;
  readonly debtServiceYuan: number;
  readonly awardYuan: Readonly<Record<AwardForm, number>>;
  /** award / (committed + capital), and award / (gross + capital), percent. */
  readonly coverOfCommitted: Readonly<Record<AwardForm, number>>;
  readonly coverOfGross: Readonly<Record<AwardForm, number>>;
  /** committed + capital - award. */
  readonly gapYuan: Readonly<Record<AwardForm, number>>;
}

export interface RollingRow {
  readonly made: number;
  readonly year: number;
  readonly committedYuan: number;
  readonly capitalYuan: number;
  readonly awardYuan: Readonly<Record<AwardForm, number>>;
}

/** How many persons each way of counting would put into the base of the award, and what that is worth. */
export interface DefinitionRow {
  readonly id: string;
  readonly name: LocalName;
  /** True for the base the rule asks for. */
  readonly lawful: boolean;
  readonly year: number;
  readonly persons: number;
  /** The same persons by the tier whose weight they would have. */
  readonly byTier: Readonly<Record<AwardTier, number>>;
  readonly awardYuan: Readonly<Record<AwardForm, number>>;
}

/** A published estimate beside ours. */
export interface ComparisonRow {
  readonly author: string;
  readonly year: number;
  readonly region: string;
  readonly component: string;
  readonly value: number;
  readonly unit: string;
  readonly mark: Mark;
  readonly source: string;
  /** `lifetime`: money of many years in one figure, never to be read as a year's. */
  readonly basis: 'lifetime' | 'yearly';
  /** The published value at the price year. */
  readonly atPriceYear: number;
  /** Ours: yuan a settled person and year, or what it adds up to over `budget.lifetime_years`; null where nothing corresponds. */
  readonly ours: number | null;
  /** What `ours` adds up: which money of which services of `PerPersonRow`, in which year; null where nothing corresponds. */
  readonly services: readonly Service[] | null;
  readonly money: 'settledPublic' | 'settledPrivate';
  readonly shown: number;
  readonly explanation: LocalName;
}
