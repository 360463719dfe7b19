import { HouseholdKind, NONE } from '../population/codes.ts';
import type { Table, TableSpec } from '../population/columns.ts';
import { allocatePopulation, type Population } from '../population/population.ts';
import { type DrawKey, uniform } from '../random/draw.ts';

/** Decision number of the one draw made here; those of synthesis end at 254. */
const SAMPLE_START = 255;

/**
 * A smaller population: people joined by family links are kept or dropped together.
 *
 * The units are families whole and the people of collective households one by one; units joined by a link between spouses or
 * between parent and child form a group (a family, its student in a dormitory, the parents' household next door), so that no kept
 * person loses a relative. Groups are sampled systematically from a keyed start, in order of area, side and village of their first
 * family, those without a family last: every part of the city keeps its share to within a few groups. Rows are renumbered, but
 * `identity` is kept, so that the same person meets the same draws in any sample. Villages all stay: they are places.
 * @param rate share of the groups to keep, above 0 and below 1
 */
export function samplePopulation(population: Population, rate: number, key: DrawKey): Population {
  const keep = everyNth(rate, uniform(key, 0, 0, 2000, SAMPLE_START));
  const newPerson = keptRows(keptPersons(population, keep));
  const newHousehold = keptRows(keptHouseholds(population, newPerson));
  const sampled = allocatePopulation({
    persons: count(newPerson),
    households: count(newHousehold),
    villages: population.villages.rows,
  });
  copyKept(population.persons, sampled.persons, newPerson);
  copyKept(population.households, sampled.households, newHousehold);
  copyKept(
    population.villages,
    sampled.villages,
    Int32Array.from({ length: population.villages.rows }, (_, i) => i),
  );
  relink(sampled, newPerson, newHousehold);
  return sampled;
}

/** True for a share `rate` of the calls, evenly spaced. */
function everyNth(rate: number, start: number): () => boolean {
  let calls = 0;
  return () => {
    const before = Math.floor(start + calls * rate);
    calls++;
    return Math.floor(start + calls * rate) > before;
  };
}

/** 1 for each person of a kept group. */
function keptPersons(population: Population, keep: () => boolean): Uint8Array {
  const { persons, households } = population;
  const groups = familyGroups(population);
  const asked = new Uint8Array(groups.length);
  const kept = new Uint8Array(groups.length);
  const ask = (group: number): void => {
    if (asked[group] === 1) return;
    asked[group] = 1;
    if (keep()) kept[group] = 1;
  };
  for (const h of inPlaceOrder(households))
    if (households.columns.kind[h] === HouseholdKind.family) ask(rootOf(groups, h));
  return Uint8Array.from({ length: persons.rows }, (_, i) => {
    const group = rootOf(groups, unitOf(population, i));
    ask(group);
    return kept[group]!;
  });
}

/** Unit of a person: the family's household row, or a number of one's own after all households. */
function unitOf({ persons, households }: Population, i: number): number {
  const h = persons.columns.household[i]!;
  return households.columns.kind[h] === HouseholdKind.family ? h : households.rows + i;
}

/** Units joined by links of spouses and parents: a forest, each unit pointing towards the root of its group. */
function familyGroups(population: Population): Int32Array {
  const { persons, households } = population;
  const { mother, father, spouse } = persons.columns;
  const towards = Int32Array.from({ length: households.rows + persons.rows }, (_, unit) => unit);
  for (let i = 0; i < persons.rows; i++) {
    const unit = unitOf(population, i);
    for (const relative of [mother[i]!, father[i]!, spouse[i]!]) {
      if (relative === NONE) continue;
      const a = rootOf(towards, unit);
      const b = rootOf(towards, unitOf(population, relative));
      towards[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return towards;
}

/** Root of a unit's group; shortens the way for the next who asks. */
function rootOf(towards: Int32Array, unit: number): number {
  let at = unit;
  while (towards[at] !== at) {
    towards[at] = towards[towards[at]!]!;
    at = towards[at]!;
  }
  return at;
}

/** 1 for each household in which somebody is left. */
function keptHouseholds({ persons, households }: Population, newPerson: Int32Array): Uint8Array {
  const kept = new Uint8Array(households.rows);
  for (let i = 0; i < persons.rows; i++) if (newPerson[i] !== NONE) kept[persons.columns.household[i]!] = 1;
  return kept;
}

/** Household rows by area, side and village; rows of one village keep their order. */
function inPlaceOrder({ columns, rows }: Population['households']): Uint32Array {
  const { homeArea, homeUrban, village } = columns;
  const place = (h: number) => (homeArea[h]! * 2 + homeUrban[h]!) * 2 ** 22 + village[h]! + 1;
  return Uint32Array.from({ length: rows }, (_, h) => h).sort((a, b) => place(a) - place(b) || a - b);
}

/** New row of each old row, -1 for those left out. */
function keptRows(kept: Uint8Array): Int32Array {
  let next = 0;
  return Int32Array.from(kept, (flag) => (flag === 1 ? next++ : NONE));
}

const count = (newRow: Int32Array): number => newRow.reduce((rows, row) => rows + (row === NONE ? 0 : 1), 0);

/** Copies the kept rows of every column to their new places. */
function copyKept<S extends TableSpec>(from: Table<S>, to: Table<S>, newRow: Int32Array): void {
  for (const name of Object.keys(from.spec) as (keyof S)[]) {
    const source = from.columns[name];
    const target = to.columns[name];
    for (let i = 0; i < from.rows; i++) if (newRow[i] !== NONE) target[newRow[i]!] = source[i]!;
  }
  to.rows = to.capacity;
}

/** Turns the row numbers held in link columns into the new ones; whoever is linked was kept. A collective household whose head left takes its first member. */
function relink({ persons, households }: Population, newPerson: Int32Array, newHousehold: Int32Array): void {
  const { household, mother, father, spouse } = persons.columns;
  const { head } = households.columns;
  const moved = (row: number) => (row === NONE ? NONE : newPerson[row]!);
  for (let h = 0; h < households.rows; h++) head[h] = moved(head[h]!);
  for (let i = 0; i < persons.rows; i++) {
    household[i] = newHousehold[household[i]!]!;
    mother[i] = moved(mother[i]!);
    father[i] = moved(father[i]!);
    spouse[i] = moved(spouse[i]!);
    if (head[household[i]!] === NONE) head[household[i]!] = i;
  }
}
