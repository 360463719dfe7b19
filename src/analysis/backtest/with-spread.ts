import type { Forecast, Forecaster, Method, NotApplicable } from './forecaster.ts';
import { isApplicable } from './forecaster.ts';
import { scaleOf } from './scale.ts';
import { horizonOf, type Outcome, type Unit } from './unit.ts';

/** Fewer past errors than this say too little of the spread of the next. */
const ENOUGH_ERRORS = 10;
/** Of more than these, as many evenly spread ones tell the spread as well. */
const MOST_ERRORS = 200;

/**
 * A rule with the spread of its own errors on the training prefectures, each of them left out when it is forecast.
 *
 * The errors are taken at the same horizon and level on the scale of the indicator, and laid on either side of the point, so
 * that the point stays the median. With too few of them the forecast is a point alone.
 */
export function withSpread({ id, name, speaksOf, learn }: Method, training: readonly Outcome[]): Forecaster {
  const rule = learn(training);
  const known = new Map<string, readonly number[]>();
  const errorsFor = (unit: Unit): readonly number[] => {
    const group = groupOf(unit);
    const errors = known.get(group) ?? spreadOut(errorsOf(learn, training, group));
    known.set(group, errors);
    return errors;
  };
  return {
    id,
    name,
    speaksOf,
    forecast(unit: Unit): Forecast | NotApplicable {
      const point = rule(unit);
      if (!isApplicable(point)) return point;
      const errors = errorsFor(unit);
      if (errors.length < ENOUGH_ERRORS) return { point, spread: null };
      const { to, from } = scaleOf(unit.indicator);
      const middle = to(point);
      const members = errors.flatMap((error) => [from(middle - error), from(middle + error)]);
      return { point, spread: { members } };
    },
  };
}

/** Errors in order, or so many of them at even distances. */
function spreadOut(errors: readonly number[]): readonly number[] {
  if (errors.length <= MOST_ERRORS) return errors;
  const sorted = [...errors].sort((a, b) => a - b);
  return Array.from({ length: MOST_ERRORS }, (_, n) => sorted[Math.floor(((n + 0.5) * sorted.length) / MOST_ERRORS)]);
}

/** Units whose errors say something of each other. */
const groupOf = (unit: Unit): string => [unit.indicator, unit.level, horizonOf(unit)].join(' ');

/** Errors of a rule on the units of one group, every prefecture forecast from the others. Infinite ones (0 %, 100 %) are left out. */
function errorsOf(learn: Method['learn'], training: readonly Outcome[], group: string): number[] {
  const asked = training.filter((outcome) => groupOf(outcome) === group);
  return [...new Set(asked.map(({ prefecture }) => prefecture))].flatMap((left) => {
    const rule = learn(asked.filter(({ prefecture }) => prefecture !== left));
    return asked.flatMap((outcome) => {
      if (outcome.prefecture !== left) return [];
      const { to } = scaleOf(outcome.indicator);
      const point = rule(outcome);
      const error = isApplicable(point) ? to(outcome.observed) - to(point) : Number.NaN;
      return Number.isFinite(error) ? [error] : [];
    });
  });
}
