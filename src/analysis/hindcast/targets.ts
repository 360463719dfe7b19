import { type CensusUnit, censusFile } from '../../scenario/city/census-unit.ts';
import { provinceOf } from '../../scenario/city/regions.ts';
import { AGE_GROUP_START, type CityData } from '../../scenario/city-data.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { type ComparableArea, comparableAreas } from './comparable-areas.ts';

/** A figure of the later census that a run from the earlier one is held against. */
export interface Target {
  readonly indicator: string;
  /** `city`, or the code of an area as in `CityData.areas`; `code+code` where only the sum of several can be compared. */
  readonly area: string;
  readonly year: number;
  readonly value: number;
  readonly source: string;
}

/** The census night, 1 November 2020, stands for the end of its year. */
const YEAR = 2020;

/**
 * Targets of the 2020 census for a city loaded with base year 2010, for the city and for every area that can be compared by
 * itself (see `comparableAreas`); empty where its 2020 rows are missing. Persons, households, per cent, persons a household.
 * @throws Error for a city loaded with another base year: there is nothing later to hold it against
 */
export function hindcastTargets(read: ReadText, city: CityData): Target[] {
  const parts = partsOf(read, city);
  const all = parts.flatMap(({ units }) => units);
  if (all.length === 0) return [];
  const alone = parts.filter(({ codes }) => codes.length === 1);
  return [targetsOf('city', all), ...alone.map(({ codes, units }) => targetsOf(codes[0], units))].flat();
}

/** Targets of the areas that can only be compared as a sum, their codes joined by `+`; `targetValue` reads a run for them. */
export function blockTargets(read: ReadText, city: CityData): Target[] {
  const blocks = partsOf(read, city).filter(({ codes }) => codes.length > 1);
  return blocks.flatMap(({ codes, units }) => targetsOf(codes.join('+'), units));
}

function partsOf(read: ReadText, city: CityData): ComparableArea[] {
  if (city.censusYear !== 2010) throw new Error(`targets are for base year 2010, got ${city.censusYear}`);
  return comparableAreas(read, city);
}

function targetsOf(area: string, units: readonly CensusUnit[]): Target[] {
  const sum = (value: (unit: CensusUnit) => number): number => units.reduce((total, unit) => total + value(unit), 0);
  const residents = sum((unit) => unit.population);
  const urban = sum((unit) => unit.urban);
  const households = sum((unit) => unit.familyHouseholds);
  const percent = (persons: number): number => (100 * persons) / residents;
  const values: Readonly<Record<string, number>> = {
    resident_population: residents,
    urban_resident_population: urban,
    resident_urbanization_rate: percent(urban),
    age_0_14_share: percent(sum((unit) => personsAged(unit, 0, 14))),
    age_60_plus_share: percent(sum((unit) => personsAged(unit, 60, Number.POSITIVE_INFINITY))),
    households,
    mean_household_size: sum((unit) => unit.familyPersons) / households,
    'residents_registered_elsewhere.province': sum((unit) => unit.fromOtherCounty),
    'residents_registered_elsewhere.other_province': sum((unit) => unit.fromOtherProvince),
  };
  const source = `census 2020, ${units.map(({ code }) => code).join(' + ')} (data/${censusFile(provinceOf(units[0].code))})`;
  return Object.entries(values).map(([indicator, value]) => ({ indicator, area, year: YEAR, value, source }));
}

/** Persons from one age to another, both included; the limits are those of age groups. */
function personsAged({ residents }: CensusUnit, from: number, to: number): number {
  let persons = 0;
  AGE_GROUP_START.forEach((start, group) => {
    if (start >= from && start <= to) persons += residents[group * 2] + residents[group * 2 + 1];
  });
  return persons;
}
