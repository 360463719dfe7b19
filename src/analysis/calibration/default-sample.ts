import type { CityData } from '../../scenario/city-data.ts';

/** Persons a fit simulates at each point. */
const PERSONS = 100_000;

/** Share of the households that leaves about 100,000 persons, residents and absent, to two digits; 1 in a small place. */
export function defaultSample({ areas }: Pick<CityData, 'areas'>): number {
  let persons = 0;
  for (const { population, registered, fromOtherCounty, fromOtherProvince } of areas) {
    persons += population + Math.max(0, registered - (population - fromOtherCounty - fromOtherProvince));
  }
  return Math.min(1, Number((PERSONS / persons).toPrecision(2)));
}
