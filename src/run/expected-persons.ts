import type { CityData } from '../scenario/city-data.ts';

/** Residents and, area by area, the registered who cannot be among them: not below what the synthesis makes. */
export function expectedPersons({ areas }: Pick<CityData, 'areas'>): number {
  let persons = 0;
  for (const { population, registered, fromOtherCounty, fromOtherProvince } of areas) {
    persons += population + Math.max(0, registered - (population - fromOtherCounty - fromOtherProvince));
  }
  return persons;
}
