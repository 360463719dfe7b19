import type { FinishedRun } from '../../result/run-scenario.ts';
import type { Inputs } from '../../run/load-inputs.ts';

/** What runs are computed by. */
export interface Engine {
  /** Runs worked at together. */
  readonly atOnce: number;
  /** Runs one scenario into its result folder; null when its result is there already. */
  run(inputs: Inputs): Promise<FinishedRun | null>;
  close(): Promise<void>;
}
