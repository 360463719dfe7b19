import type { Estimate } from '../../analysis/paired/estimate.ts';
import type { IndicatorKind } from '../../indicator/indicators.ts';
import type { Language, Localized } from '../../language/language.ts';
import type { ChartSpec } from '../../report/head.ts';
import type { PackedTable } from '../../report/page/own-table.ts';
import type { Pairing } from '../../report/pairing.ts';

/** What the page of results is told by the server. A result is named by its id alone: no path comes from the page. */

/** A folder of results as the list shows it. */
export interface ResultEntry {
  readonly id: string;
  /** Its name in the folder of results. */
  readonly folder: string;
  /** A run of a place, of a province or the nation, or what another command found out. */
  readonly kind: 'place' | 'region' | 'analysis';
  /** `early`: ended before all replicates were made, by its goal or by hand; `unfinished`: goes on with --resume. */
  readonly state: 'whole' | 'early' | 'unfinished' | 'broken';
  /** Why it cannot be read, in one line; null where it can. */
  readonly problem: Localized | null;
  readonly title: Localized;
  readonly question: Localized;
  /** When it was made, as ISO 8601 in UTC; of what does not say so when its files were written. */
  readonly finished: string;
  readonly bytes: number;
  /** Null of an analysis and of what cannot be read. */
  readonly run: ResultOfRun | null;
}

interface ResultOfRun {
  readonly place: Localized;
  readonly replicates: number;
  /** Share of the households; 1 is everybody. */
  readonly sample: number;
  readonly from: number;
  readonly to: number;
  /** What another run must have in common with it for pairs. */
  readonly pairing: Pairing;
}

/** GET api/results. */
export interface ResultList {
  /** The folder the command line was given, as it was given. */
  readonly out: string;
  /** The newest first. */
  readonly results: readonly ResultEntry[];
  /** How many older ones are left out. */
  readonly left: number;
}

/** GET api/results/:id. */
export interface ResultDetail {
  readonly entry: ResultEntry;
  /** What it has numbers of; null of what is no run. */
  readonly measured: {
    readonly indicators: readonly ResultIndicator[];
    readonly areas: readonly { readonly code: string; readonly name: Localized }[];
    readonly years: readonly number[];
  } | null;
  /** Tables of one's own. */
  readonly tables: readonly PackedTable[];
  /** Charts an analysis drew. */
  readonly charts: readonly { readonly name: string; readonly spec: Readonly<Record<Language, ChartSpec>> }[];
  /** Limits of the model as the run states them. */
  readonly limits: readonly Localized[];
}

/** An indicator of a result, as its own dictionary tells it. */
export interface ResultIndicator {
  readonly name: string;
  readonly label: Localized;
  readonly definition: Localized;
  readonly unit: string;
  readonly kind: IndicatorKind | '';
}

/** GET api/results/:id/differences/:base: the result less the base, or why they are no pairs. */
export type ResultDifferences =
  | { readonly unpaired: null; readonly rows: readonly (Estimate & { readonly year: number })[] }
  | { readonly unpaired: readonly (keyof Pairing)[]; readonly rows: null };

/** GET api/results/:id/check: files that are not as the run left them, and whether another version made them. */
export interface ResultCheck {
  readonly changed: readonly string[];
  readonly otherVersion: string | null;
  readonly otherCode: boolean;
}

/** Most indicators that are asked for at once. */
export const MOST_INDICATORS = 60;
