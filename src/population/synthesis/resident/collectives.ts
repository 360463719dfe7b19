import { AGES, type CityTables } from '../../../scenario/city-data.ts';
import { HouseholdKind, Role } from '../../codes.ts';
import { addHousehold, addPerson, type Draft } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import { sum } from '../plan/sum.ts';
import { YOUNG } from './marital-pool.ts';

/** Persons of a collective household on average: a dormitory, a barracks, a home. */
const COLLECTIVE_SIZE = 80;

/**
 * Deals persons (sex * AGES + age) out to collective households of about equal size and mixed ages; fewer than one household
 * holds live in one.
 */
export function makeCollectives(draft: Draft, taken: Int32Array, tables: CityTables, source: DrawSource): void {
  const persons = sum(taken);
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
