import type { Cache } from './cache.ts';
import type { Evaluation, Evaluator } from './evaluate.ts';

/** Told how many seconds the simulations of an answer will take by the clock, and how many are at hand from a command that was stopped. */
export interface Paced {
  readonly onExpected?: (seconds: number, atHand: number) => void;
}

/** How fast simulations go, and how many there are already. */
export interface Pace {
  /** Of one simulation, by the clock, with all threads at work. */
  readonly seconds: number;
  readonly atHand: number;
}

/** Kept beside the evaluations: seconds a simulation took. No evaluation has this name. */
const PACE = 'seconds';

/**
 * How fast simulations go: a few after the first, whose code is still cold, are timed and kept, so that nothing is simulated twice. Where
 * they are at hand the pace is the one they were made at.
 */
export async function paceOf(
  evaluate: (evaluations: readonly Evaluation[]) => ReturnType<Evaluator['evaluate']>,
  evaluations: readonly Evaluation[],
  workers: number,
  cache: Cache,
): Promise<Pace> {
  const known = cache.get(PACE);
  // what the size of the sample was found by is in the same place: only a command that was stopped later leaves a pace
  const atHand = known === undefined ? 0 : cache.size - 1;
  await evaluate(evaluations.slice(0, workers));
  const before = cache.size;
  const started = performance.now();
  await evaluate(evaluations.slice(workers, 4 * workers));
  const fresh = cache.size - before;
  if (fresh === 0 && known !== undefined) return { seconds: known[0], atHand };
  const seconds = (performance.now() - started) / 1000 / Math.max(1, fresh);
  if (fresh > 0) cache.put(PACE, [seconds]);
  return { seconds, atHand };
}
