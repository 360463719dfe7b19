import { NO_TOWN, NONE, Presence, Role } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import type { State } from './state.ts';

/**
 * Who belongs to each household and where its members live, as of the last regrouping.
 *
 * Members form a chain in row order: `first[h]` is the first person of household h, `next[i]` the one after person i, -1 ends it.
 * Steps in between change the person columns only and note what they touched; regrouping brings the chains up to date.
 */
export interface Members {
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** Members living at the family home / in the household's town / outside the city. */
  readonly atHome: Uint16Array;
  readonly inTown: Uint16Array;
  readonly outside: Uint16Array;
  /** 1 where members live in a town of the city, away from home or because home is in one. */
  readonly livesInTown: Uint8Array;
  readonly changes: Changes;
}

/** What happened to households since the last regrouping. */
interface Changes {
  /** TOUCHED for households somebody left or in which somebody changed, JOINED for those somebody came into. */
  readonly touched: Uint8Array;
  /** 1 for households touched before the last regrouping, since the last year end. */
  readonly touchedInYear: Uint8Array;
  /** Scratch: rows of households. */
  readonly rows: Int32Array;
  /** Persons who came into a household, in any order; one may be named twice. */
  joined: Int32Array;
  joinedCount: number;
  /** Households that had been grouped. */
  known: number;
}

export function createMembers(personCapacity: number, householdCapacity: number): Members {
  return {
    first: new Int32Array(householdCapacity),
    next: new Int32Array(personCapacity),
    atHome: new Uint16Array(householdCapacity),
    inTown: new Uint16Array(householdCapacity),
    outside: new Uint16Array(householdCapacity),
    livesInTown: new Uint8Array(wholeWords(householdCapacity)),
    changes: {
      touched: new Uint8Array(wholeWords(householdCapacity)),
      touchedInYear: new Uint8Array(wholeWords(householdCapacity)),
      rows: new Int32Array(householdCapacity),
      joined: new Int32Array(1024),
      joinedCount: 0,
      known: 0,
    },
  };
}

/** Marks of a household; the second includes the first. */
const TOUCHED = 1;
const JOINED = 3;

/** Length of a byte column that is to be read four rows at a time. */
const wholeWords = (rows: number): number => (rows + 3) & ~3;

/** A household founded since the last regrouping has no members to walk through yet. */
export function openHousehold({ first, atHome, inTown, outside, livesInTown }: Members, h: number): void {
  first[h] = NONE;
  atHome[h] = 0;
  inTown[h] = 0;
  outside[h] = 0;
  livesInTown[h] = 0;
}

/** Notes that members of household h died, left, moved or changed register, or that its home changed. */
export function touch({ changes }: Members, h: number): void {
  changes.touched[h] = changes.touched[h]! | TOUCHED;
}

/** Notes that person i came into its household: born, arrived, married or moved over. Touch the old household too. */
export function join({ members, population }: Pick<State, 'members' | 'population'>, i: number): void {
  const { changes } = members;
  changes.touched[population.persons.columns.household[i]!] = JOINED;
  changes.joined = withRoom(changes.joined, changes.joinedCount + 1);
  changes.joined[changes.joinedCount++] = i;
}

/** The list, or one twice as long where it is full. */
function withRoom(list: Int32Array, count: number): Int32Array {
  if (count <= list.length) return list;
  const longer = new Int32Array(Math.max(count, 2 * list.length));
  longer.set(list);
  return longer;
}

/** Households touched since the year before ended, in rising order; begins a new year. Ask after a regrouping, use before the next. */
export function takeTouched({ changes }: Members): Int32Array {
  const count = rowsEqual(changes.touchedInYear, changes.known, 1, changes.rows);
  changes.touchedInYear.fill(0);
  return changes.rows.subarray(0, count);
}

/** Groups everybody anew from the person columns, in row order: how a replicate begins. */
export function rebuildMembers(members: Members, population: Population): void {
  const { presence, household } = population.persons.columns;
  const { first, next, changes } = members;
  const households = population.households.rows;
  first.fill(NONE, 0, households);
  for (let i = population.persons.rows - 1; i >= 0; i--) {
    if (presence[i] === Presence.gone) continue;
    const h = household[i]!;
    next[i] = first[h]!;
    first[h] = i;
  }
  for (let h = 0; h < households; h++) refresh(members, population, h);
  changes.touched.fill(0);
  changes.touchedInYear.fill(0);
  changes.joinedCount = 0;
  changes.known = households;
}

