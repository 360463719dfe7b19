import { group } from 'd3-array';
import { probabilityIntegral } from '../score/probability-integral.ts';
import type { Assessment } from './assess.ts';
import { isApplicable } from './forecaster.ts';
import type { Level } from './unit.ts';

/** Fewer outcomes say nothing of tenths. */
const ENOUGH = 20;

/** Where the outcomes fell in the forecasts of one forecaster, by indicator and level; groups of too few are left out. */
export function calibrationRows(assessments: readonly Assessment[], forecasterId: string) {
  const told = assessments.flatMap(({ outcome, forecaster, forecast }) => {
    if (forecaster.id !== forecasterId || !isApplicable(forecast)) return [];
    const { spread } = forecast;
    if (spread === null || !('members' in spread)) return [];
    const { indicator, level, observed } = outcome;
    return [{ indicator, level, observed, members: spread.members }];
  });
  const groups = group(told, ({ indicator, level }) => `${level} ${indicator}`);
  return [...groups.values()]
    .filter((own) => own.length >= ENOUGH)
    .map((own) => ({
      indicator: own[0].indicator,
      level: own[0].level as Level,
      units: own.length,
      shares: probabilityIntegral(own),
    }));
}
