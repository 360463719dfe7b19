import { setTimeout } from 'node:timers/promises';
import type { JobsOptions } from 'bullmq';
import { JobFailed } from '../errors.ts';
import { type Asking, askAll, type Standing } from './ask.ts';
import { connectionNews, isDisconnection, loadQueues, reached } from './connection.ts';
import type { Engine } from './engine.ts';
import { DEAD_LETTER, isRefusal, jobId, type QueuedReplicate, type Refusal } from './job.ts';
import type { Queues } from './queues.ts';

const CENSUS_MS = 2000;
/** Times a job of ours that was laid aside is put into the queue once more. */
const MOST_LAID_ASIDE = 3;
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

/** What the queue tells while it works. */
interface QueueTold {
  /** A worker handed a job back because it must not do it. */
  readonly onRefusal?: ((refusal: Refusal) => void) | undefined;
  /** A worker laid a job aside, of this run or of nobody's, because nobody may do it. */
  readonly onDeadLetter?: ((reason: string) => void) | undefined;
  /** The connection broke off (false) or is back (true). */
  readonly onConnection?: ((connected: boolean) => void) | undefined;
  /** So many workers are connected; called when that changes. */
  readonly onWorkers?: ((workers: number) => void) | undefined;
}

/**
 * Opens the queue. The store, not the queue, says what is done: the server may be emptied at any time, and costs no replicate.
 * @throws Failure when the server cannot be reached
 */
export async function openQueue(engine: Engine, told: QueueTold = {}): Promise<ReplicateQueue> {
  const queues = await loadQueues(engine);
  const { queue, events, close } = await openBoth(engine, queues);
  const standing = new Map<string, Standing>();
  const onBack = new Set<() => void>();
  const news = connectionNews(queues, {
    onConnection(connected) {
      told.onConnection?.(connected);
      if (connected) for (const each of onBack) each();
    },
  });
  queue.on('error', news.lost);
  events.on('error', news.lost);
  events.on('completed', ({ jobId }) => standing.get(jobId)?.resolve());
  events.on('failed', ({ jobId, failedReason }) => {
    const failed = standing.get(jobId);
    if (failedReason.startsWith(DEAD_LETTER)) {
      told.onDeadLetter?.(failedReason.slice(DEAD_LETTER.length));
      // somebody else may have put another job there under the name of ours
      if (failed !== undefined && ++failed.laidAside <= MOST_LAID_ASIDE) return side.add(failed);
    }
    failed?.reject(new JobFailed(`${failed.name}, replicate ${failed.job.replicate}`, failedReason));
  });
  events.on('progress', ({ data }) => {
    if (isRefusal(data)) told.onRefusal?.(data);
  });
  const endCensus = census(async () => {
    try {
      return await queue.getWorkersCount();
    } catch (error) {
      if (isDisconnection(error)) news.lost();
      throw error;
    }
  }, told);

  let leaving: Promise<unknown> = Promise.resolve();
  const side = {
    standing,
    onBack,
    add: ({ job, name, reject }: Standing) => {
      queue.add(name, job, { ...jobOptions, jobId: jobId(job) }).catch((error: Error) => {
        // what is not in the queue when the server is back is put there by the comparison with the store
        if (isDisconnection(error)) news.lost();
        else reject(error);
      });
    },
    takeBack: (ids: readonly string[]) => {
      leaving = Promise.allSettled([leaving, ...ids.map((id) => queue.remove(id))]);
    },
  };
  return {
    ask: (jobs, asking) => askAll(side, jobs, asking),
    async close() {
      endCensus();
      news.end();
      await inTime(leaving);
      await close();
    },
  };
}

/**
 * Opens the queue, then the ear for what happens in it: one that is closed while it still opens may leave a connection behind.
 * @throws Failure when the server does not let both be opened
 */
async function openBoth(engine: Engine, { classes, queue: name, options }: Queues) {
  const opened: { close(): Promise<void> }[] = [];
  const close = () => inTime(Promise.allSettled(opened.map((each) => each.close())));
  try {
    const queue = new classes.Queue<QueuedReplicate>(name, options);
    opened.push(queue);
    // what goes wrong before they are open is told by the opening
    queue.on('error', () => {});
    await reached(engine, queue.waitUntilReady());
    const events = new classes.QueueEvents(name, options);
    opened.push(events);
    events.on('error', () => {});
    await reached(engine, events.waitUntilReady());
    return { queue, events, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits for something, but not for a server that is gone. */
const inTime = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, setTimeout(FAREWELL_MS, null, { ref: false })]);

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
