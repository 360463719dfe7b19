import { loadObservations, type ObservedValue } from '../../scenario/load-observations.ts';
import { readData } from '../../scenario/read-data.ts';
import type { RegionPlan } from './plan-region.ts';

/** Published figures of the nation and its provinces, or of a province; those of the whole are of the area `city`. */
export function observedOf({ region, regions }: Pick<RegionPlan, 'region' | 'regions'>): ObservedValue[] {
  const whole = loadObservations(readData, region.code, []);
  if (region.level !== 'nation') return whole;
  const provinces = [...regions.values()].filter(({ level }) => level === 'province').map(({ code }) => code);
  return [
    ...whole,
    ...provinces.flatMap((code) => loadObservations(readData, code, []).map((value) => ({ ...value, area: code }))),
  ];
}
