import { enterRegister, enterResident, RegisterChannel, ResidentChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { EventKind, NO_TOWN, NONE, Presence, Tenure } from '../../population/codes.ts';
import { Decision, Namespace } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { waitsOf } from '../agenda/waits.ts';
import { holdsJob, STAGES, stageOf } from '../capacity.ts';
import { membersOf } from '../members.ts';
import { type State, scratchOf } from '../state.ts';
import { townwardFactor } from './county-tilt.ts';

/**
 * Villages become neighbourhoods (村改居), townships towns: their residents are counted urban without moving, and so are the
 * registers where the register follows. Drawn village by village; never counted as settlement.
 */
export const reclassification = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, household, age, work, arrivalYear } = workspace.persons.columns;
  const { residenceArea, residenceUrban, registerArea, registerUrban } = workspace.persons.columns;
  const { village, homeArea, homeUrban, townArea, tenure, tenureYear } = workspace.households.columns;
  const { area: areaOf, urban } = workspace.villages.columns;
  const { first, next, touch } = membersOf(workspace);
  const { review } = waitsOf(workspace);
  /** Villages that turn this year, and those of them whose registers turn too. */
  const turns = new Uint8Array(workspace.villages.capacity);
  const registersTurn = new Uint8Array(workspace.villages.capacity);

  return (state: State): void => {
    if (turnVillages(state) === 0) return;
    const found = findTurning();
    for (let n = 0; n < found; n++) turnHousehold(state, list[n]);
  };

  /** Notes the villages that turn this year and returns how many there are. */
  function turnVillages(state: State): number {
    const { key, year, law, city, parameters: p } = state;
    const rates = city.areas.map((_, area) => {
      const ordered = law.lever(area, year, 'statistic.reclassification');
      const own = city.flows[area]?.reclassified ?? 0;
      const usual = p['reclassification.factor'] * own * townwardFactor(state, area);
      return usual * (1 + ordered * (p['reclassification.policyFactor'] - 1));
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

  /** A village brings the jobs its people hold and its school places along. */
  function bringPlaces({ jobs, places }: State['capacity'], i: number, area: number): void {
    if (holdsJob(work[i])) jobs[area]++;
    const stage = stageOf(age[i], work[i]);
    if (stage >= 0) places[area * STAGES + stage]++;
  }
});
