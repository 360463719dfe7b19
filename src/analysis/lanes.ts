import { type Control, requestStop, yearsFinished } from '../run/control.ts';
import { Interrupted } from '../run/errors.ts';
import type { Watch } from '../run/run-replicates.ts';
import type { Session } from '../run/session.ts';

/** Time replicates have to end their year after a stop before their threads are ended. */
const GRACE_MS = 250;
const PROGRESS_MS = 200;

/** Replicates an analysis has to simulate, under one control. */
interface Lanes<T> {
  readonly tasks: readonly T[];
  readonly control: Control;
  /** Simulated years of all tasks. */
  readonly years: number;
  /** Tasks under way at a time. */
  readonly atATime: number;
  /** Simulates one task and keeps what came of it. */
  readonly work: (task: T) => Promise<void>;
}

/**
 * Works the tasks off in lanes: every lane takes the next one when it has done one. The first failure stops the others, and is
 * thrown when they have stopped.
 * @throws JobFailed, Interrupted; what was finished by then is kept
 */
export async function workInLanes<T>(
  { pool }: Session,
  { tasks, control, years, atATime, work }: Lanes<T>,
  { signal, onProgress }: Watch,
): Promise<void> {
  if (signal?.aborted) throw new Interrupted();
  const timer = setInterval(() => {
    // nothing is told while the base population is made: it would spoil the time left
    const finished = yearsFinished(control);
    if (finished > 0) onProgress?.(finished, years);
  }, PROGRESS_MS);
  const stop = () => {
    requestStop(control);
    setTimeout(() => void pool.close(), GRACE_MS).unref();
  };
  signal?.addEventListener('abort', stop, { once: true });
  const failures: unknown[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < tasks.length && failures.length === 0) {
      try {
        await work(tasks[next++]!);
      } catch (error) {
        failures.push(error);
        requestStop(control);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: atATime }, lane));
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
  }
  // those that were only asked to stop because of the first come second
  if (failures.length > 0) throw failures.find((error) => !(error instanceof Interrupted)) ?? failures[0];
  if (signal?.aborted) throw new Interrupted();
  if (tasks.length > 0) onProgress?.(years, years);
}
