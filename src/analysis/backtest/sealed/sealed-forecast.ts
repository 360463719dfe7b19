import type { IndicatorName } from '../../../indicator/indicators.ts';
import type { Localized } from '../../../language/language.ts';

/** One line of a sealed forecast: an indicator of an area in a year, over the replicates. Persons, percent. */
export interface SealedRow {
  readonly indicator: string;
  /** `city` or a six-digit code. */
  readonly area: string;
  readonly year: number;
  readonly mean: number;
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export const sealedColumns = ['indicator', 'area', 'year', 'mean', 'p05', 'p25', 'p50', 'p75', 'p95'] as const;

/** What stands beside a sealed table: where it comes from, and the hash that shows whether it was touched since. */
export interface SealManifest {
  readonly format: 1;
  /** `<scenario>-<date>`: names the two files. */
  readonly id: string;
  /** Day of sealing as the user gave it, year-month-day. Figures of its year and later are the test. */
  readonly date: string;
  readonly scenario: { readonly id: string; readonly title: Localized; readonly city: string };
  readonly baseYear: number;
  readonly endYear: number;
  readonly seed: string;
  readonly replicates: number;
  readonly sample: number;
  readonly package: { readonly name: string; readonly version: string };
  /** Hash of scenario, data and options, as in the name of its result folder. */
  readonly scenarioHash: string;
  /** sha256 of the table. */
  readonly sha256: string;
}

/** Indicators that are published every year or so, and mean the same in a run. */
export const sealedIndicators: readonly string[] = [
  'resident_population',
  'urban_resident_population',
  'resident_urbanization_rate',
  'registered_population',
  'urban_registered_population',
  'registered_urbanization_rate',
  'births',
  'deaths',
] satisfies readonly IndicatorName[];
