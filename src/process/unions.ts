import { HouseholdKind, NONE, Presence, Role, Sex, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { AGES } from '../scenario/city-data.ts';
import { lookAgain, review } from './agenda/agenda.ts';
import { AGE_GAP } from './agenda/hazards.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { changeResidence } from './change-residence.ts';
import { join, touch } from './members.ts';
import { foundHousehold } from './split-household.ts';
import type { State } from './state.ts';

/** Widest search around the wanted age. */
const SEARCH = 8;
const YOUNGEST = 20;

/**
 * Unions of the year. Whoever's time to look for a partner has come and is single looks: women by a chance that peaks at
 * `union.peakAge`, men of the same place (area and side) stand ready by the same bell, shifted and raised, in order of age and
 * row. Each woman takes the man nearest to the age she looks for. The couple founds a household or lives with his parents; her
 * young children come along. Registers stay as they are.
 */
export function unions(state: State): void {
  const { population, agenda, t } = state;
  const { persons } = population;
  const { identity, lineage, presence, sex, age, spouse, work, residenceArea } = persons.columns;
  const { partner } = agenda.persons.columns;
  const looking = rowsEqual(partner, persons.rows, t, state.rows);
  let single = 0;
  for (let n = 0; n < looking; n++) {
    const i = state.rows[n]!;
    if (presence[i] === Presence.gone) continue;
    partner[i] = 0;
    if (spouse[i] !== NONE) continue;
    lookAgain(state, i, age[i]!);
    if (work[i] !== Work.student) state.rows[single++] = i;
  }
  const queues = queueMen(state, single);
  for (let n = 0; n < single; n++) {
    const i = state.rows[n]!;
    if (sex[i] !== Sex.female) continue;
    const spread = uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.unionPartnerAge);
    const wanted = age[i]! + AGE_GAP + Math.floor(spread * 5) - 2;
    const man = takeMan(queues, placeOf(state, i), wanted);
    if (man === NONE) continue;
    marry(state, man, i);
    if (residenceArea[i]! < state.city.areas.length) state.ledger.events.unions[residenceArea[i]!]!++;
  }
}

/** Index of a place of living: area and side, with the two outside destinations at the end. */
function placeOf(state: State, i: number): number {
  const { residenceArea, residenceUrban } = state.population.persons.columns;
  const area = residenceArea[i]!;
  const index = area >= 250 ? state.city.areas.length + (area - 250) : area;
  return index * 2 + residenceUrban[i]!;
}

/** Single men ready to marry, by place and age: `start` and `end` delimit each queue in `men`. */
interface Queues {
  readonly men: Int32Array;
  readonly next: Int32Array;
  readonly end: Int32Array;
}

/** @param single rows of `state.rows` to look at: single people, women and men */
function queueMen(state: State, single: number): Queues {
  const { sex, age } = state.population.persons.columns;
  const places = (state.city.areas.length + 2) * 2;
  const next = new Int32Array(places * AGES + 1);
  const isMan = (i: number): boolean => sex[i] === Sex.male;
  const cellOf = (i: number): number => placeOf(state, i) * AGES + age[i]!;
  for (let n = 0; n < single; n++) if (isMan(state.rows[n]!)) next[cellOf(state.rows[n]!) + 1]!++;
  for (let cell = 0; cell < places * AGES; cell++) next[cell + 1]! += next[cell]!;
  const men = new Int32Array(next[places * AGES]!);
  const end = next.slice();
  for (let n = 0; n < single; n++) {
    const i = state.rows[n]!;
    if (isMan(i)) men[end[cellOf(i)]!++] = i;
  }
  return { men, next, end };
}

/** The next man of the place nearest to the wanted age, of equals the older, or NONE. */
function takeMan(queues: Queues, place: number, wanted: number): number {
  for (let distance = 0; distance <= SEARCH; distance++) {
    const older = nextMan(queues, place, wanted + distance);
    if (older !== NONE) return older;
    const younger = distance === 0 ? NONE : nextMan(queues, place, wanted - distance);
    if (younger !== NONE) return younger;
  }
  return NONE;
}

function nextMan({ men, next, end }: Queues, place: number, age: number): number {
  if (age < YOUNGEST || age >= AGES) return NONE;
  const cell = place * AGES + age;
  return next[cell]! < end[cell]! ? men[next[cell]!++]! : NONE;
}

function marry(state: State, man: number, woman: number): void {
  const { columns: p } = state.population.persons;
  const { columns: h } = state.population.households;
  p.spouse[man] = woman;
  p.spouse[woman] = man;
  const hers = p.household[woman]!;
  const own = uniform(state.key, p.identity[man]!, p.lineage[man]!, state.year, Decision.unionHousehold);
  const collective = h.kind[p.household[man]!] === HouseholdKind.collective;
  if (collective || (p.role[man] !== Role.head && own < state.parameters['union.newHousehold']))
    foundHousehold(state, man);
  const his = p.household[man]!;
  touch(state.members, hers);
  p.household[woman] = his;
  join(state, woman);
  review(state, woman);
  p.role[woman] = p.role[man] === Role.head ? Role.spouse : Role.other;
  takeChildrenAlong(state, woman, hers, his);
}

/** Children under 18 of the woman's old household, as last grouped, move into the new one and live with her. */
function takeChildrenAlong(state: State, woman: number, from: number, to: number): void {
  const { columns: p } = state.population.persons;
  for (let i = state.members.first[from]!; i !== NONE; i = state.members.next[i]!) {
    if (p.mother[i] !== woman || p.age[i]! >= 18 || p.household[i] !== from) continue;
    p.household[i] = to;
    join(state, i);
    p.role[i] = p.role[woman] === Role.spouse ? Role.child : Role.grandchild;
    review(state, i);
    if (p.residenceArea[i] !== p.residenceArea[woman] || p.residenceUrban[i] !== p.residenceUrban[woman]) {
      changeResidence(state, i, p.residenceArea[woman]!, p.residenceUrban[woman]!);
    }
  }
}
