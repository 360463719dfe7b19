import { AGES, type CityTables } from '../../../scenario/city-data.ts';
import { HouseholdKind, Role } from '../../codes.ts';
import { addHousehold, addPerson, type Draft } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { apportion } from '../plan/round.ts';
import { sum } from '../plan/sum.ts';
import { livingCollectively } from './kernels.ts';
import { maritalPool, YOUNG } from './marital-pool.ts';
import type { Pool } from './pool.ts';

/** Persons of a collective household on average: a dormitory, a barracks, a home. */
const COLLECTIVE_SIZE = 80;

/** Share of any age and sex that may live in collective households. */
const MOST_COLLECTIVE = 0.85;

/**
 * Takes the collective population of one side out of its residents (sex * AGES + age; changed in place), puts it into
 * collective households and returns those who remain, by marital state, as the pool of its families.
 */
export function makeCollectives(
  draft: Draft,
  residents: Int32Array,
  persons: number,
  tables: CityTables,
  source: DrawSource,
): Pool {
  const before = residents.slice();
  const weight = Float64Array.from(residents, (count, cell) => {
    return count * livingCollectively[Math.floor(cell / AGES)].weight[cell % AGES];
  });
  const limit = residents.map((count) => Math.floor(count * MOST_COLLECTIVE));
  const taken = apportion(weight, persons, limit);
  const short = persons - sum(taken);
  const rest = residents.map((count, cell) => count - taken[cell]);
  if (short > 0)
    apportion(rest, short, rest).forEach((count, cell) => {
      taken[cell] += count;
    });
  placeCollectively(draft, taken, persons, tables, source);
  for (let cell = 0; cell < residents.length; cell++) residents[cell] -= taken[cell];
  return maritalPool(before, residents, tables);
}

/** Deals the persons out to collective households of about equal size and mixed ages. */
function placeCollectively(
  draft: Draft,
  taken: Int32Array,
  persons: number,
  tables: CityTables,
  source: DrawSource,
): void {
  if (persons === 0) return;
  const households = Math.max(1, Math.round(persons / COLLECTIVE_SIZE));
  const first = draft.households;
  for (let h = 0; h < households; h++) addHousehold(draft, HouseholdKind.collective);
  let dealt = 0;
  for (let cell = 0; cell < taken.length; cell++) {
    for (let i = 0; i < taken[cell]; i++, dealt++) {
      const sex = Math.floor(cell / AGES);
      const age = cell % AGES;
      const person = addPerson(draft, first + (dealt % households), sex, age, Role.collective);
      const chance = age < YOUNG ? 0 : tables.marriedShare[sex][age];
      draft.married[person] = drawFor(source, person, SynthesisDecision.married) < chance ? 1 : 0;
    }
  }
}
