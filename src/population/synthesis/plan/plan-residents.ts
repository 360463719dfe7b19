import { AGES, type AreaCensus, type CityData, type CityTables } from '../../../scenario/city-data.ts';
import { livingAlone, livingCollectively } from '../resident/kernels.ts';
import { maritalPool } from '../resident/marital-pool.ts';
import { everyone, isMarried } from '../resident/pool.ts';
import { agesBySide } from './ages-by-side.ts';
import { HouseholdType, planHouseholds } from './plan-households.ts';
import { apportion } from './round.ts';
import { sum } from './sum.ts';

/** Who lives on one side (village or town) of an area, and in what kinds of household. */
export interface SideResidents {
  /** Persons in collective households: sex * AGES + age. */
  readonly collective: Int32Array;
  /** Persons in families by cell of a `Pool`: marital state, sex, age. */
  readonly family: Int32Array;
  /** Those of `family` who live alone. */
  readonly alone: Int32Array;
  /** Family households by `HouseholdType`. */
  readonly households: Int32Array;
}

/** Share of any age and sex that may live in collective households. */
const MOST_COLLECTIVE = 0.85;

/** Plans the residents of one area, village side first. */
export function planResidents(
  area: AreaCensus,
  tables: CityTables,
  year: CityData['censusYear'],
): readonly [SideResidents, SideResidents] {
  const ages = agesBySide(area, tables);
  const plans = planHouseholds(area, year);
  const side = (s: 0 | 1): SideResidents => {
    const { collectivePersons, households } = plans[s];
    const collective = chooseCollective(ages[s], collectivePersons);
    const rest = ages[s].map((count, cell) => count - collective[cell]);
    const family = maritalPool(ages[s], rest, tables).counts;
    return { collective, family, alone: chooseAlone(family, households[HouseholdType.onePerson]), households };
  };
  return [side(0), side(1)];
}

/** Persons of collective households, in proportion to the residents and the weight of living so at their age. */
function chooseCollective(residents: Int32Array, persons: number): Int32Array {
  const weight = Float64Array.from(residents, (count, cell) => {
    return count * livingCollectively[Math.floor(cell / AGES)].weight[cell % AGES];
  });
  const limit = residents.map((count) => Math.floor(count * MOST_COLLECTIVE));
  const taken = apportion(weight, persons, limit);
  const short = persons - sum(taken);
  if (short <= 0) return taken;
  const rest = residents.map((count, cell) => count - taken[cell]);
  const more = apportion(rest, short, rest);
  return taken.map((count, cell) => count + more[cell]);
}

/** Persons living alone by cell, in proportion to the pool and the weight of living alone at that age. */
function chooseAlone(family: Int32Array, persons: number): Int32Array {
  const weight = Float64Array.from(family, (count, cell) => {
    const { single, married } = livingAlone;
    return count * (isMarried(cell) ? married : single).weight[cell % AGES];
  });
  const limit = family.map((count, cell) => Math.floor(count * (isMarried(cell) ? 0.5 : 0.9)));
  const alone = apportion(weight, persons, limit);
  let missing = persons - sum(alone);
  for (let age = AGES - 1; age >= 0 && missing > 0; age--) {
    for (const group of everyone) {
      const more = Math.min(missing, family[group + age] - alone[group + age]);
      alone[group + age] += more;
      missing -= more;
    }
  }
  return alone;
}
