import type { Localized } from '../../language/language.ts';
import type { LeverName } from '../../policy/law.ts';
import type { Mark } from '../../scenario/mark.ts';
import type { ParameterName } from '../../scenario/parameters.ts';

/** How a lever reaches the model. All of them act from the 1st of January of the year the levers start. */
export type Action =
  /** A measure of the law at a strength: the setting itself, from 0 (absent) to 1 (everywhere, an order). */
  | { readonly kind: 'measure'; readonly measure: LeverName }
  /** A right to settle for whoever lives in town, on or off. */
  | { readonly kind: 'zero-threshold' }
  /** A clause of a policy document (`document:clause`), on or off. */
  | { readonly kind: 'clause'; readonly clause: string }
  /** A parameter from the start year on: the setting is added to it, multiplies it, or takes its place. */
  | { readonly kind: 'parameter'; readonly parameter: ParameterName; readonly change: 'add' | 'times' | 'set' }
  /** School places or public dwellings: the setting is the share there is more by the last year, built up evenly. */
  | { readonly kind: 'stock'; readonly stock: Stock };

export const stocks = { places: 'school.placesGrowth', dwellings: 'rental.growth' } as const satisfies Record<
  string,
  ParameterName
>;
export type Stock = keyof typeof stocks;

/** What a lever's money is counted by. An indicator stands for its sum over the years in which the lever is in force. */
export const costBases = ['once', 'year', 'built', 'built-year'] as const;

/**
 * One item of a lever's cost: yuan at the prices of 2020 for each unit of `per`. `once` and `year` are the programme itself,
 * `built` the places or dwellings added by the last year, `built-year` those standing in each year; anything else is the name of
 * an indicator of the city.
 */
export interface CostItem {
  readonly per: (typeof costBases)[number] | string;
  readonly yuan: number;
  /** Where the truth may lie. */
  readonly range: readonly [number, number];
  /** Only what the indicator exceeds that of the same replicate without any lever. */
  readonly added: boolean;
  /** Multiplied by the setting: half the strength costs half. `built` and `built-year` hold the setting already. */
  readonly scaled: boolean;
  readonly mark: Mark;
  readonly source: string;
}

/** Something a city can decide: how it acts, from where to where, at what cost. */
export interface Lever {
  readonly id: string;
  readonly name: Localized;
  readonly action: Action;
  /** Setting at which it changes nothing. */
  readonly off: number;
  readonly most: number;
  /** On or off, with nothing between. */
  readonly discrete: boolean;
  readonly costs: readonly CostItem[];
}

/** A setting for every lever, in the order of the levers. */
export type Settings = readonly number[];
