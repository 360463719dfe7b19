import { allocateMemory, type Memory } from '../population/shared-memory.ts';

/**
 * The words that the main thread and the workers share while replicates run: word 0 asks everybody to stop, word 1 + r
 * counts the years replicate r has finished. Reading and writing them costs nothing beside a simulated year.
 */
export type Control = Int32Array<Memory>;

export const allocateControl = (replicates: number): Control => new Int32Array(allocateMemory(4 * (1 + replicates)));

/** Asks every replicate to stop at the end of the year it is in. */
export function requestStop(control: Control): void {
  Atomics.store(control, 0, 1);
}

export const stopRequested = (control: Control): boolean => Atomics.load(control, 0) !== 0;

/** Notes one more finished year of a replicate; false when the replicate should stop. */
export function finishYear(control: Control, replicate: number): boolean {
  Atomics.add(control, 1 + replicate, 1);
  return !stopRequested(control);
}

/** Forgets the years of a replicate that begins again. */
export function restartYears(control: Control, replicate: number): void {
  Atomics.store(control, 1 + replicate, 0);
}

/** Years finished so far, over all replicates. */
export function yearsFinished(control: Control): number {
  let years = 0;
  for (let i = 1; i < control.length; i++) years += Atomics.load(control, i);
  return years;
}
