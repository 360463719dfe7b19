import { threefry } from '../../../src/random/threefry.ts';
import { enter, firstOf } from './calendar.ts';
import { ADULT_AGE, counter, Decision, NEVER, type Village } from './village.ts';
import { waitingTime } from './waiting-time.ts';
import { PERSONS, Slot } from './world.ts';

const word = new Int32Array(2);

/** Deaths of year t. Whoever takes the place is 20, or a newborn, with waiting times of their own. */
export function die({ world, key, person, survival, deaths, births }: Village, t: number): number {
  const { born, death, birth } = world.persons.columns;
  let count = 0;
  const end = deaths.end[t];
  for (let n = firstOf(t); n < end; n++) {
    const i = deaths.row[n];
    const p = person + i;
    if (death[p] !== t) continue;
    count++;
    threefry(key.k0, key.k1, p, counter(t, Decision.death), word);
    const slot = i % PERSONS;
    const age = slot === Slot.child ? 0 : ADULT_AGE;
    born[p] = t - age;
    death[p] = enter(deaths, t + waitingTime(survival.death, age, word[0]), i);
    // a new mother can give birth in the year she comes, a daughter born now not before the run ends
    if (slot === Slot.mother) birth[p] = enter(births, t - 1 + waitingTime(survival.birth, age - 1, word[1]), i);
    else birth[p] = NEVER;
  }
  return count;
}

/** Births of year t, those of daughters included; notes the households where it was the mother. */
export function giveBirth(village: Village, t: number): number {
  const { world, key, person, survival, births, nurseries, newbornWord } = village;
  const { born, birth } = world.persons.columns;
  let count = 0;
  let newborns = 0;
  const end = births.end[t];
  for (let n = firstOf(t); n < end; n++) {
    const i = births.row[n];
    const p = person + i;
    if (birth[p] !== t) continue;
    count++;
    threefry(key.k0, key.k1, p, counter(t, Decision.birth), word);
    birth[p] = enter(births, t + waitingTime(survival.birth, t - born[p], word[0]), i);
    const h = (i / PERSONS) | 0;
    // both stay for a mother and are overwritten after a daughter
    nurseries[newborns] = h;
    newbornWord[newborns] = word[1];
    newborns += i - PERSONS * h === Slot.mother ? 1 : 0;
  }
  village.newborns = newborns;
  return count;
}

/** The mothers' children of year t take the place of the child before them. */
export function beBorn(
  { world, person, survival, deaths, nurseries, newborns, newbornWord }: Village,
  t: number,
): void {
  const { born, death, birth } = world.persons.columns;
  for (let n = 0; n < newborns; n++) {
    const i = PERSONS * nurseries[n] + Slot.child;
    const p = person + i;
    born[p] = t;
    birth[p] = NEVER;
    death[p] = enter(deaths, t + waitingTime(survival.death, 0, newbornWord[n]), i);
  }
}
