import type { Localized } from '../../../language/language.ts';
import type { CityData, CityTables } from '../../../scenario/city-data.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import { type AwayPersons, planAway } from './plan-away.ts';
import { planRegisters } from './plan-registers.ts';
import { planResidents, type SideResidents } from './plan-residents.ts';
import { tablesOfArea } from './tables-of-area.ts';

/** Who is to be made: counts of persons and households, all of them whole. Sides are village and town, as places are. */
export interface CityPlan {
  /** Areas n. */
  readonly areas: number;
  /** The city's tables with what each area published of its own. */
  readonly tables: readonly CityTables[];
  /** [area][side]. */
  readonly residents: readonly (readonly [SideResidents, SideResidents])[];
  /** Registers of the same residents: [area][side][category], see `planRegisters`. */
  readonly registers: readonly (readonly [Int32Array, Int32Array])[];
  /** Persons registered in an area and living outside the city: [area][place]. */
  readonly away: readonly (readonly [AwayPersons, AwayPersons])[];
  /** What had to give where figures contradict each other. */
  readonly notes: readonly Localized[];
}

/** Plans a whole prefecture from its margins: tables of counts, none of which grows with the persons. */
export function planCity(city: CityData, parameters: ParameterValues): CityPlan {
  const { areas, residents, away, notes } = planRegisters(city, parameters);
  const tables = city.areas.map((area) => tablesOfArea(area, city.tables));
  const part = (persons: number, area: number): AwayPersons =>
    planAway(persons, parameters['base.wholeFamilyAwayShare'], tables[area]);
  return {
    areas,
    tables,
    residents: city.areas.map((area, a) => planResidents(area, tables[a], city.censusYear)),
    registers: residents,
    away: away.map(([village, town], area) => [part(village, area), part(town, area)]),
    notes,
  };
}
