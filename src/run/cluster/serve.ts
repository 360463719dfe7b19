import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from 'bullmq';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Localized } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import { type ClusterKey, clusterKey } from '../cluster-key.ts';
import { type Control, requestStop, restartYears } from '../control.ts';
import { Interrupted, JobFailed, ThreadDied, TooLittleMemory } from '../errors.ts';
import { runMessages } from '../messages.ts';
import { closeSession, openSession, type Session } from '../session.ts';
import type { Store } from '../store/store.ts';
import { connectionNews, isDisconnection, loadQueues, reached } from './connection.ts';
import { deadLetters } from './dead-letters.ts';
import type { Engine } from './engine.ts';
import {
  DEAD_LETTER,
  OtherKey,
  Poison,
  type QueuedAnswer,
  type QueuedReplicate,
  type Refusal,
  readJob,
} from './job.ts';
import { type KnownRun, knownRuns, RunNotThere } from './known-run.ts';
import type { Queues } from './queues.ts';

/** Time replicates have to end their year before their threads are ended. */
const GRACE_MS = 250;
/** Time after which a job that was handed back may be taken by another. */
const RETURN_MS = 500;
/** Pause before a question to a server that went away is asked again. */
const RETRY_MS = 1000;
/** Times a job is handed back because its run is nowhere, each after twice the time; then nobody has it. */
const MOST_RETURNS = 6;
/** Time the server has to take leave of a worker; one that is gone is not waited for. */
const FAREWELL_MS = 2000;
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
  /** A job was handed back: what was wrong. Told once a run. */
  readonly onRefused?: ((reason: InputError | TooLittleMemory) => void) | undefined;
  /** A job was laid aside because nobody may do it, with the reason. */
  readonly onDeadLetter?: ((reason: Localized) => void) | undefined;
  readonly onFailed?: ((name: string, reason: string) => void) | undefined;
  readonly onDeath?: ((died: ThreadDied) => void) | undefined;
  readonly onConnection?: ((connected: boolean) => void) | undefined;
}

/** A worker at work: what its jobs share. */
interface Workshop {
  readonly name: string;
  readonly key: ClusterKey | null;
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
  const key = clusterKey();
  const workshop: Workshop = { name, key, session, runOf: knownRuns(session, store), running: new Set(), options };
  const hand = handingOver(workshop, queues.library, {
    layAside: deadLetters(store, name),
    rest() {
      void worker.pause(true);
      setTimeout(() => worker.resume(), REST_LEASES * 1000 * leaseSeconds).unref();
    },
  });
  const work = { done: 0, active: 0, last: performance.now() };

  const worker = new queues.classes.Worker<QueuedReplicate, QueuedAnswer>(
    queues.queue,
    async (job, token) => {
      work.active++;
      try {
        const asked = readJob(job.id, job.data, workshop.key);
        const answer = await simulate(workshop, asked);
        work.done++;
        options.onDone?.(nameOf(asked), answer);
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
    await inTime(worker.close());
    await inTime(worker.disconnect());
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

const nameOf = ({ scenario, replicate }: QueuedReplicate): string => `${scenario}, replicate ${replicate}`;

/** Waits for something, but not for a server that is gone. */
const inTime = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work.catch(() => {}), pause(FAREWELL_MS, null, { ref: false })]);

/** What is done with a job that this worker does not do. */
interface Aside {
  /** Keeps a job that nobody may do, to be looked at. */
  readonly layAside: (data: unknown, reason: Localized) => Promise<void>;
  /** Called when a job was refused, so that this worker does not take it again at once. */
  readonly rest: () => void;
}

/** Hands a job back, lays it aside, or says how it failed, in the way the queue understands. */
function handingOver({ name, options }: Workshop, library: Queues['library'], { layAside, rest }: Aside) {
  const refused = new Set<string>();
  return async (job: Job<QueuedReplicate>, token: string | undefined, error: unknown): Promise<never> => {
    const bury = async ({ told }: Poison): Promise<never> => {
      options.onDeadLetter?.(told);
      await layAside(job.data, told).catch((failed: Error) => options.onFailed?.(name, failed.message));
      job.opts.removeOnFail = true; // whatever it says itself
      throw new library.UnrecoverableError(`${DEAD_LETTER}${told.en}`);
    };
    if (error instanceof Interrupted) {
      await job.moveToWait(token);
      throw new library.WaitingError();
    }
    if (error instanceof Poison) return bury(error);
    // perhaps the job is of others, with another store or key, perhaps of nobody
    const isStray = error instanceof RunNotThere || error instanceof OtherKey;
    if (isStray && job.attemptsStarted >= MOST_RETURNS) return bury(new Poison(runMessages.nobodys(error.message)));
    if (error instanceof InputError || error instanceof TooLittleMemory) {
      if (!refused.has(error.message)) options.onRefused?.(error);
      refused.add(error.message);
      await job.updateProgress({ worker: name, refused: error.message } satisfies Refusal);
      await job.moveToDelayed(Date.now() + RETURN_MS * (isStray ? 2 ** job.attemptsStarted : 1), token);
      if (!isStray) rest();
      throw new library.DelayedError();
    }
    const reason = error instanceof Error ? error.message : String(error);
    options.onFailed?.(nameOf(job.data), reason);
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
