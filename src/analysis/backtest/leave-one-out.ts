import { type Assessment, assess } from './assess.ts';
import type { Forecaster } from './forecaster.ts';
import type { Outcome } from './unit.ts';

/**
 * Every prefecture forecast from the others.
 *
 *   outcomes of all prefectures
 *     for each asked for: training = the outcomes of the others -> forecasters -> their word on the one left out
 *
 * @param forecastersFrom makes the forecasters for a prefecture from the training outcomes, which hold nothing of it
 * @param asked prefectures to forecast; the training takes in all others whether or not they are asked for
 */
export function leaveOneOut(
  outcomes: readonly Outcome[],
  forecastersFrom: (training: readonly Outcome[], left: string) => readonly Forecaster[],
  asked: readonly string[] = [...new Set(outcomes.map(({ prefecture }) => prefecture))],
): Assessment[] {
  return asked.flatMap((left) => {
    const training = outcomes.filter(({ prefecture }) => prefecture !== left);
    const own = outcomes.filter(({ prefecture }) => prefecture === left);
    return assess(own, forecastersFrom(training, left));
  });
}
