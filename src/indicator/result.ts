import type { RouteTold } from '../policy/law.ts';

/** Result of one replicate: dense numbers, so that merging is a loop and the bytes do not depend on any order. */
export interface ReplicateResult {
  readonly replicate: number;
  /** Indicator names in the order of the value vector (see `indicatorNames`). */
  readonly indicators: readonly string[];
  /** Calendar years, base year first. */
  readonly years: readonly number[];
  /** Area keys: 'city' first, then the area codes in order. */
  readonly areas: readonly string[];
  /** values[(yearIndex * areas + areaIndex) * indicators + indicatorIndex]; NaN where an indicator is not made for an area. */
  readonly values: Float64Array;
  /** Settled persons: settlements[(yearIndex * areas + areaIndex) * routes + routeIndex]; city = sum of areas. */
  readonly settlements: Float64Array;
  readonly routes: readonly RouteTold[];
  /** What was written of the people, where it was asked for. */
  readonly microdata?: WrittenPeople | undefined;
  /** Persons alive at each year's start, summed over years: the exposure simulated. */
  readonly personYears: number;
}

/** People that were written out, by population: rows, a hash of all values, and where there is a file, of its bytes. */
export type WrittenPeople = Readonly<
  Record<string, { readonly rows: number; readonly sha256: string; readonly file?: string | undefined }>
>;
