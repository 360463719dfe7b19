import type { Regions } from '../../scenario/city/regions.ts';
import { loadObservations, type ObservedValue } from '../../scenario/load-observations.ts';
import type { ReadText } from '../../scenario/tables.ts';

/**
 * Published figures of the nation and its provinces, or of a province alone.
 * @param code of the province, or 000000
 */
export function observedOf(read: ReadText, code: string, regions: Regions): ObservedValue[] {
  const whole = loadObservations(read, code, []);
  if (regions.get(code)?.level !== 'nation') return whole;
  const provinces = [...regions.values()].filter(({ level }) => level === 'province');
  return [
    ...whole,
    ...provinces.flatMap((province) =>
      loadObservations(read, province.code, []).map((value) => ({ ...value, area: province.code })),
    ),
  ];
}
