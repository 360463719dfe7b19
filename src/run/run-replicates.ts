import type { ReplicateResult } from '../indicator/result.ts';
import { requestStop, yearsFinished } from './control.ts';
import { Interrupted } from './errors.ts';
import type { ReplicateJob, RunContext } from './job.ts';
import type { Pool } from './pool.ts';

/** Time replicates have to end their year after a stop before their threads are ended. */
const GRACE_MS = 250;
const PROGRESS_MS = 200;

/** Finished replicates that need not be run, and where those that finish are kept. */
interface Keep {
  readonly have?: ReadonlyMap<number, ReplicateResult> | undefined;
  /** Numbers of the replicates to run; all when absent. */
  readonly only?: readonly number[] | undefined;
  /** Called with each replicate that finishes; the run ends when it throws. */
  readonly onResult?: ((result: ReplicateResult) => Promise<void>) | undefined;
}

export interface Watch {
  /** Aborting it ends the run within a second. */
  readonly signal?: AbortSignal | undefined;
  /** Called a few times a second with simulated years, over all replicates. */
  readonly onProgress?: ((years: number, total: number) => void) | undefined;
}

/**
 * Runs every replicate of a scenario on the pool, those at hand apart; results are in replicate order.
 *
 * The first failure asks the others to stop, and is thrown when they have.
 * @throws JobFailed, Interrupted, and what `onResult` throws
 */
export async function runReplicates(
  pool: Pool,
  context: RunContext,
  { signal, onProgress, have = new Map(), only, onResult }: Watch & Keep,
): Promise<ReplicateResult[]> {
  const { scenario, control } = context;
  const numbers = only ?? Array.from({ length: scenario.replicates }, (_, replicate) => replicate);
  const total = numbers.filter((replicate) => !have.has(replicate)).length * (scenario.endYear - scenario.baseYear);
  const timer = setInterval(() => onProgress?.(yearsFinished(control), total), PROGRESS_MS);
  const stop = () => {
    requestStop(control);
    setTimeout(() => void pool.close(), GRACE_MS).unref();
  };
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const jobs = numbers.map(async (replicate): Promise<ReplicateResult> => {
      const there = have.get(replicate);
      if (there !== undefined) return there;
      const job: ReplicateJob = { kind: 'replicate', context, replicate };
      try {
        const result = await pool.run<ReplicateResult>(job, `${scenario.id}, replicate ${replicate}`);
        await onResult?.(result);
        return result;
      } catch (error) {
        requestStop(control);
        throw error;
      }
    });
    const outcomes = await Promise.allSettled(jobs);
    throwFirst(outcomes);
    onProgress?.(total, total);
    return outcomes.map((outcome) => (outcome as PromiseFulfilledResult<ReplicateResult>).value);
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** Throws the first real failure; those that were only asked to stop because of it come second. */
function throwFirst(outcomes: readonly PromiseSettledResult<unknown>[]): void {
  const reasons = outcomes
    .filter((outcome) => outcome.status === 'rejected')
    .map((outcome) => outcome.reason as unknown);
  if (reasons.length === 0) return;
  throw reasons.find((reason) => !(reason instanceof Interrupted)) ?? reasons[0];
}
