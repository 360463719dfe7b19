import { median } from 'simple-statistics';
import { exp } from '../../../math/exp.ts';
import type { Discrepancy } from '../../calibration/linear-model.ts';
import { normalDraws } from '../../calibration/normal-draws.ts';
import { targetKinds } from '../../calibration/target-kinds.ts';
import type { Forecaster } from '../forecaster.ts';
import { lastOf, type Unit, unitKey } from '../unit.ts';
import type { UnitMembers } from './model-forecaster.ts';

export const MISFIT = 'model-and-misfit';

/**
 * The model's replicates, each moved by what the calibration found the model to miss at the best parameters: a normal error that
 * all areas of a prefecture share and one of each area's own, on the scale the calibration measures them on. What a reader would
 * have to add to the model's intervals; its runs do not show it. The error of a prefecture as a whole is the mean of its areas',
 * weighted by their residents at the origin.
 * @param units all units that may be asked for, which tell the areas of each prefecture
 * @param discrepancyOf variance by indicator, found without the prefecture
 */
export function misfitForecaster(
  members: UnitMembers,
  units: readonly Unit[],
  discrepancyOf: (prefecture: string) => Readonly<Record<string, Discrepancy>>,
  seed: string,
): Forecaster {
  return {
    id: MISFIT,
    name: { zh: '本模型加其误差', en: 'this model and its misfit' },
    speaksOf: (indicator) => targetKinds.some((kind) => kind.indicator === indicator && kind.scale !== 'logShare'),
    forecast: (unit) => {
      const values = members[unitKey(unit)] ?? [];
      const discrepancy = discrepancyOf(unit.prefecture)[unit.indicator];
      if (values.length === 0 || discrepancy === undefined) return { because: nothingKnown };
      const errors = errorsOf(unit, units, discrepancy, values.length, seed);
      const relative = targetKinds.find(({ indicator }) => indicator === unit.indicator)!.scale === 'log';
      const moved = values.map((value, n) => (relative ? value * exp(errors[n]) : value + errors[n]));
      return { point: median(moved), spread: { members: moved } };
    },
  };
}

const nothingKnown = { zh: '没有模拟，或校准不含该指标', en: 'not simulated, or not in the calibration' };

/** One error a replicate: the shared part, and the own parts of the areas that make up the unit. */
function errorsOf(
  { prefecture, indicator, area, origin, year }: Unit,
  units: readonly Unit[],
  { shared, county }: Discrepancy,
  count: number,
  seed: string,
): number[] {
  const areas = units.filter(
    (unit) =>
      unit.prefecture === prefecture &&
      unit.level === 'county' &&
      unit.indicator === RESIDENTS &&
      unit.origin === origin &&
      unit.year === year &&
      (area === 'city' || unit.area === area),
  );
  const all = areas.reduce((sum, each) => sum + lastOf(each), 0);
  const draws = (name: string): number[] => normalDraws(`${seed} ${name} ${indicator}`, count, 1).map(([z]) => z);
  const errors = draws(`${prefecture} shared`).map((z) => Math.sqrt(shared) * z);
  for (const each of areas) {
    const weight = lastOf(each) / all;
    const own = draws(`${prefecture} ${each.area}`);
    own.forEach((z, n) => {
      errors[n] += weight * Math.sqrt(county) * z;
    });
  }
  return errors;
}

const RESIDENTS = 'resident_population';
