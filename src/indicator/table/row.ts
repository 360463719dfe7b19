import { type Localized, text } from '../../language/language.ts';
import type { Year } from '../year.ts';
import type { Dimensions } from './dimensions.ts';

/** Units of indicators as result files write them, with their names for readers. */
export const unitNames = {
  persons: text('人', 'persons'),
  households: text('户', 'households'),
  dwellings: text('套', 'dwellings'),
  places: text('个', 'places'),
  percent: text('%', 'percent'),
  'percentage points': text('百分点', 'percentage points'),
  'persons per household': text('人/户', 'persons per household'),
  yuan: text('元', 'yuan'),
  // of tables of one's own alone
  events: text('次', 'events'),
  years: text('年', 'years'),
  year: text('年份', 'year'),
  mu: text('亩', 'mu'),
  number: text('数', 'number'),
} as const;
export type IndicatorUnit = keyof typeof unitNames;

/**
 * A stock is counted at one moment of the year, most of them at its end; a flow is counted while the year runs; a rate is a part
 * or a mean of something, or a difference of such, and does not add up over areas.
 */
export const kindNames = {
  stock: text('存量', 'stock'),
  flow: text('流量', 'flow'),
  rate: text('比率', 'rate'),
} as const;
export type IndicatorKind = keyof typeof kindNames;

/** What a reader is told of an indicator. */
export interface Told {
  readonly label: Localized;
  /** One sentence without a full stop. */
  readonly definition: Localized;
  readonly unit: IndicatorUnit;
  readonly kind: IndicatorKind;
}

/**
 * A row of the table: an indicator, or a family of them where its name has dimensions in angle brackets. `births` is one indicator,
 * `moves.<inside>.<place>` as many as there are pairs of parts.
 */
export interface Row<Pattern extends string> extends Told {
  /** How the number is taken from the year, for one part of each dimension of the name. */
  readonly of: (year: Year, ...parts: PartsOf<Pattern>) => number;
  /** Read by the fiscal office as the mean over replicates; by the award in every replicate as well. */
  readonly fiscal?: 'mean' | 'replicates';
  /** A flow that is told year by year only, never added up since the base year. */
  readonly yearByYear?: true;
  /**
   * Given out from a stock that is small or runs out. In a sample it goes to few people, by a queue that is as short: counts are off by
   * several per cent on average, not by chance alone (test/bench/sampling.md).
   */
  readonly scarce?: true;
  /**
   * Of a rate: the indicator it is a share or a mean of. The rate of several places together is their mean weighted by it; without one
   * it is not made for them.
   */
  readonly weight?: string;
}

/** A part of a dimension; '' is the whole, which adds nothing to the name. */
type PartOf<Name extends string> = Name extends keyof Dimensions ? Dimensions[Name]['parts'][number] : never;

/** One part of each dimension of a pattern. */
type PartsOf<Pattern extends string> = Pattern extends `${string}<${infer Name}>${infer Rest}`
  ? [part: PartOf<Name>, ...rest: PartsOf<Rest>]
  : [];

type Expanded<Pattern extends string> = Pattern extends `${infer Stem}<${infer Name}>${infer Rest}`
  ? `${Stem}${PartOf<Name>}${Expanded<Rest>}`
  : Pattern;

/** The names a pattern stands for. */
export type NamesOf<Pattern extends string> =
  Expanded<Pattern> extends infer Name ? (Name extends `${infer Whole}.` ? Whole : Name) : never;

/** A row under its pattern; no row fits a pattern with a dimension nobody knows. */
type RowOf<Pattern extends string> = [NamesOf<Pattern>] extends [never] ? never : Row<Pattern>;

/** Rows in the order in which the indicators are written; every way of counting is checked against the parts of its name. */
export const rows = <Pattern extends string>(table: { readonly [P in Pattern]: RowOf<P> }) => table;
