import { expect, test } from 'vitest';
import { planCity } from '../../../src/population/synthesis/plan/plan-city.ts';
import { fewestPersons } from '../../../src/population/synthesis/plan/plan-households.ts';
import { sum } from '../../../src/population/synthesis/plan/sum.ts';
import { censusYears } from '../../../src/scenario/city/census-unit.ts';
import { isPlace, provinceOf, readRegions } from '../../../src/scenario/city/regions.ts';
import { loadCityData } from '../../../src/scenario/load-city-data.ts';
import { type ParameterValues, parameterNames, parameterSpecs } from '../../../src/scenario/parameters.ts';
import { readData } from '../../../src/scenario/read-data.ts';

const parameters = Object.fromEntries(
  parameterNames.map((name) => [name, parameterSpecs[name].value]),
) as unknown as ParameterValues;
const places = [...readRegions(readData).values()].filter(isPlace);
const provinces = [...new Set(places.map(({ code }) => provinceOf(code)))];

test.each(provinces)('every area of every place and year of %s can be planned, its figures kept', (province) => {
  const wrong: string[] = [];
  for (const { code } of places.filter((place) => provinceOf(place.code) === province)) {
    for (const year of censusYears(readData, code)) {
      const city = loadCityData(readData, code, year);
      planCity(city, parameters).residents.forEach((sides, a) => {
        const area = city.areas[a];
        const [village, town] = sides.map(({ collective, family }) => sum(collective) + sum(family));
        const households = sum(sides.flatMap((side) => Array.from(side.households)));
        const collective = sum(sides.map((side) => sum(side.collective)));
        const holds = sides.every((side) => sum(side.family) >= fewestPersons(side.households));
        const told = [village + town, town, households, collective, holds];
        const { population, urban, familyHouseholds, familyPersons } = area;
        const counted = [population, urban, familyHouseholds, population - familyPersons, true];
        if (told.join() !== counted.join()) wrong.push(`${area.code} ${year}: ${told} for ${counted}`);
      });
    }
  }
  expect(wrong).toEqual([]);
});
