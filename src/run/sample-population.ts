import { HouseholdKind, NONE } from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import { type DrawKey, uniform } from '../random/draw.ts';
import { subpopulation } from './subpopulation.ts';

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
  return subpopulation(population, keptPersons(population, keep));
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
    return kept[group];
  });
}

/** Unit of a person: the family's household row, or a number of one's own after all households. */
function unitOf({ persons, households }: Population, i: number): number {
  const h = persons.columns.household[i];
  return households.columns.kind[h] === HouseholdKind.family ? h : households.rows + i;
}

/** Units joined by links of spouses and parents: a forest, each unit pointing towards the root of its group. */
function familyGroups(population: Population): Int32Array {
  const { persons, households } = population;
  const { mother, father, spouse } = persons.columns;
  const towards = Int32Array.from({ length: households.rows + persons.rows }, (_, unit) => unit);
  for (let i = 0; i < persons.rows; i++) {
    const unit = unitOf(population, i);
    for (const relative of [mother[i], father[i], spouse[i]]) {
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
    towards[at] = towards[towards[at]];
    at = towards[at];
  }
  return at;
}

/** Household rows by area, side and village; rows of one village keep their order. */
function inPlaceOrder({ columns, rows }: Population['households']): Uint32Array {
  const { homeArea, homeUrban, village } = columns;
  const place = (h: number) => (homeArea[h] * 2 + homeUrban[h]) * 2 ** 22 + village[h] + 1;
  return Uint32Array.from({ length: rows }, (_, h) => h).sort((a, b) => place(a) - place(b) || a - b);
}
