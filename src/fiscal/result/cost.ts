import type { Localized } from '../../language/language.ts';
import { type SchoolStageName, schoolStages } from '../../population/codes.ts';
import type { Mark } from '../../scenario/mark.ts';
import type { Group } from './counts.ts';

/** Services as the office reads them. */
export const services = [
  ...schoolStages,
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

/** Payers that are a budget of the state, and those that are not. */
export const publicPayers: readonly Payer[] = ['centre', 'province', 'city', 'county'];
export const privatePayers: readonly Payer[] = ['household', 'employer'];

/** Levels of government a figure is of; `local` (市县) is the city's own budget and its counties' together. */
export const levels = ['local', 'city', 'county', 'province', 'centre'] as const;
export type Level = (typeof levels)[number];
/** Levels that receive the award. */
export const localLevels = ['local', 'city', 'county'] as const satisfies readonly Level[];
export type LocalLevel = (typeof localLevels)[number];
export const levelPayers: Readonly<Record<Level, readonly Payer[]>> = {
  local: ['city', 'county'],
  city: ['city'],
  county: ['county'],
  province: ['province'],
  centre: ['centre'],
};

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
  readonly source: Localized;
}

/**
 * Something services are measured in. quantity[g] = by_status.<counter>.<g> x every coefficient of factors[g] x scale, and
 * x (or, where `divides`, over) the coefficient `per` of the year. A group without factors is not served.
 */
export interface Measure {
  readonly id: string;
  readonly service: Service;
  readonly name: Localized;
  readonly unit: Localized;
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
  readonly name: Localized;
  readonly kind: 'operating' | 'capital';
  /** Measure it multiplies; of capital `new_seats.<stage>` (seatsCosted of CapitalRow) or `new_dwellings` (rise of public_rental_stock). */
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
 * Seats planned on the mean number of pupils that lasts: lasting = the least of the town's pupils over `school.lasting_years` from the year
 * on (to the end of the run). short = lasting - seats; shared = the part of it that finds rooms another stage of the campus leaves empty,
 * `school.shared_use` of them; classes = ceil((short - shared) / class size). Existing campuses take classes up to `school.expand_share` of
 * the base year's seats; the rest open new schools where they fill `school.new_minimum` of one, and are added to existing ones otherwise.
 * Idle seats: those of villages over what their pupils fill.
 */
export interface CapitalRow {
  readonly stage: SchoolStageName;
  readonly area: string;
  readonly year: number;
  readonly townPupils: number;
  readonly lastingPupils: number;
  readonly townSeatsBefore: number;
  readonly sharedSeats: number;
  readonly classesAdded: number;
  readonly newClasses: number;
  readonly schoolsBuilt: number;
  readonly seatsBuilt: number;
  /** Seats of new schools, and those of classes added at `school.class_cost` of one. */
  readonly seatsCosted: number;
  readonly villagePupils: number;
  readonly villageSeats: number;
  readonly idleVillageSeats: number;
}
