import type { LocalName } from '../../scenario/city-data.ts';
import type { Outcome, Unit } from './unit.ts';

/** What a forecaster says of a unit, in its unit. */
export interface Forecast {
  /** The one figure it stands for: the median where it has a distribution. */
  readonly point: number;
  /** Equally likely values; null where it has no distribution. */
  readonly members: readonly number[] | null;
}

/** Why a forecaster says nothing of a unit. */
export interface NotApplicable {
  readonly because: LocalName;
}

/** Anything that forecasts: the model is one more. It was made from what is known without the prefectures it is asked about. */
export interface Forecaster {
  readonly id: string;
  readonly name: LocalName;
  readonly forecast: (unit: Unit) => Forecast | NotApplicable;
}

/** A rule that gives one figure, once it has seen how other prefectures fared. */
export interface Method {
  readonly id: string;
  readonly name: LocalName;
  /** @param training outcomes known at the time, none of the prefectures the rule will be asked about */
  readonly fit: (training: readonly Outcome[]) => (unit: Unit) => number | NotApplicable;
}

export const isApplicable = <T>(answer: T | NotApplicable): answer is T =>
  typeof answer !== 'object' || answer === null || !('because' in answer);
