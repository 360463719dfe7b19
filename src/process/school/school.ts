import { atLeast, below, listRows, withinRows, wordsOf } from '../../math/bytes.ts';
import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import { boundTo } from '../../population/bound.ts';
import { isInCity, NONE } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { OLDEST_PUPIL, STAGES, stageOf, YOUNGEST_PUPIL } from '../capacity.ts';
import { drawsOf } from '../draws.ts';
import { drawWinners } from '../dwelling/lottery.ts';
import { membersOf } from '../members.ts';
import { changingResidence } from '../place/change-residence.ts';
import { rightsOf, Tabled } from '../settlement/rights-tables.ts';
import { type State, scratchOf } from '../state.ts';

/** Order in which places are given: registered here first, then by the level of the right to schooling, in quarters. */
const REGISTERED = 0;
const rankOf = (level: number): number => 1 + Math.round((1 - level) * 4);

/**
 * Town schools, by area and stage. Places are what the town had in the base year and a spare share; they follow
 * `school.placesGrowth`. Children with a town register of the area come first, then the others by how far the law entitles them
 * today (on a permit or at once); by keyed lottery inside each class. Village schools have room. A child without a place is counted
 * by stage and, where the family has a village home in the city, may be sent back there: a child left behind.
 */
export const school = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, work, household, registerArea, registerUrban } = workspace.persons.columns;
  const { residenceArea, residenceUrban } = workspace.persons.columns;
  const { village, homeArea, homeUrban } = workspace.households.columns;
  const [here, years, inTowns] = [wordsOf(presence), wordsOf(age), wordsOf(residenceUrban)];
  const { atHome } = membersOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const { isRegisteredHere, levelOf } = rightsOf(workspace);
  const changeResidence = changingResidence(workspace);

  return (state: State): void => {
    const { capacity, ledger, city, parameters: p } = state;
    const children = findTownChildren();
    const { pupils, incomers } = countPupils(children, city.areas.length);
    const unservedIncomers = new Float64Array(city.areas.length);
    for (let cell = 0; cell < pupils.length; cell++) {
      capacity.places[cell] = capacity.places[cell] * (1 + p['school.placesGrowth']);
      ledger.schoolPlaces[cell] = Math.round(capacity.places[cell]);
    }
    ledger.schoolAsked.set(pupils);
    const short = Uint8Array.from(pupils, (count, cell) => (count > Math.round(capacity.places[cell]) ? 1 : 0));
    pupilsOf(children, short).forEach((claimants, cell) => {
      if (short[cell] === 0) return;
      const area = Math.floor(cell / STAGES);
      const unserved = drawUnserved(state, claimants, Math.round(capacity.places[cell]), area);
      ledger.schoolShort[cell] += unserved.length;
      for (const child of unserved) {
        if (!isRegisteredHere(child)) unservedIncomers[area]++;
        state.watch?.unserved(child, cell % STAGES);
        sendBack(state, child);
      }
    });
    for (let a = 0; a < city.areas.length; a++) {
      let asked = 0;
      for (let s = 0; s < STAGES; s++) asked += incomers[a * STAGES + s];
      capacity.placeChance[a] = asked === 0 ? 1 : 1 - unservedIncomers[a] / asked;
    }
  };

  /** Finds those present in towns of an age of the stages: fills `list` with their rows and returns how many there are. */
  function findTownChildren(): number {
    const { rows } = workspace.persons;
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const inTown = here[w] & inTowns[w] & withinRows(w, rows);
      const found = inTown & atLeast(years[w], YOUNGEST_PUPIL) & below(years[w], OLDEST_PUPIL + 1);
      if (found !== 0) count = listRows(found, w << 2, list, count);
    }
    return count;
  }

  /** Pupils living in towns by area and stage, and those of them without a town register there: of those listed. */
  function countPupils(children: number, areas: number): { pupils: Int32Array; incomers: Int32Array } {
    const pupils = new Int32Array(areas * STAGES);
    const incomers = new Int32Array(pupils.length);
    for (let n = 0; n < children; n++) {
      const i = list[n];
      const stage = stageOf(age[i], work[i]);
      const area = residenceArea[i];
      if (stage < 0 || !isInCity(area)) continue;
      pupils[area * STAGES + stage]++;
      if (registerArea[i] !== area || registerUrban[i] === 0) incomers[area * STAGES + stage]++;
    }
    return { pupils, incomers };
  }

  /** Who gets no place where there are fewer than claimants, all of one area, by row. */
  function drawUnserved(state: State, claimants: Int32Array, places: number, area: number): number[] {
    const law = state.law.on(area, state.year, MIDDLE_OF_YEAR);
    const rank = (n: number): number => {
      const i = claimants[n];
      return isRegisteredHere(i) ? REGISTERED : rankOf(levelOf(state, law, Tabled.schooling, i));
    };
    const served = drawWinners(claimants, places, rank, (row) => drawOf(state, row, Decision.schoolLottery));
    const unserved: number[] = [];
    let next = 0;
    for (const child of claimants) {
      if (child === served[next]) next++;
      else unserved.push(child);
    }
    return unserved;
  }

  /** Pupils in the towns of each area and stage that is short of places, by row. */
  function pupilsOf(children: number, short: Uint8Array): Int32Array[] {
    const found: number[][] = Array.from(short, () => []);
    if (!short.includes(1)) return found.map((none) => new Int32Array(none));
    for (let n = 0; n < children; n++) {
      const i = list[n];
      const stage = stageOf(age[i], work[i]);
      const area = residenceArea[i];
      const cell = area * STAGES + stage;
      if (stage >= 0 && isInCity(area) && short[cell] === 1) found[cell].push(i);
    }
    return found.map((rows) => new Int32Array(rows));
  }

  /** A child without a place goes back to the village home, where there is one in the city and somebody lives in it. */
  function sendBack(state: State, child: number): void {
    const h = household[child];
    if (village[h] === NONE || homeUrban[h] === 1 || atHome[h] === 0) return;
    if (registerUrban[child] === 1) return;
    const draw = drawOf(state, child, Decision.sendBack);
    if (draw < state.parameters['school.sendBack']) changeResidence(state, child, homeArea[h], 0);
  }
});
