import type { ReadText } from '../../scenario/tables.ts';
import { censusOutcomes, prefecturesOfBothCensuses } from './census-outcomes.ts';
import type { Outcome } from './unit.ts';

/** The census decade of all prefectures that have both ends of it. */
export interface CensusDecade {
  readonly prefectures: readonly string[];
  readonly outcomes: readonly Outcome[];
}

/**
 * Outcomes of 2010-2020. A city of 2010 knows nothing of its own later census: its births and deaths are told from its census of 2010, the
 * nation's counts of each year and what holds of all places (data/README.md).
 * @param provinces codes of those to take; all of them when left out
 */
export function censusDecade(read: ReadText, provinces?: readonly string[]): CensusDecade {
  const prefectures = prefecturesOfBothCensuses(read, provinces);
  return { prefectures, outcomes: prefectures.flatMap((code) => censusOutcomes(read, code)) };
}
