import { HouseholdKind, NO_TOWN, NONE, Outside, Role } from '../codes.ts';

/**
 * The population while it is being made: persons and households in the order of making, before rows are sorted by area
 * and village. Residents come first, area by area and side by side; persons away are appended.
 */
export interface Draft {
  persons: number;
  readonly sex: Uint8Array;
  readonly age: Uint8Array;
  readonly role: Uint8Array;
  /** 1 for married persons, wherever the spouse lives. */
  readonly married: Uint8Array;
  readonly household: Int32Array;
  readonly mother: Int32Array;
  readonly father: Int32Array;
  readonly spouse: Int32Array;
  readonly registerArea: Uint8Array;
  readonly registerUrban: Uint8Array;
  readonly residenceArea: Uint8Array;
  readonly residenceUrban: Uint8Array;
  households: number;
  readonly kind: Uint8Array;
  readonly size: Uint8Array;
  readonly head: Int32Array;
  readonly homeArea: Uint8Array;
  readonly homeUrban: Uint8Array;
  readonly townArea: Uint8Array;
  /** Household that took this one in (its elders in the village), or NONE. */
  readonly joined: Int32Array;
}

export function createDraft(persons: number, households: number): Draft {
  return {
    persons: 0,
    sex: new Uint8Array(persons),
    age: new Uint8Array(persons),
    role: new Uint8Array(persons),
    married: new Uint8Array(persons),
    household: new Int32Array(persons),
    mother: new Int32Array(persons).fill(NONE),
    father: new Int32Array(persons).fill(NONE),
    spouse: new Int32Array(persons).fill(NONE),
    registerArea: new Uint8Array(persons),
    registerUrban: new Uint8Array(persons),
    residenceArea: new Uint8Array(persons).fill(Outside.nation),
    residenceUrban: new Uint8Array(persons).fill(1),
    households: 0,
    kind: new Uint8Array(households),
    size: new Uint8Array(households),
    head: new Int32Array(households).fill(NONE),
    homeArea: new Uint8Array(households),
    homeUrban: new Uint8Array(households),
    townArea: new Uint8Array(households).fill(NO_TOWN),
    joined: new Int32Array(households).fill(NONE),
  };
}

export function addHousehold(draft: Draft, kind: number = HouseholdKind.family): number {
  draft.kind[draft.households] = kind;
  return draft.households++;
}

/** Appends a person; the first head added, or else the first person, heads the household. */
export function addPerson(draft: Draft, household: number, sex: number, age: number, role: number): number {
  const person = draft.persons++;
  draft.sex[person] = sex;
  draft.age[person] = age;
  draft.role[person] = role;
  draft.household[person] = household;
  draft.size[household]++;
  if (draft.head[household] === NONE || role === Role.head) draft.head[household] = person;
  return person;
}

export function marry(draft: Draft, a: number, b: number): void {
  draft.spouse[a] = b;
  draft.spouse[b] = a;
  draft.married[a] = 1;
  draft.married[b] = 1;
}

/** Years a parent is older than a child at least, wherever the two are linked. */
const YOUNGEST_PARENT = 15;

/** Links a child to its parents (NONE allowed); a parent who is too young to be one is left out. */
export function linkParents(draft: Draft, child: number, mother: number, father: number): void {
  if (mother !== NONE && draft.age[mother] - draft.age[child] >= YOUNGEST_PARENT) draft.mother[child] = mother;
  if (father !== NONE && draft.age[father] - draft.age[child] >= YOUNGEST_PARENT) draft.father[child] = father;
}
