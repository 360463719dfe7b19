import type { Localized } from '../../language/language.ts';
import { centralInterval, type Interval } from '../score/central-interval.ts';
import type { Outcome, Unit } from './unit.ts';

/** What a forecaster says of a unit, in its unit. */
export interface Forecast {
  /** The one figure it stands for: the median where it has a distribution. */
  readonly point: number;
  /** How sure it is: equally likely values, or two intervals where only those were kept; null where it does not say. */
  readonly spread: Members | Intervals | null;
}

interface Members {
  readonly members: readonly number[];
}

/** Central intervals of 50 and of 90 percent. */
export interface Intervals {
  readonly half: Interval;
  readonly wide: Interval;
}

/** The central intervals of 50 and 90 percent of a spread. */
export const intervalsOf = (spread: Members | Intervals): Intervals =>
  'members' in spread
    ? { half: centralInterval(spread.members, 0.5), wide: centralInterval(spread.members, 0.9) }
    : spread;

/** Why a forecaster says nothing of a unit. */
export interface NotApplicable {
  readonly because: Localized;
}

/** Anything that forecasts: the model is one more. It was made from what is known without the prefectures it is asked about. */
export interface Forecaster {
  readonly id: string;
  readonly name: Localized;
  /** Indicators it is meant for; all where left out. */
  readonly speaksOf?: ((indicator: string) => boolean) | undefined;
  readonly forecast: (unit: Unit) => Forecast | NotApplicable;
}

/** A rule that gives one figure, once it has seen how other prefectures fared. */
export interface Method {
  readonly id: string;
  readonly name: Localized;
  /** Indicators it is meant for; all where left out. */
  readonly speaksOf?: (indicator: string) => boolean;
  /** @param training outcomes known at the time, none of the prefectures the rule will be asked about */
  readonly learn: (training: readonly Outcome[]) => (unit: Unit) => number | NotApplicable;
}

export const isApplicable = <T>(answer: T | NotApplicable): answer is T =>
  typeof answer !== 'object' || answer === null || !('because' in answer);
