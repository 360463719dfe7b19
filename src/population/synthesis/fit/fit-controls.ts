import { AGE_GROUP_START, AGE_GROUPS, AGES, type CityData } from '../../../scenario/city-data.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import { isInCity, Outside, sexes } from '../../codes.ts';
import type { Population } from '../../population.ts';
import { sum } from '../plan/sum.ts';
import type { CensusHouseholds } from '../resident/census-households.ts';
import { townRegistersOf } from '../trait/place-of-register.ts';
import { type AddCell, shareOf } from './add-cell.ts';

/** Residents and registered persons of each area, counted from the person table. */
interface Counts {
  readonly byAgeAndSex: Int32Array[];
  readonly urban: Int32Array;
  readonly fromCity: Int32Array;
  readonly fromProvince: Int32Array;
  readonly fromNation: Int32Array;
  readonly registered: Int32Array;
  registeredTown: number;
}

/** Cells of the tables the synthesis must meet. */
export function controlRows(
  population: Population,
  households: CensusHouseholds,
  city: CityData,
  parameters: ParameterValues,
  rate: number,
  addShare: AddCell,
): void {
  const add = shareOf(rate, addShare);
  const counts = countPersons(population, city.areas.length);
  city.areas.forEach((area, a) => {
    AGE_GROUPS.forEach((group, g) => {
      for (const [sex, name] of sexes.entries()) {
        const cell = g * 2 + sex;
        add(
          'residents_by_age_and_sex',
          area.code,
          `${name} ${group}`,
          area.residents[cell],
          counts.byAgeAndSex[a][cell],
        );
      }
    });
    const residents = sum(counts.byAgeAndSex[a]);
    add('residents_by_side', area.code, 'urban', area.urban, counts.urban[a]);
    add('residents_by_side', area.code, 'rural', area.population - area.urban, residents - counts.urban[a]);
    add('family_households', area.code, 'households', area.familyHouseholds, households.households[a]);
    add('family_persons', area.code, 'persons', area.familyPersons, households.persons[a]);
    add('one_person_households', area.code, 'households', area.onePersonHouseholds, households.onePerson[a]);
    ['one', 'two', 'three', 'four and more'].forEach((name, g) => {
      add('households_by_generations', area.code, name, area.generationHouseholds[g], households.generations[a][g]);
    });
    const otherCounty = counts.fromCity[a] + counts.fromProvince[a];
    add('residents_by_register', area.code, 'other county', area.fromOtherCounty, otherCounty);
    add('residents_by_register', area.code, 'other province', area.fromOtherProvince, counts.fromNation[a]);
    add('registered_population', area.code, 'persons', area.registered, counts.registered[a]);
  });
  const town = sum(townRegistersOf(city, parameters['base.registeredTownShare']));
  add('registered_in_town', 'city', 'persons', town, counts.registeredTown);
}

function countPersons(population: Population, areas: number): Counts {
  const groupOf = new Uint8Array(AGES);
  for (let age = 0; age < AGES; age++) groupOf[age] = AGE_GROUP_START.findLastIndex((first) => first <= age);
  const counts: Counts = {
    byAgeAndSex: Array.from({ length: areas }, () => new Int32Array(2 * AGE_GROUPS.length)),
    urban: new Int32Array(areas),
    fromCity: new Int32Array(areas),
    fromProvince: new Int32Array(areas),
    fromNation: new Int32Array(areas),
    registered: new Int32Array(areas),
    registeredTown: 0,
  };
  const c = population.persons.columns;
  for (let i = 0; i < population.persons.rows; i++) {
    const register = c.registerArea[i];
    if (isInCity(register)) {
      counts.registered[register]++;
      counts.registeredTown += c.registerUrban[i];
    }
    const area = c.residenceArea[i];
    if (!isInCity(area)) continue;
    counts.byAgeAndSex[area][groupOf[c.age[i]] * 2 + c.sex[i]]++;
    counts.urban[area] += c.residenceUrban[i];
    if (register === Outside.nation) counts.fromNation[area]++;
    else if (register === Outside.province) counts.fromProvince[area]++;
    else if (register !== area) counts.fromCity[area]++;
  }
  return counts;
}
