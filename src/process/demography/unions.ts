import { boundTo } from '../../population/bound.ts';
import {
  EventKind,
  HouseholdKind,
  isInCity,
  NONE,
  Outside,
  Presence,
  Role,
  Sex,
  Work,
} from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { AGES } from '../../scenario/city-data.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { AGE_GAP } from '../agenda/hazards.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { changingResidence } from '../place/change-residence.ts';
import { type State, scratchOf } from '../state.ts';
import { foundingHouseholds } from './split-household.ts';

/** Widest search around the wanted age. */
const SEARCH = 8;
const YOUNGEST = 20;

/** Single men ready to marry, by place and age: `start` and `end` delimit each queue in `men`. */
interface Queues {
  readonly men: Int32Array;
  readonly next: Int32Array;
  readonly end: Int32Array;
}

/**
 * Unions of the year. Whoever's time to look for a partner has come and is single looks: women by a chance that peaks at
 * `union.peakAge`, men of the same place (area and side) stand ready by the same bell, shifted and raised, in order of age and
 * row. Each woman takes the man nearest to the age she looks for. The couple founds a household or lives with his parents; her
 * young children come along. Registers stay as they are.
 */
export const unions = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, sex, age, spouse, mother, work, role, household } = workspace.persons.columns;
  const { residenceArea, residenceUrban } = workspace.persons.columns;
  const { kind } = workspace.households.columns;
  const { partner } = agendaOf(workspace).persons.columns;
  const { first, next: nextMember, touch, join } = membersOf(workspace);
  const { lookAgain, review } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const changeResidence = changingResidence(workspace);
  const foundHousehold = foundingHouseholds(workspace);

  return (state: State): void => {
    const areas = state.city.areas.length;
    const formed = state.ledger.events.unions;
    const single = findSingles(state);
    const queues = queueMen(single, areas);
    for (let n = 0; n < single; n++) {
      const i = list[n];
      if (sex[i] !== Sex.female) continue;
      const spread = drawOf(state, i, Decision.unionPartnerAge);
      const wanted = age[i] + AGE_GAP + Math.floor(spread * 5) - 2;
      const man = takeMan(queues, placeOf(areas, i), wanted);
      if (man === NONE) continue;
      state.ledger.diary?.note(EventKind.union, i);
      marry(state, man, i);
      if (residenceArea[i] < areas) formed[residenceArea[i]]++;
    }
  };

  /** Finds the single women and men who look this year: fills `list` with them and returns how many there are. */
  function findSingles(state: State): number {
    const looking = rowsEqual(partner, workspace.persons.rows, state.t, list);
    let single = 0;
    for (let n = 0; n < looking; n++) {
      const i = list[n];
      if (presence[i] === Presence.gone) continue;
      partner[i] = 0;
      if (spouse[i] !== NONE) continue;
      lookAgain(state, i, age[i]);
      if (work[i] !== Work.student) list[single++] = i;
    }
    return single;
  }

  /** Index of a place of living: area and side, with the two outside destinations at the end. */
  function placeOf(areas: number, i: number): number {
    const area = residenceArea[i];
    const index = isInCity(area) ? area : areas + (area - Outside.province);
    return index * 2 + residenceUrban[i];
  }

  /** @param single places of `list` to look at: single people, women and men */
  function queueMen(single: number, areas: number): Queues {
    const places = (areas + 2) * 2;
    const next = new Int32Array(places * AGES + 1);
    for (let n = 0; n < single; n++) {
      const i = list[n];
      if (sex[i] === Sex.male) next[placeOf(areas, i) * AGES + age[i] + 1]++;
    }
    for (let cell = 0; cell < places * AGES; cell++) next[cell + 1] += next[cell];
    const men = new Int32Array(next[places * AGES]);
    const end = next.slice();
    for (let n = 0; n < single; n++) {
      const i = list[n];
      if (sex[i] === Sex.male) men[end[placeOf(areas, i) * AGES + age[i]]++] = i;
    }
    return { men, next, end };
  }

  function marry(state: State, man: number, woman: number): void {
    spouse[man] = woman;
    spouse[woman] = man;
    const hers = household[woman];
    const own = drawOf(state, man, Decision.unionHousehold);
    const collective = kind[household[man]] === HouseholdKind.collective;
    if (collective || (role[man] !== Role.head && own < state.parameters['union.newHousehold']))
      foundHousehold(state, man);
    const his = household[man];
    touch(hers);
    household[woman] = his;
    join(woman);
    review(state, woman);
    role[woman] = role[man] === Role.head ? Role.spouse : Role.other;
    takeChildrenAlong(state, woman, hers, his);
  }

  /** Children under 18 of the woman's old household, as last grouped, move into the new one and live with her. */
  function takeChildrenAlong(state: State, woman: number, from: number, to: number): void {
    for (let i = first[from]; i !== NONE; i = nextMember[i]) {
      if (mother[i] !== woman || age[i] >= 18 || household[i] !== from) continue;
      household[i] = to;
      join(i);
      role[i] = role[woman] === Role.spouse ? Role.child : Role.grandchild;
      review(state, i);
      if (residenceArea[i] !== residenceArea[woman] || residenceUrban[i] !== residenceUrban[woman]) {
        changeResidence(state, i, residenceArea[woman], residenceUrban[woman]);
      }
    }
  }
});

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
  return next[cell] < end[cell] ? men[next[cell]++] : NONE;
}
