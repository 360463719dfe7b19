import { Piscina } from 'piscina';
import { restartYears } from './control.ts';
import { Interrupted, JobFailed, ThreadDied } from './errors.ts';
import { handOver } from './handed.ts';
import type { Job, Outcome } from './job.ts';

/** Threads that do jobs. They stay alive between jobs and between scenarios, so that their tables are used again. */
export interface Pool {
  readonly workers: number;
  /**
   * Does one job in whichever thread is free; when its thread dies, again in another, up to three times in all.
   * @param name what the job is, for messages: `baotou, replicate 3`
   * @throws JobFailed when the job throws or its thread dies, Interrupted when it was asked to stop or the pool was closed
   */
  run<T>(job: Job, name: string): Promise<T>;
  /** Ends all threads at once, whatever they are doing. */
  close(): Promise<void>;
}

const isSource = import.meta.url.endsWith('.ts');
const workerEntry = new URL(isSource ? './worker.dev.mjs' : './worker.js', import.meta.url).href;

/** Times a job is begun before its thread's death counts as the job's own fault. */
const ATTEMPTS = 3;

/**
 * Opens a pool of that many threads.
 * @param entry the module whose default export does a job
 * @param onDeath told when a thread died and its job is begun again
 */
export function openPool(workers: number, entry: string = workerEntry, onDeath?: (died: ThreadDied) => void): Pool {
  const threads = new Piscina({ filename: entry, minThreads: workers, maxThreads: workers });
  let closed = false;
  // a thread that is ended may still have an answer under way, which nobody waits for
  threads.on('error', (error: Error) => {
    if (!closed) throw error;
  });
  const attempt = async <T>(job: Job, name: string): Promise<T> => {
    let outcome: Outcome<T>;
    try {
      outcome = await threads.run(handOver(job));
    } catch (error) {
      if (closed) throw new Interrupted();
      throw failureOf(name, error as NodeJS.ErrnoException);
    }
    if (outcome.ok) return outcome.value;
    if (outcome.reason === 'stopped') throw new Interrupted();
    throw new JobFailed(name, outcome.detail);
  };
  return {
    workers,
    async run<T>(job: Job, name: string): Promise<T> {
      for (let attempts = 1; ; attempts++) {
        try {
          return await attempt<T>(job, name);
        } catch (error) {
          if (!(error instanceof ThreadDied) || attempts === ATTEMPTS) throw error;
          if (job.kind === 'replicate') restartYears(job.context.control, job.replicate);
          onDeath?.(error);
        }
      }
    },
    async close() {
      closed = true;
      await threads.destroy();
    },
  };
}

/** Why a thread gave no answer: it died, or the job threw. */
function failureOf(name: string, error: NodeJS.ErrnoException): JobFailed {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return new ThreadDied(name, 'the worker thread ran out of memory');
  if (/exited with code/.test(error.message)) {
    return new ThreadDied(name, `the worker thread died (${error.message})`);
  }
  return new JobFailed(name, error.message);
}
