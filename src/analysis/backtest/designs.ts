import type { CityData } from '../../scenario/city-data.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { type Assessment, assess } from './assess.ts';
import type { Forecaster, Method } from './forecaster.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { naiveMethods, seriesMethods } from './naive/index.ts';
import { rollOrigin } from './roll-origin.ts';
import { rollingOutcomes } from './rolling-outcomes.ts';
import type { Outcome } from './unit.ts';
import { withSpread } from './with-spread.ts';

/** Naive forecasts, once they have seen these outcomes. */
const learned =
  (methods: readonly Method[]) =>
  (training: readonly Outcome[]): Forecaster[] =>
    methods.map((method) => withSpread(method, training));
const naiveFrom = learned(naiveMethods);

/** The census decade, each prefecture forecast from the others. @param models asked first, where there are any */
export const assessPrefectures = (
  outcomes: readonly Outcome[],
  asked: readonly string[],
  models: readonly Forecaster[],
): Assessment[] => leaveOneOut(outcomes, (training) => [...models, ...naiveFrom(training)], asked);

/** Figures after 2020 of many places, run from the census of 2020. @param known what naive forecasts learn from, nothing of it after 2020 */
export const assessRecent = (
  outcomes: readonly Outcome[],
  known: readonly Outcome[],
  model: Forecaster,
): Assessment[] => assess(outcomes, [model, ...naiveFrom(known)]);

/** The yearly series of all prefectures, forecast from every year. No run can start between two censuses: no model here. */
export const assessRolling = (read: ReadText): Assessment[] =>
  rollOrigin(rollingOutcomes(read), learned(seriesMethods));

/**
 * The figures published after a scenario's base year. The naive forecasts learn from the decade before the break of 2020: for a
 * run from 2010 from what came of the other prefectures in the same ten years, for one from 2020 from all of it.
 * @param decade what came of the censuses' areas
 * @param registers what came of the yearly registers, any origin
 */
export function assessScenario(
  outcomes: readonly Outcome[],
  { decade, registers }: { readonly decade: readonly Outcome[]; readonly registers: readonly Outcome[] },
  { code, censusYear }: Pick<CityData, 'code' | 'censusYear'>,
  model: Forecaster,
): Assessment[] {
  const known = [...decade, ...registers].filter(({ prefecture, origin, year }) =>
    censusYear === 2010 ? prefecture !== code && origin >= 2010 && year <= 2020 : year <= 2020,
  );
  return assess(outcomes, [model, ...naiveFrom(known)]);
}
