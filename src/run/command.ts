import type { Overrides } from '../scenario/command-line.ts';

/** What the command asked for; running it again with the same files gives the same result hash. */
export interface RecordedCommand {
  /** Scenario file; in a manifest as its inputs are written. */
  readonly scenario: string;
  readonly overrides: Overrides;
  /** Share of the households kept; 1 keeps all. */
  readonly sample: number;
}
