import { type Assessment, assess } from './assess.ts';
import type { Forecaster } from './forecaster.ts';
import type { Outcome } from './unit.ts';

/**
 * Every unit forecast from what was known at its origin elsewhere: the training are the outcomes of other prefectures that had
 * come by then.
 *
 *   outcomes, by origin and prefecture
 *     training = outcomes of the others with a target year up to the origin -> forecasters -> their word on the units
 */
export function rollOrigin(
  outcomes: readonly Outcome[],
  forecastersFrom: (training: readonly Outcome[]) => readonly Forecaster[],
): Assessment[] {
  const folds = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = `${outcome.indicator} ${outcome.origin} ${outcome.prefecture}`;
    folds.set(key, [...(folds.get(key) ?? []), outcome]);
  }
  return [...folds.values()].flatMap((units) => {
    const { indicator, prefecture, origin } = units[0];
    const known = outcomes.filter(
      (outcome) => outcome.indicator === indicator && outcome.prefecture !== prefecture && outcome.year <= origin,
    );
    return assess(units, forecastersFrom(known));
  });
}
