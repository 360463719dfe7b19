import type { ReplicateResult } from '../../indicator/result.ts';
import type { Base, Job, Outcome } from '../../run/job.ts';

/** What the page and its workers say to each other: the jobs of the command line, numbered. */
export interface Call {
  readonly id: number;
  readonly job: Job;
}

export interface Answer {
  readonly id: number;
  readonly outcome: Outcome<Base | ReplicateResult | null>;
}
