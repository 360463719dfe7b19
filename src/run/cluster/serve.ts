import os from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Job } from 'bullmq';
import type { ReplicateResult } from '../../indicator/result.ts';
import { InputError } from '../../scenario/errors.ts';
import { type Control, requestStop, restartYears } from '../control.ts';
import { Interrupted, JobFailed, ThreadDied, TooLittleMemory } from '../errors.ts';
import { closeSession, openSession, type Session } from '../session.ts';
import type { Store } from '../store/store.ts';
import { connectionNews, isDisconnection, loadQueues, reached } from './connection.ts';
import type { Engine } from './engine.ts';
import type { QueuedAnswer, QueuedReplicate, Refusal } from './job.ts';
import { type KnownRun, knownRuns } from './known-run.ts';
import type { Queues } from './queues.ts';

/** Time replicates have to end their year before their threads are ended. */
const GRACE_MS = 250;
/** Time after which a job that was handed back may be taken by another. */
const RETURN_MS = 500;
/** Pause before a question to a server that went away is asked again. */
const RETRY_MS = 1000;
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

/** A worker at work: what its jobs share. */
interface Workshop {
  readonly name: string;
  readonly session: Session;
  readonly runOf: (job: QueuedReplicate) => Promise<KnownRun>;
  /** Words by which the replicates under way are asked to stop. */
  readonly running: Set<{ readonly control: Control }>;
  readonly options: ServeOptions;
}

/**
 * Takes replicates from the queue and puts the finished ones into the store, until it is interrupted or idle. The numbers
 * are made in threads, so that the main one can tell the queue all the while that the job is alive.
 * @returns replicates done
 * @throws Failure when the server cannot be reached at the start
 */
export async function serve(engine: Engine, store: Store, options: ServeOptions): Promise<number> {
  const { workers, leaseSeconds, idleSeconds = Number.POSITIVE_INFINITY, signal } = options;
  const queues = await loadQueues(engine);
  const session = openSession(workers, options.onDeath);
  const name = `${os.hostname()}:${process.pid}`;
  const workshop: Workshop = { name, session, runOf: knownRuns(session, store), running: new Set(), options };
  const hand = handingOver(workshop, queues.library, () => {
    void worker.pause(true);
    setTimeout(() => worker.resume(), REST_LEASES * 1000 * leaseSeconds).unref();
  });
  const work = { done: 0, active: 0, last: performance.now() };

  const worker = new queues.classes.Worker<QueuedReplicate, QueuedAnswer>(
    queues.queue,
    async (job, token) => {
      work.active++;
      try {
        const answer = await simulate(workshop, job.data);
        work.done++;
        options.onDone?.(`${job.name}, replicate ${job.data.replicate}`, answer);
        return answer;
      } catch (error) {
        return await hand(job, token, error);
      } finally {
        work.active--;
        work.last = performance.now();
      }
    },
    {
      ...queues.options,
      concurrency: workers,
      lockDuration: 1000 * leaseSeconds,
      stalledInterval: 500 * leaseSeconds,
      maxStalledCount: 3,
      runRetryDelay: RETRY_MS,
    },
  );
  const news = connectionNews(queues, options);
  worker.on('error', (error) => {
    if (isDisconnection(error)) news.lost();
    else options.onFailed?.(queues.queue, error.message);
  });
  try {
    await reached(engine, worker.waitUntilReady());
    options.onJoined?.();
    await endOf(signal, () => work.active === 0 && performance.now() - work.last > 1000 * idleSeconds);
  } finally {
    for (const { control } of workshop.running) requestStop(control);
    setTimeout(() => void session.pool.close(), GRACE_MS).unref();
    await worker.close();
    news.end();
    await closeSession(session);
  }
  return work.done;
}

/** Makes one replicate and puts it into the store, unless it is there. @throws what keeps it from being made or put */
async function simulate(
  { name, session, runOf, running, options }: Workshop,
  job: QueuedReplicate,
): Promise<QueuedAnswer> {
  const started = performance.now();
  const { id, finished, contexts } = await runOf(job);
  if (options.signal.aborted) throw new Interrupted();
  const { replicate, strict } = job;
  const answer = (there: boolean) => ({ worker: name, there, seconds: (performance.now() - started) / 1000 });
  if ((await finished.read(replicate, strict)) !== null) return answer(true);
  const context = await contexts.of(replicate);
  restartYears(context.control, replicate);
  const current = { control: context.control };
  running.add(current);
  const result = await session.pool
    .run<ReplicateResult>({ kind: 'replicate', context, replicate }, `${id}, replicate ${replicate}`)
    .finally(() => running.delete(current));
  await finished.save(result, strict);
  return answer(false);
}

/**
 * Hands a job back, or says how it failed, in the way the queue understands.
 * @param rest called when a job was refused, so that this worker does not take it again at once
 */
function handingOver({ name, options }: Workshop, library: Queues['library'], rest: () => void) {
  const refused = new Set<string>();
  return async (job: Job<QueuedReplicate>, token: string | undefined, error: unknown): Promise<never> => {
    if (error instanceof Interrupted) {
      await job.moveToWait(token);
      throw new library.WaitingError();
    }
    if (error instanceof InputError || error instanceof TooLittleMemory) {
      if (!refused.has(job.data.hash)) options.onRefused?.(error);
      refused.add(job.data.hash);
      await job.updateProgress({ worker: name, refused: error.message } satisfies Refusal);
      await job.moveToDelayed(Date.now() + RETURN_MS, token);
      rest();
      throw new library.DelayedError();
    }
    const reason = error instanceof Error ? error.message : String(error);
    options.onFailed?.(`${job.name}, replicate ${job.data.replicate}`, reason);
    // the same numbers fail the same way everywhere; a dead thread or a silent store may do better elsewhere
    if (error instanceof JobFailed && !(error instanceof ThreadDied))
      throw new library.UnrecoverableError(error.detail);
    throw error;
  };
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
