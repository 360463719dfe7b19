import os from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Job } from 'bullmq';
import type { ReplicateResult } from '../../indicator/result.ts';
import { InputError } from '../../scenario/errors.ts';
import { type Control, requestStop, restartYears } from '../control.ts';
import { Interrupted, JobFailed, ThreadDied, TooLittleMemory } from '../errors.ts';
import { closeSession, openSession } from '../session.ts';
import type { Store } from '../store/store.ts';
import { isSystemProblem } from '../system-problem.ts';
import { connectionOf, loadQueues, QUEUE } from './connection.ts';
import type { Engine } from './engine.ts';
import type { QueuedAnswer, QueuedReplicate, Refusal } from './job.ts';
import { knownRuns } from './known-run.ts';

/** Time replicates have to end their year before their threads are ended. */
const GRACE_MS = 250;
/** Time after which a job that was handed back may be taken by another. */
const RETURN_MS = 500;
/** Leases a worker rests after it had to hand a job back, so that it does not take them from those who can do them. */
const REST_LEASES = 3;

export interface ServeOptions {
  /** Threads, and jobs done at a time. */
  readonly workers: number;
  /** A job whose worker has been silent for so long is given to another. */
  readonly leaseSeconds: number;
  /** Ends after so long without a job; stays until it is interrupted when absent. */
  readonly idleSeconds?: number | undefined;
  /** Aborting it hands the jobs back and ends. */
  readonly signal: AbortSignal;
  /** The queue answered, and jobs can come. */
  readonly onJoined?: (() => void) | undefined;
  readonly onDone?: ((name: string, answer: QueuedAnswer) => void) | undefined;
  /** A job was handed back: what was wrong, as an InputError or TooLittleMemory says it. Told once a run. */
  readonly onRefused?: ((reason: InputError | TooLittleMemory) => void) | undefined;
  readonly onFailed?: ((name: string, reason: string) => void) | undefined;
  readonly onDeath?: ((died: ThreadDied) => void) | undefined;
  readonly onConnection?: ((connected: boolean) => void) | undefined;
}

/**
 * Takes replicates from the queue and puts the finished ones into the store, until it is interrupted or idle. The numbers
 * are made in threads, so that the main one can tell the queue all the while that the job is alive.
 * @returns replicates done
 * @throws Failure when the server cannot be reached at the start
 */
export async function serve(engine: Engine, store: Store, options: ServeOptions): Promise<number> {
  const { workers, leaseSeconds, idleSeconds, signal } = options;
  const { Worker, DelayedError, WaitingError, UnrecoverableError } = await loadQueues(engine);
  const session = openSession(workers, options.onDeath);
  const runOf = knownRuns(session, store);
  const host = `${os.hostname()}:${process.pid}`;
  const running = new Set<{ readonly control: Control }>();
  const refused = new Set<string>();
  let done = 0;
  let active = 0;
  let lastWork = performance.now();

  const simulate = async (job: QueuedReplicate): Promise<QueuedAnswer> => {
    const started = performance.now();
    const run = await runOf(job);
    if (signal.aborted) throw new Interrupted();
    const answer = (there: boolean) => ({ worker: host, there, seconds: (performance.now() - started) / 1000 });
    if ((await run.finished.read(job.replicate, job.strict)) !== null) return answer(true);
    const { replicate } = job;
    restartYears(run.context.control, replicate);
    const current = { control: run.context.control };
    running.add(current);
    const work = { kind: 'replicate', context: run.context, replicate } as const;
    const name = `${run.id}, replicate ${replicate}`;
    const result = await session.pool.run<ReplicateResult>(work, name).finally(() => running.delete(current));
    await run.finished.save(result, job.strict);
    return answer(false);
  };

  /** Hands a job back, or says how it failed, in the way the queue understands. */
  const handOver = async (job: Job<QueuedReplicate>, token: string | undefined, error: unknown): Promise<never> => {
    if (error instanceof Interrupted) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    if (error instanceof InputError || error instanceof TooLittleMemory) {
      if (!refused.has(job.data.hash)) options.onRefused?.(error);
      refused.add(job.data.hash);
      await job.updateProgress({ worker: host, refused: error.message } satisfies Refusal);
      await job.moveToDelayed(Date.now() + RETURN_MS, token);
      rest();
      throw new DelayedError();
    }
    const reason = error instanceof Error ? error.message : String(error);
    options.onFailed?.(`${job.name}, replicate ${job.data.replicate}`, reason);
    // the same numbers fail the same way everywhere; a dead thread or a silent store may do better elsewhere
    if (error instanceof JobFailed && !(error instanceof ThreadDied)) throw new UnrecoverableError(error.detail);
    throw error;
  };

  const worker = new Worker<QueuedReplicate, QueuedAnswer>(
    QUEUE,
    async (job, token) => {
      active++;
      try {
        const answer = await simulate(job.data);
        done++;
        options.onDone?.(`${job.name}, replicate ${job.data.replicate}`, answer);
        return answer;
      } catch (error) {
        return await handOver(job, token, error);
      } finally {
        active--;
        lastWork = performance.now();
      }
    },
    {
      connection: connectionOf(engine),
      prefix: engine.namespace,
      concurrency: workers,
      lockDuration: 1000 * leaseSeconds,
      stalledInterval: 500 * leaseSeconds,
      maxStalledCount: 3,
    },
  );
  await worker.waitUntilReady();
  options.onJoined?.();
  const rest = () => {
    void worker.pause(true);
    setTimeout(() => worker.resume(), REST_LEASES * 1000 * leaseSeconds).unref();
  };
  let connected = true;
  const connection = (now: boolean) => {
    if (now !== connected) options.onConnection?.(now);
    connected = now;
  };
  worker.on('error', (error) => {
    if (isSystemProblem(error)) connection(false);
    else options.onFailed?.(QUEUE, error.message);
  });
  worker.on('ready', () => connection(true));
  worker.on('active', () => connection(true));

  await endOf(
    signal,
    () => idleSeconds !== undefined && active === 0 && performance.now() - lastWork > 1000 * idleSeconds,
  );
  for (const { control } of running) requestStop(control);
  setTimeout(() => void session.pool.close(), GRACE_MS).unref();
  await worker.close();
  await closeSession(session);
  return done;
}

/** Resolves when the signal aborts or the condition holds. */
function endOf(signal: AbortSignal, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setInterval(() => condition() && end(), 200);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}
