import { expectedPersons } from '../../run/expected-persons.ts';
import type { CityData } from '../../scenario/city-data.ts';

/** Persons a fit simulates at each point. */
const PERSONS = 100_000;

/** Share of the households that leaves about 100,000 persons, residents and absent, to two digits; 1 in a small place. */
export const defaultSample = (city: Pick<CityData, 'areas'>): number =>
  Math.min(1, Number((PERSONS / expectedPersons(city)).toPrecision(2)));
