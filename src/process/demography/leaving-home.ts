import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, NONE, Presence, Role, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { type State, scratchOf } from '../state.ts';
import { foundingHouseholds } from './split-household.ts';

/** Single adults of 20-35 whose time has come leave the parental household and live alone in the same place. */
export const leavingHome = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, spouse, role, work, household } = workspace.persons.columns;
  const { kind } = workspace.households.columns;
  const { leaveHome } = agendaOf(workspace).persons.columns;
  const { wait } = waitsOf(workspace);
  const foundHousehold = foundingHouseholds(workspace);

  return (state: State): void => {
    const { t } = state;
    const table = state.hazards.leaveHome;
    const due = rowsEqual(leaveHome, workspace.persons.rows, t, list);
    for (let n = 0; n < due; n++) {
      const i = list[n];
      if (presence[i] === Presence.gone) continue;
      leaveHome[i] = 0;
      if (role[i] !== Role.child) continue;
      leaveHome[i] = wait(state, table, i, age[i], t, Decision.leaveHome);
      if (spouse[i] !== NONE || work[i] === Work.student) continue;
      if (kind[household[i]] === HouseholdKind.family) foundHousehold(state, i);
    }
  };
});
