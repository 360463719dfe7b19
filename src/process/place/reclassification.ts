import { enterRegister, enterResident, RegisterChannel, ResidentChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { EventKind, HouseholdKind, NO_TOWN, NONE, Presence, Tenure } from '../../population/codes.ts';
import { Decision, Namespace } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { waitsOf } from '../agenda/waits.ts';
import { holdsJob, STAGES, stageOf } from '../capacity.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { type State, scratchOf } from '../state.ts';
import { codeShift, townwardFactor } from './county-tilt.ts';

/** Most of an area's villagers, and of its families at home in town, that change side by the code in a year. */
const MOST_BY_CODE = 0.05;

/**
 * Villages become neighbourhoods (村改居), townships towns: their residents are counted urban without moving, and so are the
 * registers where the register follows. Drawn village by village; never counted as settlement. Where what drives the urban share takes it
 * further than moves can (county-tilt.ts), more villages turn, or families at home in town are counted as villagers: they keep their register,
 * and their jobs and school places go with them.
 */
export const reclassification = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, household, age, work, arrivalYear } = workspace.persons.columns;
  const { residenceArea, residenceUrban, registerArea, registerUrban } = workspace.persons.columns;
  const { kind, village, homeArea, homeUrban, townArea, tenure, tenureYear } = workspace.households.columns;
  const { area: areaOf, urban } = workspace.villages.columns;
  const { first, next, touch } = membersOf(workspace);
  const { review } = waitsOf(workspace);
  const { householdDraw } = drawsOf(workspace);
  /** Villages that turn this year, and those of them whose registers turn too. */
  const turns = new Uint8Array(workspace.villages.capacity);
  const registersTurn = new Uint8Array(workspace.villages.capacity);

  return (state: State): void => {
    const shifts = state.city.areas.map((_, area) => codeShift(state, area));
    const sides = shifts.some((shift) => shift !== 0) ? countSides(shifts.length) : null;
    if (turnVillages(state, shifts, sides) > 0) {
      const found = findTurning();
      for (let n = 0; n < found; n++) turnHousehold(state, list[n]);
    }
    if (sides !== null && shifts.some((shift) => shift < 0)) turnBack(state, shifts, sides);
  };

  /** Persons at home in villages, and of families at home in town that can be counted as villagers, by area. */
  function countSides(areas: number): { readonly villagers: Float64Array; readonly townspeople: Float64Array } {
    const villagers = new Float64Array(areas);
    const townspeople = new Float64Array(areas);
    for (let h = 0; h < workspace.households.rows; h++) {
      if (first[h] === NONE || kind[h] !== HouseholdKind.family) continue;
      const counts = homeUrban[h] === 0 ? villagers : canTurnBack(h) ? townspeople : null;
      if (counts === null) continue;
      for (let i = first[h]; i !== NONE; i = next[i]) if (isAtHome(i, h)) counts[homeArea[h]]++;
    }
    return { villagers, townspeople };
  }

  function canTurnBack(h: number): boolean {
    return homeUrban[h] === 1 && tenure[h] !== Tenure.publicRental;
  }

  /** Person i of household h is present and lives at the family home. */
  function isAtHome(i: number, h: number): boolean {
    return (
      presence[i] !== Presence.gone &&
      household[i] === h &&
      residenceArea[i] === homeArea[h] &&
      residenceUrban[i] === homeUrban[h]
    );
  }

  /** Families at home in town are counted as villagers, by lot, where the code says so. */
  function turnBack(
    state: State,
    shifts: readonly number[],
    { townspeople }: { readonly townspeople: Float64Array },
  ): void {
    // where nobody lives in a village there is none to be counted to
    const chances = shifts.map((shift, area) =>
      shift < 0 && state.anchors.moves.townward[area] > 0 && townspeople[area] > 0
        ? Math.min(MOST_BY_CODE, -shift / townspeople[area])
        : 0,
    );
    const { capacity, ledger, year } = state;
    for (let h = 0; h < workspace.households.rows; h++) {
      if (first[h] === NONE || kind[h] !== HouseholdKind.family || !canTurnBack(h)) continue;
      const area = homeArea[h];
      if (chances[area] === 0 || householdDraw(state, h, year, Decision.turnBack) >= chances[area]) continue;
      touch(h);
      for (let i = first[h]; i !== NONE; i = next[i]) {
        if (!isAtHome(i, h)) continue;
        ledger.diary?.note(EventKind.residenceTurnedVillage, i);
        residenceUrban[i] = 0;
        takePlaces(capacity, i, area);
        ledger.events.turnedVillagePersons[area]++;
        enterResident(ledger.balance, ResidentChannel.reclassification, area, 0, -1);
        review(state, i);
      }
      homeUrban[h] = 0;
      tenure[h] = Tenure.none;
      tenureYear[h] = year;
    }
  }

  /** Notes the villages that turn this year and returns how many there are. */
  function turnVillages(
    state: State,
    shifts: readonly number[],
    sides: { readonly villagers: Float64Array } | null,
  ): number {
    const { key, year, law, city, parameters: p } = state;
    const rates = city.areas.map((_, area) => {
      const ordered = law.lever(area, year, 'statistic.reclassification');
      const own = city.flows[area]?.reclassified ?? 0;
      const usual = p['reclassification.factor'] * own * townwardFactor(state, area);
      const villagers = sides?.villagers[area] ?? 0;
      const byCode = villagers > 0 ? Math.min(MOST_BY_CODE, Math.max(0, shifts[area]) / villagers) : 0;
      return usual * (1 + ordered * (p['reclassification.policyFactor'] - 1)) + byCode;
    });
    const registerShare = p['reclassification.registerShare'];
    turns.fill(0);
    let count = 0;
    for (let v = 0; v < workspace.villages.rows; v++) {
      if (urban[v] === 1) continue;
      if (uniform(key, v, Namespace.village, year, Decision.reclassify) >= rates[areaOf[v]]) continue;
      urban[v] = 1;
      turns[v] = 1;
      const register = uniform(key, v, Namespace.village, year, Decision.reclassifyRegister);
      registersTurn[v] = register < registerShare ? 1 : 0;
      count++;
    }
    return count;
  }

  /** Finds the village households of villages that turn: fills `list` with their rows and returns how many there are. */
  function findTurning(): number {
    const { rows } = workspace.households;
    let count = 0;
    for (let h = 0; h < rows; h++) {
      const v = village[h];
      if (v !== NONE && turns[v] === 1 && homeUrban[h] === 0) list[count++] = h;
    }
    return count;
  }

  function turnHousehold(state: State, h: number): void {
    const { capacity, ledger, year } = state;
    const { reclassifiedPersons, reclassifiedRegisters } = ledger.events;
    const withRegisters = registersTurn[village[h]] === 1;
    const area = homeArea[h];
    touch(h);
    homeUrban[h] = 1;
    for (let i = first[h]; i !== NONE; i = next[i]) {
      if (presence[i] === Presence.gone || household[i] !== h) continue;
      if (residenceArea[i] === area && residenceUrban[i] === 0) {
        ledger.diary?.note(EventKind.residenceReclassified, i);
        residenceUrban[i] = 1;
        arrivalYear[i] = year; // life in a town begins now
        bringPlaces(capacity, i, area);
        reclassifiedPersons[area]++;
        enterResident(ledger.balance, ResidentChannel.reclassification, area, 0, 1);
      }
      if (withRegisters && registerArea[i] === area && registerUrban[i] === 0) {
        ledger.diary?.note(EventKind.registerReclassified, i);
        registerUrban[i] = 1;
        reclassifiedRegisters[area]++;
        enterRegister(ledger.balance, RegisterChannel.reclassification, area, 0, 1);
      }
      review(state, i);
    }
    tenure[h] = Tenure.own; // the family house
    tenureYear[h] = year;
    if (townArea[h] === area) townArea[h] = NO_TOWN; // home and town have become one place
  }

  /** The jobs and school places of who is counted as a villager are the town's no more. */
  function takePlaces({ jobs, places }: State['capacity'], i: number, area: number): void {
    if (holdsJob(work[i])) jobs[area] = Math.max(0, jobs[area] - 1);
    const stage = stageOf(age[i], work[i]);
    if (stage >= 0) places[area * STAGES + stage] = Math.max(0, places[area * STAGES + stage] - 1);
  }

  /** A village brings the jobs its people hold and its school places along. */
  function bringPlaces({ jobs, places }: State['capacity'], i: number, area: number): void {
    if (holdsJob(work[i])) jobs[area]++;
    const stage = stageOf(age[i], work[i]);
    if (stage >= 0) places[area * STAGES + stage]++;
  }
});
