import type { Reckoning } from '../../fiscal/reckoning.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Base, Job, Outcome } from '../../run/job.ts';
import type { IndicatorTable } from '../scene/compare.ts';

/** The money of a replicate that was simulated before. */
interface MoneyJob {
  readonly kind: 'money';
  readonly result: ReplicateResult;
  readonly reckoning: Reckoning;
}

/** What the page and its workers say to each other: the jobs of the command line and the money they lead to, numbered. */
export interface Call {
  readonly id: number;
  readonly job: Job | MoneyJob;
}

export interface Answer {
  readonly id: number;
  readonly outcome: Outcome<Base | ReplicateResult | IndicatorTable | null>;
}
