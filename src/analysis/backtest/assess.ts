import type { Forecast, Forecaster, NotApplicable } from './forecaster.ts';
import type { Outcome } from './unit.ts';

/** What one forecaster said of one unit, beside what came of it. */
export interface Assessment {
  readonly outcome: Outcome;
  readonly forecaster: Pick<Forecaster, 'id' | 'name'>;
  readonly forecast: Forecast | NotApplicable;
}

/** Asks every forecaster about every unit of an indicator it is meant for: unit by unit, in the order given. */
export const assess = (outcomes: readonly Outcome[], forecasters: readonly Forecaster[]): Assessment[] =>
  outcomes.flatMap((outcome) =>
    forecasters
      .filter(({ speaksOf }) => speaksOf?.(outcome.indicator) ?? true)
      .map(({ id, name, forecast }) => ({ outcome, forecaster: { id, name }, forecast: forecast(outcome) })),
  );
