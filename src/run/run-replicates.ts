import type { ReplicateResult } from '../indicator/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Contexts } from './contexts.ts';
import { requestStop, yearsFinished } from './control.ts';
import { Interrupted } from './errors.ts';
import type { ReplicateJob } from './job.ts';
import type { Pool } from './pool.ts';

/** Time replicates have to end their year after a stop before their threads are ended. */
const GRACE_MS = 250;
const PROGRESS_MS = 200;

/** Replicates asked for beyond one a thread, so that none waits while a base population is made or a result kept. */
const AHEAD = 1;

/** Finished replicates that need not be run, and where those that finish are kept. */
interface Keep {
  readonly have?: ReadonlyMap<number, ReplicateResult> | undefined;
  /** Numbers of the replicates to run; all when absent. */
  readonly only?: readonly number[] | undefined;
  /** Called with each replicate that finishes; the run ends when it throws. */
  readonly onResult?: ((result: ReplicateResult) => Promise<void>) | undefined;
  /** Asked after each replicate, and a few times a second, with the results of the first ones: true ends the run. */
  readonly enough?: ((first: readonly ReplicateResult[]) => boolean) | undefined;
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
 * @returns all, or as many of the first ones as are finished when there are enough
 * @throws JobFailed, Interrupted, and what `onResult` throws
 */
export async function runReplicates(
  pool: Pool,
  { id, replicates, baseYear, endYear }: Pick<Scenario, 'id' | 'replicates' | 'baseYear' | 'endYear'>,
  { control, of }: Pick<Contexts, 'control' | 'of'>,
  { signal, onProgress, have = new Map(), only, onResult, enough }: Watch & Keep,
): Promise<ReplicateResult[]> {
  const numbers = only ?? Array.from({ length: replicates }, (_, replicate) => replicate);
  const finished = new Map(have);
  const toDo = numbers.filter((replicate) => !finished.has(replicate));
  const total = toDo.length * (endYear - baseYear);
  let ended = false;
  const end = () => {
    if (ended || !enough?.(firstOf(numbers, finished))) return;
    ended = true;
    requestStop(control);
  };
  const timer = setInterval(() => {
    onProgress?.(yearsFinished(control), total);
    end();
  }, PROGRESS_MS);
  const stop = () => {
    requestStop(control);
    setTimeout(() => void pool.close(), GRACE_MS).unref();
  };
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const left = toDo.values();
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (const replicate of left) {
      if (ended || failures.length > 0) return;
      try {
        const job: ReplicateJob = { kind: 'replicate', context: await of(replicate), replicate };
        const result = await pool.run<ReplicateResult>(job, `${id}, replicate ${replicate}`);
        await onResult?.(result);
        finished.set(replicate, result);
        end();
      } catch (error) {
        if (ended) return;
        requestStop(control);
        failures.push(error);
      }
    }
  };
  try {
    end();
    await Promise.all(Array.from({ length: pool.workers + AHEAD }, lane));
    if (failures.length > 0) throw firstOfFailures(failures);
    if (!ended) onProgress?.(total, total);
    return firstOf(numbers, finished);
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** Results of the first numbers, up to one that is not finished. */
function firstOf(numbers: readonly number[], finished: ReadonlyMap<number, ReplicateResult>): ReplicateResult[] {
  const results: ReplicateResult[] = [];
  for (const replicate of numbers) {
    const result = finished.get(replicate);
    if (result === undefined) break;
    results.push(result);
  }
  return results;
}

/** The first real failure; those that were only asked to stop because of it come second. */
const firstOfFailures = (failures: readonly unknown[]): unknown =>
  failures.find((reason) => !(reason instanceof Interrupted)) ?? failures[0];
