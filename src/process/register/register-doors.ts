import { enterRegister, RegisterChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { EventKind, isInCity, NONE, Outside, Presence } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { leavingPopulation } from '../place/leave-population.ts';
import { type State, scratchOf } from '../state.ts';

/**
 * The register's other doors: people who live outside the city move their hukou there and leave the population. The absent of
 * a household go together by one draw, more likely with a town register. Students who take the register along leave in
 * education.ts, arrivals enter by settlement.
 */
export const registerDoors = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, registerArea, registerUrban, residenceArea, arrivalYear } = workspace.persons.columns;
  const { elsewhere } = agendaOf(workspace).households.columns;
  const { first, next, outside } = membersOf(workspace);
  const { waitOfHousehold } = waitsOf(workspace);
  const { householdDraw } = drawsOf(workspace);
  const leavePopulation = leavingPopulation(workspace);

  return (state: State): void => {
    const { hazards, t, year, parameters: p } = state;
    const bound = hazards.bounds[t].elsewhere;
    const rural = p['doors.settledElsewhere'];
    const urban = Math.min(1, rural * p['doors.urbanFactor']);
    const due = rowsEqual(elsewhere, workspace.households.rows, t, list);
    for (let n = 0; n < due; n++) {
      const h = list[n];
      elsewhere[h] = waitOfHousehold(state, hazards.elsewhere, h, t, Decision.settleElsewhere);
      if (outside[h] === 0) continue;
      const draw = bound * householdDraw(state, h, year, Decision.settleElsewhereAccepted);
      leaveTheRegister(state, h, draw, rural, urban);
    }
  };

  /** The absent of household h whose chance, by the side of their register, is above the draw. */
  function leaveTheRegister(state: State, h: number, draw: number, rural: number, urban: number): void {
    const { year } = state;
    const { balance, events } = state.ledger;
    for (let i = first[h]; i !== NONE; i = next[i]) {
      const from = registerArea[i];
      if (residenceArea[i] < Outside.province || presence[i] === Presence.gone || !isInCity(from)) continue;
      if (arrivalYear[i] === year || draw >= (registerUrban[i] === 0 ? rural : urban)) continue;
      events.registerOut[from]++;
      events.registerOutTown[from] += registerUrban[i];
      state.ledger.diary?.note(EventKind.registerOut, i);
      enterRegister(balance, RegisterChannel.elsewhere, from, -1, -registerUrban[i]);
      leavePopulation(state, i);
    }
  }
});
