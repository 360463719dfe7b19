import { setTimeout } from 'node:timers/promises';
import type { JobsOptions } from 'bullmq';
import { Interrupted, JobFailed } from '../errors.ts';
import { connectionOf, loadQueues, QUEUE } from './connection.ts';
import type { Engine } from './engine.ts';
import { isRefusal, jobId, type QueuedReplicate, type Refusal } from './job.ts';

/** Jobs of one run that stand in the queue at a time: bounds what Redis and this process hold. */
const WINDOW = 500;
/** Time after which the queue is compared with the store: an event may be lost, or a restarted Redis have lost its jobs. */
const COMPARE_MS = 10_000;
const CENSUS_MS = 2000;
/** Time the queue has to take back what nobody has begun. */
const FAREWELL_MS = 2000;

const jobOptions: JobsOptions = {
  attempts: 4,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: true,
};

/** A queue of replicates that workers on any machine take their jobs from. */
export interface ReplicateQueue {
  /**
   * Has replicates of one run made; answers when all are reported done.
   * @throws JobFailed, Interrupted; what stands in the queue is taken back then
   */
  ask(jobs: readonly QueuedReplicate[], asking: Asking): Promise<void>;
  close(): Promise<void>;
}

export interface Asking {
  /** What the run is, for messages. */
  readonly name: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with each replicate that is reported done. */
  readonly onDone?: ((replicate: number) => void) | undefined;
  /** Numbers of the replicates that are in the store. */
  readonly present: () => Promise<ReadonlySet<number>>;
}

/** What the queue tells while it works. */
export interface QueueTold {
  /** A worker handed a job back because it must not do it. */
  readonly onRefusal?: ((refusal: Refusal) => void) | undefined;
  /** The connection broke off (false) or is back (true). */
  readonly onConnection?: ((connected: boolean) => void) | undefined;
  /** So many workers are connected; called when that changes. */
  readonly onWorkers?: ((workers: number) => void) | undefined;
}

/** A job that stands in the queue. */
interface Standing {
  readonly job: QueuedReplicate;
  readonly name: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens the queue. The store, not the queue, says what is done: Redis may be emptied at any time, and costs no replicate.
 * @throws Failure when the server cannot be reached
 */
export async function openQueue(engine: Engine, told: QueueTold = {}): Promise<ReplicateQueue> {
  const { Queue, QueueEvents } = await loadQueues(engine);
  const options = { connection: connectionOf(engine), prefix: engine.namespace };
  const queue = new Queue<QueuedReplicate>(QUEUE, options);
  const events = new QueueEvents(QUEUE, options);
  const standing = new Map<string, Standing>();
  const reconnected = connectionNews(told);
  queue.on('error', () => reconnected(false));
  events.on('error', () => reconnected(false));
  events.on('completed', ({ jobId }) => standing.get(jobId)?.resolve());
  events.on('failed', ({ jobId, failedReason }) => {
    const failed = standing.get(jobId);
    failed?.reject(new JobFailed(`${failed.name}, replicate ${failed.job.replicate}`, failedReason));
  });
  events.on('progress', ({ data }) => {
    if (isRefusal(data)) told.onRefusal?.(data);
  });
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
  const countWorkers = async () => {
    const workers = await queue.getWorkersCount();
    reconnected(true);
    return workers;
  };
  const endCensus = census(countWorkers, told);

  const add = ({ job, name, reject }: Standing) => {
    queue.add(name, job, { ...jobOptions, jobId: jobId(job) }).catch(reject);
  };
  const make = async (job: QueuedReplicate, name: string): Promise<void> => {
    const id = jobId(job);
    try {
      await new Promise<void>((resolve, reject) => {
        const entry = { job, name, resolve, reject };
        standing.set(id, entry);
        add(entry);
      });
    } finally {
      standing.delete(id);
    }
  };
  const compare = async (mine: ReadonlySet<string>, present: Asking['present']) => {
    const there = await present();
    for (const [id, entry] of standing) {
      if (!mine.has(id)) continue;
      if (there.has(entry.job.replicate)) entry.resolve();
      else add(entry);
    }
  };
  const takeBack = (ids: readonly string[]) =>
    Promise.race([
      Promise.allSettled(ids.map((id) => queue.remove(id))),
      setTimeout(FAREWELL_MS, null, { ref: false }),
    ]);

  return {
    async ask(jobs, { name, signal, onDone, present }) {
      const mine = new Set(jobs.map(jobId));
      const ownStanding = () => [...standing].filter(([id]) => mine.has(id));
      let ended: Error | null = null;
      const end = (error: Error) => {
        ended ??= error;
        for (const [, { reject }] of ownStanding()) reject(ended);
      };
      const stop = () => end(new Interrupted());
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { once: true });
      const timer = setInterval(() => void compare(mine, present).catch(end), COMPARE_MS);
      const remaining = jobs.values();
      const lane = async () => {
        for (const job of remaining) {
          if (ended !== null) return;
          await make(job, name);
          onDone?.(job.replicate);
        }
      };
      const lanes = Array.from({ length: Math.min(WINDOW, jobs.length) }, async () => {
        try {
          await lane();
        } catch (error) {
          if (ended === null) void takeBack(ownStanding().map(([id]) => id));
          end(error as Error);
        }
      });
      await Promise.all(lanes);
      clearInterval(timer);
      signal?.removeEventListener('abort', stop);
      if (ended !== null) throw ended;
    },
    async close() {
      endCensus();
      const closing = Promise.allSettled([events.close(), queue.close()]);
      await Promise.race([closing, setTimeout(FAREWELL_MS, null, { ref: false })]);
    },
  };
}

/** Tells of a connection only when its state changes. */
function connectionNews({ onConnection }: QueueTold): (connected: boolean) => void {
  let before = true;
  return (connected) => {
    if (connected !== before) onConnection?.(connected);
    before = connected;
  };
}

/** Counts the workers now and again; answers with what ends it. */
function census(count: () => Promise<number>, { onWorkers }: QueueTold): () => void {
  let before = -1;
  const look = async () => {
    const workers = await count().catch(() => before);
    if (workers !== before) onWorkers?.(workers);
    before = workers;
  };
  void look();
  const timer = setInterval(() => void look(), CENSUS_MS);
  return () => clearInterval(timer);
}