/**
 * Brings chains, counts, reference persons and towns up to date where something was touched: the same as grouping anew.
 * 1 those who are no longer members are unchained, and households nobody came into looked at on the way; 2 those who came are chained
 * in, by row; 3 the households they came into are looked at. Households are gone through by row, as they lie in memory.
 */
export function regroup(members: Members, population: Population): void {
  const { first, changes } = members;
  const { touched, rows } = changes;
  const households = population.households.rows;
  first.fill(NONE, changes.known, households);
  const left = rowsEqual(touched, households, TOUCHED, rows);
  for (let n = 0; n < left; n++) {
    unchain(members, population, rows[n]!);
    refresh(members, population, rows[n]!);
  }
  const joined = rowsEqual(touched, households, JOINED, rows);
  for (let n = 0; n < joined; n++) unchain(members, population, rows[n]!);
  for (let n = 0; n < changes.joinedCount; n++) chainIn(members, population, changes.joined[n]!);
  for (let n = 0; n < joined; n++) refresh(members, population, rows[n]!);
  changes.joinedCount = 0;
  changes.known = households;
}

/** Puts person i, where still there, into the chain of the own household, by row. */
function chainIn({ first, next }: Members, population: Population, i: number): void {
  const { presence, household } = population.persons.columns;
  if (presence[i] === Presence.gone) return;
  const h = household[i]!;
  let before = NONE;
  let after = first[h]!;
  while (after !== NONE && after < i) {
    before = after;
    after = next[after]!;
  }
  if (after === i) return;
  next[i] = after;
  if (before === NONE) first[h] = i;
  else next[before] = i;
}

/** Takes those who died, left or went to another household out of the chain of household h. */
function unchain({ first, next }: Members, population: Population, h: number): void {
  const { presence, household } = population.persons.columns;
  let kept = NONE;
  for (let i = first[h]!; i !== NONE; i = next[i]!) {
    if (presence[i] === Presence.gone || household[i] !== h) continue;
    if (kept === NONE) first[h] = i;
    else next[kept] = i;
    kept = i;
  }
  if (kept === NONE) first[h] = NONE;
  else next[kept] = NONE;
}

/**
 * Counts where the members of household h live and takes its mark off; a town nobody lives in any more is forgotten, and a household whose reference
 * person died or left gets a new one: the spouse, else its oldest member.
 */
function refresh(members: Members, population: Population, h: number): void {
  const { residenceArea, residenceUrban, presence, household } = population.persons.columns;
  const { homeArea, homeUrban, head, townArea } = population.households.columns;
  let atHome = 0;
  let inTown = 0;
  let outside = 0;
  for (let i = members.first[h]!; i !== NONE; i = members.next[i]!) {
    const area = residenceArea[i]!;
    if (area === homeArea[h] && residenceUrban[i] === homeUrban[h]) atHome++;
    else if (area < 250) inTown++;
    else outside++;
  }
  members.atHome[h] = atHome;
  members.inTown[h] = inTown;
  members.outside[h] = outside;
  members.changes.touched[h] = 0;
  members.changes.touchedInYear[h] = 1;
  members.livesInTown[h] = inTown > 0 || (atHome > 0 && homeUrban[h] === 1) ? 1 : 0;
  if (inTown === 0) townArea[h] = NO_TOWN;
  const old = head[h]!;
  if (old === NONE || presence[old] === Presence.gone || household[old] !== h) chooseHead(members, population, h);
}

function chooseHead(members: Members, population: Population, h: number): void {
  const { age, role } = population.persons.columns;
  let heir = NONE;
  for (let i = members.first[h]!; i !== NONE; i = members.next[i]!) {
    if (role[i] === Role.spouse) {
      heir = i;
      break;
    }
    if (heir === NONE || age[i]! > age[heir]!) heir = i;
  }
  population.households.columns.head[h] = heir;
  if (heir !== NONE && role[heir] !== Role.collective) role[heir] = Role.head;
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
