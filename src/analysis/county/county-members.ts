import { group } from 'd3-array';
import type { Asked } from '../../indicator/asked.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { placeOf, type Regions } from '../../scenario/city/regions.ts';
import type { UnitMembers } from '../backtest/model/model-forecaster.ts';
import { type Outcome, unitKey } from '../backtest/unit.ts';
import { readForTarget, targetValue } from '../hindcast/target-value.ts';
import type { Learned } from './county-forecast.ts';
import { COUNTS, countyOutcomes, WHOLE } from './county-outcomes.ts';

const YEAR = 2020;
const RESIDENTS = 'resident_population';

/** What a run from 2010 has to be asked for. */
export const askedOfCounties = (units: readonly Learned[]): Asked[] => [
  {
    indicators: [...new Set(countyOutcomes(units.slice(0, 1)).flatMap(({ indicator }) => readForTarget(indicator)))],
    from: YEAR,
    to: YEAR,
  },
];

const areaOf = ({ unit }: Learned): string => unit.codes[2020].join('+');

/**
 * What the replicates of a place's run from 2010 say of its units in 2020, by the key of the outcome: the run has the codes of 2010, the outcome
 * those of 2020.
 */
export function countyMembers(units: readonly Learned[], results: readonly ReplicateResult[]): UnitMembers {
  const codesOf = new Map(units.map((each) => [areaOf(each), each.unit.codes[2010].join('+')]));
  const outcomes = countyOutcomes(units).filter(({ area }) => area !== WHOLE);
  return Object.fromEntries(
    outcomes.map((outcome) => {
      const target = { indicator: outcome.indicator, area: codesOf.get(outcome.area)!, year: YEAR };
      return [unitKey(outcome), results.map((result) => targetValue(target, result))];
    }),
  );
}

/**
 * The same of whole prefectures, replicate by replicate: residents added up, shares weighted by them. Counties run by a province are runs of
 * their own and one prefecture here.
 */
export function wholeMembers(units: readonly Learned[], members: UnitMembers): UnitMembers {
  const areasOf = group(units, ({ unit }) => unit.prefecture);
  const wholes = countyOutcomes(units).filter(({ area }) => area === WHOLE);
  return Object.fromEntries(
    wholes.flatMap((outcome) => {
      const parts = areasOf.get(outcome.prefecture)!.map((each) => {
        const of = (indicator: string) =>
          members[unitKey({ ...outcome, indicator, area: areaOf(each) } as Outcome)] ?? [];
        return { residents: of(RESIDENTS), values: of(outcome.indicator) };
      });
      const replicates = Math.min(...parts.map(({ residents }) => residents.length));
      const values = Array.from({ length: replicates }, (_, r) => {
        const all = parts.reduce((sum, { residents }) => sum + residents[r], 0);
        if (COUNTS.has(outcome.indicator)) return parts.reduce((sum, { values: own }) => sum + own[r], 0);
        return parts.reduce((sum, { residents, values: own }) => sum + residents[r] * own[r], 0) / all;
      });
      return [[unitKey(outcome), values.filter((value) => !Number.isNaN(value))]];
    }),
  );
}

/** Units by the place whose run has them, in order of its code. */
export const unitsByPlace = (units: readonly Learned[], regions: Regions): [string, Learned[]][] =>
  [...group(units, ({ unit }) => placeOf(regions.get(unit.codes[2020][0])!, regions))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
