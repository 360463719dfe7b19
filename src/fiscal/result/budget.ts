import type { Localized } from '../../language/language.ts';
import type { Mark } from '../../scenario/mark.ts';
import type { AwardForm } from './award.ts';
import type { BudgetName, Level, LocalLevel, Service } from './cost.ts';
import type { AwardTier, Tier } from './counts.ts';

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

/**
 * Who pays and who saves when people settle from village registers, by county and level of government; current prices, operating.
 * Persons are the same at every level.
 */
export interface LedgerRow {
  readonly area: string;
  readonly year: number;
  readonly level: Level;
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
  /** Every year of the run, area (`city` too) and local level. */
  readonly rows: readonly BudgetRow[];
  /** Of the whole city. */
  readonly city: readonly CityBudgetRow[];
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

/** A cost beside the part of the award given for it. Cost over award is a gap, award over cost a surplus; one of the two is 0. */
export interface Balance {
  readonly costYuan: number;
  readonly awardYuan: Readonly<Record<AwardForm, number>>;
  readonly gapYuan: Readonly<Record<AwardForm, number>>;
  readonly surplusYuan: Readonly<Record<AwardForm, number>>;
  /** award / cost, percent; NaN where there is no cost. */
  readonly coverPercent: Readonly<Record<AwardForm, number>>;
}

/**
 * One area at one level of government, `city` the sum of its counties. The settled are those from village registers, as the award
 * counts them. The award goes to the counties but for `award.city_level_share`.
 */
export interface BudgetRow {
  readonly area: string;
  readonly year: number;
  readonly level: LocalLevel;
  readonly settledPersons: number;
  /** Running cost of the settled; of it already borne before they settled; the rest is what settling adds where they live. */
  readonly grossYuan: number;
  readonly alreadyBorneYuan: number;
  readonly runningYuan: number;
  /** What counties of origin in the city no longer pay for them. */
  readonly originSavingYuan: number;
  /** The settled's part of new schools, dwellings and the like. */
  readonly buildingYuan: number;
  /** cost = running - origin saving + building, against the settlers' part of the award. */
  readonly settlers: Balance;
  readonly children: number;
  readonly schoolingYuan: number;
  readonly childrenBuildingYuan: number;
  /** cost = schooling + building of the accompanying children, settled or not, against their part of the award. */
  readonly schooling: Balance;
}

export interface CityBudgetRow {
  readonly year: number;
  /** Of all building of city and counties, not the settled's alone. */
  readonly debtServiceYuan: number;
  /** General budget revenue, and what settlers and children cost city and counties net of the award, over it, percent. */
  readonly revenueYuan: number;
  readonly settlersOfRevenuePercent: number;
  readonly schoolingOfRevenuePercent: number;
}

/**
 * A plan made at the end of a year knows the counts stated up to that year, the money of its accounts, and the standards published by then;
 * it expects of the years after it what was simulated, in the proportion stated counts bore to it.
 */
interface RollingRow {
  readonly made: number;
  readonly year: number;
  /** Settlers of years after `made` expected, over those simulated. */
  readonly proportion: number;
  readonly settlers: number;
  readonly costYuan: number;
  readonly awardYuan: Readonly<Record<AwardForm, number>>;
  /** Carried over from the award of earlier years at the start of the year. */
  readonly carriedInYuan: Readonly<Record<AwardForm, number>>;
}

/** How many persons each way of counting would put into the base of the award, and what that is worth. */
export interface DefinitionRow {
  readonly id: string;
  readonly name: Localized;
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
  readonly author: Localized;
  readonly year: number;
  readonly region: Localized;
  readonly component: Localized;
  readonly value: number;
  readonly unit: string;
  readonly mark: Mark;
  readonly source: Localized;
  /** `lifetime`: money of many years in one figure, never to be read as a year's. */
  readonly basis: 'lifetime' | 'yearly';
  /** The published value at the price year. */
  readonly atPriceYear: number;
  /** Ours: yuan a settled person and year, or the present value of a life (`Lifetime.reference`); null where nothing corresponds. */
  readonly ours: number | null;
  /** What `ours` adds up: which money of which services, in which year; null where nothing corresponds. */
  readonly services: readonly Service[] | null;
  readonly money: 'settledPublic' | 'settledPrivate';
  readonly shown: number;
  readonly explanation: Localized;
}
