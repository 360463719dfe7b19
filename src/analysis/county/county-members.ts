import { group } from 'd3-array';
import type { Asked } from '../../indicator/asked.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { UnitMembers } from '../backtest/model/model-forecaster.ts';
import { unitKey } from '../backtest/unit.ts';
import { readForTarget, targetValue } from '../hindcast/target-value.ts';
import type { Learned } from './county-forecast.ts';
import { countyOutcomes } from './county-outcomes.ts';

const YEAR = 2020;

/** What a run from 2010 has to be asked for. */
export const askedOfCounties = (units: readonly Learned[]): Asked[] => [
  {
    indicators: [...new Set(countyOutcomes(units.slice(0, 1)).flatMap(({ indicator }) => readForTarget(indicator)))],
    from: YEAR,
    to: YEAR,
  },
];

/**
 * What the replicates of a prefecture's run from 2010 say of its units in 2020, by the key of the outcome: the run has the codes of 2010, the
 * outcome those of 2020. Replicates without the figure are left out.
 */
export function countyMembers(units: readonly Learned[], results: readonly ReplicateResult[]): UnitMembers {
  const codesOf = (area: string): string => {
    const own = units.filter(({ unit }) => area === 'city' || unit.codes[2020].join('+') === area);
    return [...new Set(own.flatMap(({ unit }) => unit.codes[2010]))].join('+');
  };
  return Object.fromEntries(
    countyOutcomes(units).map((outcome) => {
      const target = { indicator: outcome.indicator, area: codesOf(outcome.area), year: YEAR };
      const values = results.map((result) => targetValue(target, result));
      return [unitKey(outcome), values.filter((value) => !Number.isNaN(value))];
    }),
  );
}

/** Units by prefecture, in order of its code. */
export const unitsByPrefecture = (units: readonly Learned[]): [string, Learned[]][] =>
  [...group(units, ({ unit }) => unit.prefecture)].sort(([a], [b]) => (a < b ? -1 : 1));
