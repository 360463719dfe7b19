import { loadObservations } from '../../scenario/load-observations.ts';
import type { ReadText } from '../../scenario/tables.ts';
import type { TownShare } from './register-balance.ts';

/** A rate by place somebody printed for the year, as a share; before 2016 rates counted kinds of hukou. */
export function publishedShare(read: ReadText, code: string, year: number): TownShare | null {
  if (year < 2016) return null;
  const row = loadObservations(read, code, []).find(
    (each) =>
      each.indicator === 'registered_urbanization_rate' && each.year === year && each.confidence === 'published',
  );
  if (row === undefined) return null;
  const value = row.value / 100;
  return { value, low: value, high: value, published: true };
}
