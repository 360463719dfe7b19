import { threefry } from '../../../src/random/threefry.ts';
import { boundsRow } from './bounds.ts';
import { clear, enter } from './calendar.ts';
import { counter, Decision, NEVER, type Village } from './village.ts';
import { waitingTime } from './waiting-time.ts';
import { PERSONS, Slot, VILLAGE } from './world.ts';

/** The first waiting times of everybody in the village, in short passes: what is short V8 compiles into one piece. */
export function begin(village: Village): void {
  clear(village.deaths);
  clear(village.births);
  clear(village.candidates);
  village.raised = 0;
  beginFathers(village);
  beginMothers(village);
  beginChildren(village);
}

const word = new Int32Array(2);
const BEGIN = counter(0, Decision.begin);

/** Deaths of fathers, and by the other word of their draw when the household may settle. */
function beginFathers({ world, w, key, bounds, person, household, survival, deaths, candidates }: Village): void {
  const { born, death } = world.persons.columns;
  const { tenure, years, land, candidate } = world.households.columns;
  for (let n = 0; n < VILLAGE; n++) {
    const i = PERSONS * n + Slot.father;
    const h = household + n;
    threefry(key.k0, key.k1, person + i, BEGIN, word);
    death[person + i] = enter(deaths, waitingTime(survival.death, -born[person + i], word[0]), i);
    const row = boundsRow(bounds, years[h], w.constant + w.tenure * tenure[h] - w.land * land[h]);
    candidate[h] = enter(candidates, waitingTime(bounds.survival, row, word[1]), n);
  }
}

/** Deaths of mothers and their first births. */
function beginMothers({ world, key, person, survival, deaths, births }: Village): void {
  const { born, death, birth } = world.persons.columns;
  for (let i = Slot.mother; i < PERSONS * VILLAGE; i += PERSONS) {
    threefry(key.k0, key.k1, person + i, BEGIN, word);
    const age = -born[person + i];
    death[person + i] = enter(deaths, waitingTime(survival.death, age, word[0]), i);
    birth[person + i] = enter(births, waitingTime(survival.birth, age, word[1]), i);
  }
}

/** Deaths of children, and the first births of daughters. */
function beginChildren({ world, key, person, household, survival, deaths, births }: Village): void {
  const { born, death, birth } = world.persons.columns;
  const { daughter } = world.households.columns;
  for (let n = 0; n < VILLAGE; n++) {
    const i = PERSONS * n + Slot.child;
    threefry(key.k0, key.k1, person + i, BEGIN, word);
    const age = -born[person + i];
    death[person + i] = enter(deaths, waitingTime(survival.death, age, word[0]), i);
    birth[person + i] =
      daughter[household + n] === 1 ? enter(births, waitingTime(survival.birth, age, word[1]), i) : NEVER;
  }
}
