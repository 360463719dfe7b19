import type { Evaluation, Evaluator } from './evaluate.ts';

/** Told how many seconds the simulations of an answer will take by the clock. */
export interface Paced {
  readonly onExpected?: (seconds: number) => void;
}

/**
 * Seconds a simulation takes by the clock, with all threads at work: of a few after the first, whose code is still cold. They are kept,
 * so that nothing is simulated twice; those at hand take no time.
 */
export async function paceOf(
  evaluate: (evaluations: readonly Evaluation[]) => ReturnType<Evaluator['evaluate']>,
  evaluations: readonly Evaluation[],
  workers: number,
): Promise<number> {
  await evaluate(evaluations.slice(0, workers));
  const timed = evaluations.slice(workers, 4 * workers);
  const started = performance.now();
  await evaluate(timed);
  return (performance.now() - started) / 1000 / Math.max(1, timed.length);
}
