import { median } from 'simple-statistics';
import type { Asked } from '../../../indicator/asked.ts';
import type { ReplicateResult } from '../../../indicator/result.ts';
import { readForTarget, targetValue } from '../../hindcast/target-value.ts';
import type { Forecaster } from '../forecaster.ts';
import { type Unit, unitKey } from '../unit.ts';

/** What the replicates of a run say of every unit: values by `unitKey`, in replicate order. */
export type UnitMembers = Readonly<Record<string, readonly number[]>>;

/** Reads the replicates of one prefecture's run at its units; replicates without the figure are left out. */
export const unitMembers = (units: readonly Unit[], results: readonly ReplicateResult[]): UnitMembers =>
  Object.fromEntries(
    units.map((unit) => [
      unitKey(unit),
      results.map((result) => targetValue(unit, result)).filter((value) => !Number.isNaN(value)),
    ]),
  );

/** What has to be measured of a replicate for them. */
export const askedOfUnits = (units: readonly Unit[]): Asked[] =>
  units.map(({ indicator, year }) => ({ indicators: readForTarget(indicator), from: year, to: year }));

export const MODEL = 'model';

/** The model as one forecaster among others: the replicates are its members, their median its point. */
export const modelForecaster = (members: UnitMembers): Forecaster => ({
  id: MODEL,
  name: { zh: '本模型', en: 'this model' },
  forecast: (unit) => {
    const values = members[unitKey(unit)] ?? [];
    return values.length > 0 ? { point: median([...values]), spread: { members: values } } : { because: notSimulated };
  },
});

const notSimulated = { zh: '没有模拟', en: 'not simulated' };
