import { atLeast, below, listRows, withinRows, wordsOf } from '../math/bytes.ts';
import { boundTo } from '../population/bound.ts';
import { isInCity, NONE } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { OLDEST_PUPIL, STAGES, stageOf, YOUNGEST_PUPIL } from './capacity.ts';
import { changeResidence } from './change-residence.ts';
import { drawWinners } from './lottery.ts';
import { isRegisteredHere, levelOf } from './settlement/utility.ts';
import type { State } from './state.ts';

const MIDDLE_OF_YEAR = 183;
/** Order in which places are given: registered here first, then by the level of the right to schooling, in quarters. */
const REGISTERED = 0;
const rankOf = (level: number): number => 1 + Math.round((1 - level) * 4);

/**
 * Town schools, by area and stage. Places are what the town had in the base year and a spare share; they follow
 * `school.placesGrowth`. Children with a town register of the area come first, then the others by how far the law entitles them
 * today (on a permit or at once); by keyed lottery inside each class. Village schools have room. A child without a place is counted
 * by stage and, where the family has a village home in the city, may be sent back there: a child left behind.
 */
export function school(state: State): void {
  const { capacity, ledger, city, parameters: p } = state;
  const children = townChildren(state.population)(state.population.persons.rows, state.rows);
  const { pupils, incomers } = countPupils(state, children);
  const unservedIncomers = new Float64Array(city.areas.length);
  for (let cell = 0; cell < pupils.length; cell++) {
    capacity.places[cell] = capacity.places[cell]! * (1 + p['school.placesGrowth']);
    ledger.schoolPlaces[cell] = Math.round(capacity.places[cell]!);
  }
  ledger.schoolAsked.set(pupils);
  const short = Uint8Array.from(pupils, (count, cell) => (count > Math.round(capacity.places[cell]!) ? 1 : 0));
  pupilsOf(state, children, short).forEach((claimants, cell) => {
    if (short[cell] === 0) return;
    const unserved = drawUnserved(state, claimants, Math.round(capacity.places[cell]!));
    ledger.schoolShort[cell]! += unserved.length;
    for (const child of unserved) {
      if (!isRegisteredHere(state, child)) unservedIncomers[Math.floor(cell / STAGES)]!++;
      state.watch?.unserved(child, cell % STAGES);
      sendBack(state, child);
    }
  });
  for (let a = 0; a < city.areas.length; a++) {
    let asked = 0;
    for (let s = 0; s < STAGES; s++) asked += incomers[a * STAGES + s]!;
    capacity.placeChance[a] = asked === 0 ? 1 : 1 - unservedIncomers[a]! / asked;
  }
}

/** Finds those present in towns of an age of the stages: fills `into` with their rows and returns how many there are. */
const townChildren = boundTo(({ persons: { columns: c } }) => {
  const [presence, age, residenceUrban] = [wordsOf(c.presence), wordsOf(c.age), wordsOf(c.residenceUrban)];
  return (rows: number, into: Int32Array): number => {
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const inTown = presence[w]! & residenceUrban[w]! & withinRows(w, rows);
      const found = inTown & atLeast(age[w]!, YOUNGEST_PUPIL) & below(age[w]!, OLDEST_PUPIL + 1);
      if (found !== 0) count = listRows(found, w << 2, into, count);
    }
    return count;
  };
});

/** Pupils living in towns by area and stage, and those of them without a town register there: of the rows listed. */
function countPupils(
  { population, city, rows }: State,
  children: number,
): { pupils: Int32Array; incomers: Int32Array } {
  const { age, work, residenceArea, registerArea, registerUrban } = population.persons.columns;
  const pupils = new Int32Array(city.areas.length * STAGES);
  const incomers = new Int32Array(pupils.length);
  for (let n = 0; n < children; n++) {
    const i = rows[n]!;
    const stage = stageOf(age[i]!, work[i]!);
    const area = residenceArea[i]!;
    if (stage < 0 || !isInCity(area)) continue;
    pupils[area * STAGES + stage]!++;
    if (registerArea[i] !== area || registerUrban[i] === 0) incomers[area * STAGES + stage]!++;
  }
  return { pupils, incomers };
}

/** Who gets no place where there are fewer than claimants, by row. */
function drawUnserved(state: State, claimants: Int32Array, places: number): number[] {
  const { population, key, year } = state;
  const { identity, lineage } = population.persons.columns;
  const lot = (row: number): number => uniform(key, identity[row]!, lineage[row]!, year, Decision.schoolLottery);
  const served = drawWinners(claimants, places, (n) => rank(state, claimants[n]!), lot);
  const unserved: number[] = [];
  let next = 0;
  for (const child of claimants) {
    if (child === served[next]) next++;
    else unserved.push(child);
  }
  return unserved;
}

/** Pupils in the towns of each area and stage that is short of places, by row. */
function pupilsOf({ population, rows }: State, children: number, short: Uint8Array): Int32Array[] {
  const found: number[][] = Array.from(short, () => []);
  if (!short.includes(1)) return found.map((none) => new Int32Array(none));
  const { age, work, residenceArea } = population.persons.columns;
  for (let n = 0; n < children; n++) {
    const i = rows[n]!;
    const stage = stageOf(age[i]!, work[i]!);
    const cell = residenceArea[i]! * STAGES + stage;
    if (stage >= 0 && isInCity(residenceArea[i]!) && short[cell] === 1) found[cell]!.push(i);
  }
  return found.map((list) => new Int32Array(list));
}

function rank(state: State, i: number): number {
  if (isRegisteredHere(state, i)) return REGISTERED;
  const law = state.law.on(state.population.persons.columns.residenceArea[i]!, state.year, MIDDLE_OF_YEAR);
  return rankOf(levelOf(state, law, 'schooling', i));
}

/** A child without a place goes back to the village home, where there is one in the city and somebody lives in it. */
function sendBack(state: State, child: number): void {
  const { columns: c } = state.population.persons;
  const { columns: hh } = state.population.households;
  const h = c.household[child]!;
  if (hh.village[h] === NONE || hh.homeUrban[h] === 1 || state.members.atHome[h] === 0) return;
  if (c.registerUrban[child] === 1) return;
  const draw = uniform(state.key, c.identity[child]!, c.lineage[child]!, state.year, Decision.sendBack);
  if (draw < state.parameters['school.sendBack']) changeResidence(state, child, hh.homeArea[h]!, 0);
}
