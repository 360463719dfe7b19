import type { Overrides } from '../scenario/command-line.ts';
import type { MicrodataChoice } from './microdata/choice.ts';

/** Factors on arrivals by calendar year: from the own province, from other provinces. Years that are absent have 1. */
export interface ArrivalFactors {
  readonly province: Readonly<Record<number, number>>;
  readonly nation: Readonly<Record<number, number>>;
}

/** What was asked for, the share of the households where it was said. */
export type AskedCommand = Omit<RecordedCommand, 'sample'> & { readonly sample?: number | undefined };

/** What the command asked for; running it again with the same files gives the same result hash. */
export interface RecordedCommand {
  /** Scenario file; in a manifest as its inputs are written. */
  readonly scenario: string;
  readonly overrides: Overrides;
  /** Share of the households kept; 1 keeps all. */
  readonly sample: number;
  /** Documents of one's own the run was made under, as its inputs are written; looked for where it is not said. */
  readonly documents?: readonly string[];
  /** Base populations the replicates of a sample take in turn; as many as memory holds where it is not said (parts.ts). */
  readonly bases?: number;
  /** Factors on arrivals that close the account of moves with the other places of a nation (result/region/closure.ts). */
  readonly arrivals?: ArrivalFactors;
  /** Whose people are written out. */
  readonly microdata?: MicrodataChoice;
  /** Shipped tables that are counted too. */
  readonly tables?: readonly string[];
  /** Without what the scenario's own figures tell: as if nobody had fitted them. */
  readonly unfitted?: boolean;
  /** Results of the place as a whole alone, not of its areas: what is joined to a province or the nation. */
  readonly wholeOnly?: boolean;
}
