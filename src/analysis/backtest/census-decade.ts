import type { CityData } from '../../scenario/city-data.ts';
import { numberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';
import { blindCity, type FertilityOf } from './blind-city.ts';
import { censusOutcomes, prefecturesOfBothCensuses } from './census-outcomes.ts';
import type { Outcome } from './unit.ts';

/** The census decade of all prefectures that have both ends of it. */
export interface CensusDecade {
  readonly prefectures: readonly string[];
  readonly outcomes: readonly Outcome[];
  /** Removes from a city what its census of 2020 gave away. */
  readonly blind: (city: CityData) => CityData;
}

/**
 * Outcomes of 2010-2020, births and deaths carried forward without what a prefecture's own census of 2020 says of them.
 * @param provinces codes of those to take; all of them when left out
 */
export function censusDecade(read: ReadText, provinces?: readonly string[]): CensusDecade {
  const prefectures = prefecturesOfBothCensuses(read, provinces);
  const table = readTable(read, 'fertility-factor.csv', ['code', 'factor']);
  const fertility = table.rows
    .map((row): FertilityOf => ({ prefecture: textAt(row, 'code'), factor: numberAt(table, row, 'factor') }))
    .filter(({ prefecture }) => prefectures.includes(prefecture));
  const blind = (city: CityData): CityData => blindCity(city, fertility);
  return { prefectures, outcomes: prefectures.flatMap((code) => censusOutcomes(read, code, blind)), blind };
}
