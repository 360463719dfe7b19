import { threefry } from '../../../src/random/threefry.ts';
import { boundsRow } from './bounds.ts';
import { clear, enter } from './calendar.ts';
import { counter, Decision, NEVER, type Village } from './village.ts';
import { waitingTime } from './waiting-time.ts';
import { PERSONS, Slot, VILLAGE } from './world.ts';

/** The first waiting times of everybody in the village, in small passes: V8 inlines what is short. */
export function begin(village: Village): void {
  clear(village.deaths);
  clear(village.births);
  clear(village.candidates);
  village.raised = 0;
  draw(village);
  beginDeaths(village);
  beginBirths(village);
  beginCandidates(village);
}

const word = new Int32Array(2);

function draw({ key: { k0, k1 }, person, first, second }: Village): void {
  for (let i = 0; i < PERSONS * VILLAGE; i++) {
    threefry(k0, k1, person + i, counter(0, Decision.begin), word);
    first[i] = word[0]!;
    second[i] = word[1]!;
  }
}

function beginDeaths({ world, person, first, survival, deaths }: Village): void {
  const { born, death } = world.persons.columns;
  for (let i = 0; i < PERSONS * VILLAGE; i++) {
    death[person + i] = enter(deaths, waitingTime(survival.death, -born[person + i]!, first[i]!), i);
  }
}

function beginBirths({ world, person, household, second, survival, births }: Village): void {
  const { born, birth } = world.persons.columns;
  const { daughter } = world.households.columns;
  for (let h = 0; h < VILLAGE; h++) {
    const mother = PERSONS * h + Slot.mother;
    const child = PERSONS * h + Slot.child;
    birth[person + mother] = enter(
      births,
      waitingTime(survival.birth, -born[person + mother]!, second[mother]!),
      mother,
    );
    birth[person + child] =
      daughter[household + h] === 1
        ? enter(births, waitingTime(survival.birth, -born[person + child]!, second[child]!), child)
        : NEVER;
  }
}

function beginCandidates({ world, w, household, second, bounds, candidates }: Village): void {
  const { tenure, years, land, candidate } = world.households.columns;
  for (let i = 0; i < VILLAGE; i++) {
    const h = household + i;
    const row = boundsRow(bounds, years[h]!, w.constant + w.tenure * tenure[h]! - w.land * land[h]!);
    candidate[h] = enter(candidates, waitingTime(bounds.survival, row, second[PERSONS * i + Slot.father]!), i);
  }
}
