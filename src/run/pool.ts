import { Piscina } from 'piscina';
import { Interrupted, JobFailed } from './errors.ts';
import type { Job, Outcome } from './job.ts';

/** Threads that do jobs. They stay alive between jobs and between scenarios, so that their tables are used again. */
export interface Pool {
  readonly workers: number;
  /**
   * Does one job in whichever thread is free.
   * @param name what the job is, for messages: `baotou, replicate 3`
   * @throws JobFailed when the job throws or its thread dies, Interrupted when it was asked to stop or the pool was closed
   */
  run<T>(job: Job, name: string): Promise<T>;
  /** Ends all threads at once, whatever they are doing. */
  close(): Promise<void>;
}

const isSource = import.meta.url.endsWith('.ts');
const workerEntry = new URL(isSource ? './worker.dev.mjs' : './worker.js', import.meta.url).href;

/** Opens a pool of that many threads. `entry` is the module whose default export does a job. */
export function openPool(workers: number, entry: string = workerEntry): Pool {
  const threads = new Piscina({ filename: entry, minThreads: workers, maxThreads: workers });
  let closed = false;
  // a thread that is ended may still have an answer under way, which nobody waits for
  threads.on('error', (error: Error) => {
    if (!closed) throw error;
  });
  return {
    workers,
    async run<T>(job: Job, name: string): Promise<T> {
      let outcome: Outcome<T>;
      try {
        outcome = await threads.run(job);
      } catch (error) {
        if (closed) throw new Interrupted();
        throw new JobFailed(name, deathNote(error as NodeJS.ErrnoException));
      }
      if (outcome.ok) return outcome.value;
      if (outcome.reason === 'stopped') throw new Interrupted();
      throw new JobFailed(name, outcome.detail);
    },
    async close() {
      closed = true;
      await threads.destroy();
    },
  };
}

/** One line on why a thread gave no answer. */
function deathNote(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'the worker thread ran out of memory';
  if (/exited with code/.test(error.message)) return `the worker thread died (${error.message})`;
  return error.message;
}
