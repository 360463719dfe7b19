import { enterRegister, RegisterChannel } from '../population/balance.ts';
import { isInCity, NONE, Outside, Presence } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { householdDraw, waitOfHousehold } from './agenda/agenda.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { leavePopulation } from './leave-population.ts';
import type { State } from './state.ts';

/**
 * The register's other doors: people who live outside the city move their hukou there and leave the population. The absent of
 * a household go together by one draw, more likely with a town register. Students who take the register along leave in
 * education.ts, arrivals enter by settlement.
 */
export function registerDoors(state: State): void {
  const { population, members, agenda, hazards, t, parameters: p } = state;
  const { households } = population;
  const { elsewhere } = agenda.households.columns;
  const bound = hazards.bounds[t]!.elsewhere;
  const rural = p['doors.settledElsewhere'];
  const urban = Math.min(1, rural * p['doors.urbanFactor']);
  const due = rowsEqual(elsewhere, households.rows, t, state.rows);
  for (let n = 0; n < due; n++) {
    const h = state.rows[n]!;
    elsewhere[h] = waitOfHousehold(state, hazards.elsewhere, h, t, Decision.settleElsewhere);
    if (members.outside[h] === 0) continue;
    const draw = bound * householdDraw(state, h, state.year, Decision.settleElsewhereAccepted);
    leaveTheRegister(state, h, draw, [rural, urban]);
  }
}

/** The absent of household h whose chance, by the side of their register, is above the draw. */
function leaveTheRegister(state: State, h: number, draw: number, chance: readonly [number, number]): void {
  const { presence, registerArea, registerUrban, residenceArea, arrivalYear } = state.population.persons.columns;
  const { balance, events } = state.ledger;
  for (let i = state.members.first[h]!; i !== NONE; i = state.members.next[i]!) {
    if (residenceArea[i]! < Outside.province || presence[i] === Presence.gone || !isInCity(registerArea[i]!)) continue;
    if (arrivalYear[i] === state.year || draw >= chance[registerUrban[i]! as 0 | 1]) continue;
    events.registerOut[registerArea[i]!]!++;
    enterRegister(balance, RegisterChannel.elsewhere, registerArea[i]!, -1, -registerUrban[i]!);
    leavePopulation(state, i);
  }
}
