import { NO_TOWN, NONE, Presence, Role } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import type { State } from './state.ts';

/**
 * Who belongs to each household and where its members live. Derived from the person columns: rebuilt, never maintained.
 *
 * Members form a chain: `first[h]` is the first person of household h, `next[i]` the one after person i, -1 ends it.
 */
export interface Members {
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** Members living at the family home / in the household's town / outside the city. */
  readonly atHome: Uint16Array;
  readonly inTown: Uint16Array;
  readonly outside: Uint16Array;
}

export function createMembers(personCapacity: number, householdCapacity: number): Members {
  return {
    first: new Int32Array(householdCapacity),
    next: new Int32Array(personCapacity),
    atHome: new Uint16Array(householdCapacity),
    inTown: new Uint16Array(householdCapacity),
    outside: new Uint16Array(householdCapacity),
  };
}

/** Rebuilds chains and counts from the person columns, in row order. */
export function rebuildMembers(members: Members, population: Population): void {
  const { presence, household, residenceArea, residenceUrban } = population.persons.columns;
  const { homeArea, homeUrban } = population.households.columns;
  const { first, next, atHome, inTown, outside } = members;
  const households = population.households.rows;
  first.fill(-1, 0, households);
  atHome.fill(0, 0, households);
  inTown.fill(0, 0, households);
  outside.fill(0, 0, households);
  for (let i = population.persons.rows - 1; i >= 0; i--) {
    if (presence[i] === Presence.gone) continue;
    const h = household[i]!;
    next[i] = first[h]!;
    first[h] = i;
    const area = residenceArea[i]!;
    if (area === homeArea[h] && residenceUrban[i] === homeUrban[h]) atHome[h]!++;
    else if (area < 250) inTown[h]!++;
    else outside[h]!++;
  }
}

/**
 * Brings households in line with their members: a town nobody lives in any more is forgotten, and a household whose reference
 * person died or left gets a new one: the spouse, else its oldest member.
 */
export function refreshHouseholds(members: Members, population: Population): void {
  const { presence, household, age, role } = population.persons.columns;
  const { head, townArea } = population.households.columns;
  for (let h = 0; h < population.households.rows; h++) {
    if (members.inTown[h] === 0) townArea[h] = NO_TOWN;
    const old = head[h]!;
    if (old >= 0 && presence[old] === Presence.present && household[old] === h) continue;
    let heir = -1;
    for (let i = members.first[h]!; i >= 0; i = members.next[i]!) {
      if (role[i] === Role.spouse) {
        heir = i;
        break;
      }
      if (heir < 0 || age[i]! > age[heir]!) heir = i;
    }
    head[h] = heir;
    if (heir >= 0 && role[heir] !== Role.collective) role[heir] = Role.head;
  }
}

/** Whether person i lives at the household's family home. */
export function livesAtHome(population: Population, i: number): boolean {
  const { household, residenceArea, residenceUrban } = population.persons.columns;
  const { homeArea, homeUrban } = population.households.columns;
  const h = household[i]!;
  return residenceArea[i] === homeArea[h] && residenceUrban[i] === homeUrban[h];
}

/** A child of 3-14 among the members. */
export function hasSchoolChild({ members, population }: Pick<State, 'members' | 'population'>, h: number): boolean {
  const { age } = population.persons.columns;
  for (let i = members.first[h]!; i !== NONE; i = members.next[i]!) {
    if (age[i]! >= 3 && age[i]! <= 14) return true;
  }
  return false;
}
