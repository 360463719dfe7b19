import type { CityData } from '../../../scenario/city-data.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import { type AwayPersons, planAway } from './plan-away.ts';
import { planRegisters } from './plan-registers.ts';
import { planResidents, type SideResidents } from './plan-residents.ts';

/** Who is to be made: counts of persons and households, all of them whole. Sides are village and town, as places are. */
export interface CityPlan {
  /** Areas n. */
  readonly areas: number;
  /** [area][side]. */
  readonly residents: readonly (readonly [SideResidents, SideResidents])[];
  /** Registers of the same residents: [area][side][category], see `planRegisters`. */
  readonly registers: readonly (readonly [Int32Array, Int32Array])[];
  /** Persons registered in an area and living outside the city: [area][place]. */
  readonly away: readonly (readonly [AwayPersons, AwayPersons])[];
  /** What had to give where figures contradict each other. */
  readonly notes: readonly string[];
}

/** Plans a whole prefecture from its margins: tables of counts, none of which grows with the persons. */
export function planCity(city: CityData, parameters: ParameterValues): CityPlan {
  const { areas, residents, away, notes } = planRegisters(city, parameters);
  const part = (persons: number): AwayPersons =>
    planAway(persons, parameters['base.wholeFamilyAwayShare'], city.tables);
  return {
    areas,
    residents: city.areas.map((area) => planResidents(area, city.tables, city.censusYear)),
    registers: residents,
    away: away.map(([village, town]) => [part(village), part(town)]),
    notes,
  };
}
