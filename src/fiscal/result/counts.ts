import { servedGroups } from '../../indicator/names.ts';
import type { Localized } from '../../language/language.ts';

interface FiscalRun {
  readonly scenario: string;
  readonly title: Localized;
  readonly city: string;
  readonly cityName: Localized;
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
  readonly name: Localized;
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

/**
 * What a bureau may state in place of what the run has: persons by tier (police), accompanying children (education), yuan received
 * of the two parts (下达数), and of the whole city what was spent in a year and carried into it (accounts).
 */
export const statedItems = [
  ...tiers.map((tier) => `settlers.${tier}` as const),
  'children',
  'received.settlers',
  'received.children',
  'spent',
  'carried_in',
] as const;
export type StatedItem = (typeof statedItems)[number];
/** Items of the whole city. */
export const cityItems: readonly StatedItem[] = ['spent', 'carried_in'];

/** One count or amount a bureau states, with its own source. */
export interface StatedCount {
  readonly area: string;
  readonly year: number;
  readonly item: StatedItem;
  readonly value: number;
  readonly source: string;
}

/** Plain counts of a finished run. */
export interface FiscalCounts {
  readonly run: FiscalRun;
  /** Counties and districts in the order of the run; the city is not among them. */
  readonly areas: readonly FiscalArea[];
  /** One row a replicate, area (no `city`: it is the sum) and year: the indicators `award_settlers.*` and their like. */
  readonly award: readonly AwardPersons[];
  /** Means over replicates by area (`city` included) and year from the base year on, as indicators.csv has them. */
  readonly means: readonly PersonsMean[];
  /** What bureaus state in place of simulated counts and computed amounts; everything follows them. */
  readonly stated?: readonly StatedCount[];
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
