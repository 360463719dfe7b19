import { enterRegister, enterResident, RegisterChannel, ResidentChannel } from '../population/balance.ts';
import { boundTo } from '../population/bound.ts';
import { NO_TOWN, NONE, Presence, Tenure } from '../population/codes.ts';
import { Decision, Namespace } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { review } from './agenda/agenda.ts';
import { holdsJob, STAGES, stageOf } from './capacity.ts';
import { touch } from './members.ts';
import type { State } from './state.ts';

/**
 * Villages become neighbourhoods (村改居), townships towns: their residents are counted urban without moving, and so are the
 * registers where the register follows. Drawn village by village; never counted as settlement.
 */
export function reclassification(state: State): void {
  const { households } = state.population;
  const turned = turnVillages(state);
  if (turned.size === 0) return;
  const { village } = households.columns;
  const found = inVillages(state.population)(households.rows, turned, state.rows);
  for (let n = 0; n < found; n++) turnHousehold(state, state.rows[n]!, turned.get(village[state.rows[n]!]!)!);
}

/** Finds the village households of some villages: fills `into` with their rows and returns how many there are. */
const inVillages = boundTo(({ villages, households: { columns } }) => {
  const { village, homeUrban } = columns;
  const isOne = new Uint8Array(villages.capacity);
  return (rows: number, some: ReadonlyMap<number, unknown>, into: Int32Array): number => {
    isOne.fill(0);
    for (const v of some.keys()) isOne[v] = 1;
    let count = 0;
    for (let h = 0; h < rows; h++) {
      const v = village[h]!;
      if (v !== NONE && isOne[v] === 1 && homeUrban[h] === 0) into[count++] = h;
    }
    return count;
  };
});

function turnHousehold(state: State, h: number, registersTurn: boolean): void {
  const { population, members, ledger, year } = state;
  const { homeUrban, homeArea, townArea, tenure, tenureYear } = population.households.columns;
  const { presence, household, residenceArea, residenceUrban, registerArea, registerUrban, arrivalYear } =
    population.persons.columns;
  const { reclassifiedPersons, reclassifiedRegisters } = ledger.events;
  const area = homeArea[h]!;
  touch(members, h);
  homeUrban[h] = 1;
  for (let i = members.first[h]!; i !== NONE; i = members.next[i]!) {
    if (presence[i] === Presence.gone || household[i] !== h) continue;
    if (residenceArea[i] === area && residenceUrban[i] === 0) {
      residenceUrban[i] = 1;
      arrivalYear[i] = year; // life in a town begins now
      bringPlaces(state, i, area);
      reclassifiedPersons[area]!++;
      enterResident(ledger.balance, ResidentChannel.reclassification, area, 0, 1);
    }
    if (registersTurn && registerArea[i] === area && registerUrban[i] === 0) {
      registerUrban[i] = 1;
      reclassifiedRegisters[area]!++;
      enterRegister(ledger.balance, RegisterChannel.reclassification, area, 0, 1);
    }
    review(state, i);
  }
  tenure[h] = Tenure.own; // the family house
  tenureYear[h] = year;
  if (townArea[h] === area) townArea[h] = NO_TOWN; // home and town have become one place
}

/** A village brings the jobs its people hold and its school places along. */
function bringPlaces({ capacity, population }: State, i: number, area: number): void {
  const { work, age } = population.persons.columns;
  if (holdsJob(work[i]!)) capacity.jobs[area]!++;
  const stage = stageOf(age[i]!, work[i]!);
  if (stage >= 0) capacity.places[area * STAGES + stage]!++;
}

/** Villages that turn this year, with whether their registers turn too. */
function turnVillages(state: State): Map<number, boolean> {
  const { villages } = state.population;
  const { area, urban } = villages.columns;
  const p = state.parameters;
  const turned = new Map<number, boolean>();
  for (let v = 0; v < villages.rows; v++) {
    if (urban[v] === 1) continue;
    const ordered = state.law.lever(area[v]!, state.year, 'statistic.reclassification');
    const rate = p['reclassification.rate'] * (1 + ordered * (p['reclassification.policyFactor'] - 1));
    if (uniform(state.key, v, Namespace.village, state.year, Decision.reclassify) >= rate) continue;
    urban[v] = 1;
    const register = uniform(state.key, v, Namespace.village, state.year, Decision.reclassifyRegister);
    turned.set(v, register < p['reclassification.registerShare']);
  }
  return turned;
}
