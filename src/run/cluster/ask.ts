import { Interrupted } from '../errors.ts';
import { jobId, type QueuedReplicate } from './job.ts';

/** Jobs of one run that stand in the queue at a time: bounds what the server and this process hold. */
const WINDOW = 500;
/** Time after which the queue is compared with the store: an event may be lost, or a restarted server have lost its jobs. */
const COMPARE_MS = 10_000;

export interface Asking {
  /** What the run is, for messages. */
  readonly name: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with each replicate that is reported done. */
  readonly onDone?: ((replicate: number) => void) | undefined;
  /** Numbers of the replicates that are in the store. */
  readonly present: () => Promise<ReadonlySet<number>>;
}

/** A job that stands in the queue. */
export interface Standing {
  readonly job: QueuedReplicate;
  readonly name: string;
  /** Times a worker has laid it aside. */
  laidAside: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** The queue as the asker sees it. */
interface QueueSide {
  /** Jobs asked for and not answered, by name; events about them end up here. */
  readonly standing: Map<string, Standing>;
  /** Called when the server is back that was away. */
  readonly onBack: Set<() => void>;
  /** Puts a job into the queue; one that stands there already stays as it is. */
  add(entry: Standing): void;
  /** Takes jobs back that nobody has begun. */
  takeBack(ids: readonly string[]): void;
}

/**
 * Has replicates of one run made, a window of them at a time; answers when all are reported done.
 * @throws JobFailed, Interrupted; what stands in the queue is taken back then
 */
export async function askAll(side: QueueSide, jobs: readonly QueuedReplicate[], asking: Asking): Promise<void> {
  const { signal, onDone } = asking;
  const mine = new Set(jobs.map(jobId));
  let ended: Error | null = null;
  const end = (error: Error) => {
    if (ended !== null) return;
    ended = error;
    const left = standingOf(side, mine);
    for (const [, { reject }] of left) reject(error);
    side.takeBack(left.map(([id]) => id));
  };
  const stop = () => end(new Interrupted());
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const look = () => void compare(side, mine, asking).catch(end);
  const timer = setInterval(look, COMPARE_MS);
  side.onBack.add(look);
  const remaining = jobs.values();
  const lanes = Array.from({ length: Math.min(WINDOW, jobs.length) }, async () => {
    try {
      for (const job of remaining) {
        if (ended !== null) return;
        await make(side, job, asking.name);
        onDone?.(job.replicate);
      }
    } catch (error) {
      end(error as Error);
    }
  });
  await Promise.all(lanes);
  clearInterval(timer);
  side.onBack.delete(look);
  signal?.removeEventListener('abort', stop);
  if (ended !== null) throw ended;
}

/** Puts one job into the queue and waits for its answer. */
async function make({ standing, add }: QueueSide, job: QueuedReplicate, name: string): Promise<void> {
  const id = jobId(job);
  try {
    await new Promise<void>((resolve, reject) => {
      const entry = { job, name, laidAside: 0, resolve, reject };
      standing.set(id, entry);
      add(entry);
    });
  } finally {
    standing.delete(id);
  }
}

/** Settles what is in the store, and puts the rest into the queue once more. */
async function compare(side: QueueSide, mine: ReadonlySet<string>, { present }: Asking): Promise<void> {
  const there = await present();
  for (const [, entry] of standingOf(side, mine)) {
    if (there.has(entry.job.replicate)) entry.resolve();
    else side.add(entry);
  }
}

const standingOf = ({ standing }: QueueSide, mine: ReadonlySet<string>): [string, Standing][] =>
  [...standing].filter(([id]) => mine.has(id));
