import { HouseholdKind, isInCity, NONE, Presence, Role, Work } from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';

/** Who may decide about settling: one adult a household, and for how many persons. */
export interface SettlementPool {
  /** The deciding adult of each household, NONE where nobody in it lives in a town without a town register there. */
  readonly decider: Int32Array;
  /** Persons of the household in town with a village register (the denominator of every rate); NOT the urban-registered. */
  readonly rural: Uint16Array;
  /** Adults in collective households who decide for themselves, one entry a person. */
  readonly alone: Int32Array;
  aloneCount: number;
}

const FIRST_AGE = 18;
const LAST_AGE = 69;

export function createSettlementPool(personCapacity: number, householdCapacity: number): SettlementPool {
  return {
    decider: new Int32Array(householdCapacity),
    rural: new Uint16Array(householdCapacity),
    alone: new Int32Array(Math.ceil(personCapacity / 4)),
    aloneCount: 0,
  };
}

/**
 * Finds the deciders: the reference person, else the spouse, else the first adult of 18-69 among the members who live in a
 * town of the city without holding a town register there. Students decide through their own routes, not here.
 */
export function findDeciders(pool: SettlementPool, population: Population): void {
  const { persons, households } = population;
  const { presence, household, age, role, work, registerArea, registerUrban, residenceArea, residenceUrban } =
    persons.columns;
  const { kind } = households.columns;
  pool.decider.fill(NONE, 0, households.rows);
  pool.rural.fill(0, 0, households.rows);
  pool.aloneCount = 0;
  for (let i = 0; i < persons.rows; i++) {
    if (residenceUrban[i] === 0 || presence[i] === Presence.gone || !isInCity(residenceArea[i]!)) continue;
    if (registerUrban[i] === 1 && registerArea[i] === residenceArea[i]) continue;
    const h = household[i]!;
    const adult = age[i]! >= FIRST_AGE && age[i]! <= LAST_AGE && work[i] !== Work.student;
    if (kind[h] === HouseholdKind.collective) {
      if (adult && pool.aloneCount < pool.alone.length) pool.alone[pool.aloneCount++] = i;
      continue;
    }
    if (registerUrban[i] === 0) pool.rural[h]!++;
    if (adult && prefers(role, i, pool.decider[h]!)) pool.decider[h] = i;
  }
}

/** Reference person before spouse before anyone else; among equals the earlier row. */
function prefers(role: Uint8Array, i: number, present: number): boolean {
  if (present === NONE) return true;
  const rank = (r: number): number => (r === Role.head ? 0 : r === Role.spouse ? 1 : 2);
  return rank(role[i]!) < rank(role[present]!);
}
