import { HouseholdKind, NONE, Presence, Role, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { wait } from './agenda/agenda.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { foundHousehold } from './split-household.ts';
import type { State } from './state.ts';

/** Single adults of 20-35 whose time has come leave the parental household and live alone in the same place. */
export function leavingHome(state: State): void {
  const { population, agenda, hazards, t } = state;
  const { persons, households } = population;
  const { presence, age, spouse, role, work, household } = persons.columns;
  const { leaveHome } = agenda.persons.columns;
  const due = rowsEqual(leaveHome, persons.rows, t, state.rows);
  for (let n = 0; n < due; n++) {
    const i = state.rows[n]!;
    if (presence[i] === Presence.gone) continue;
    leaveHome[i] = 0;
    if (role[i] !== Role.child) continue;
    leaveHome[i] = wait(state, hazards.leaveHome, i, age[i]!, t, Decision.leaveHome);
    if (spouse[i] !== NONE || work[i] === Work.student) continue;
    if (households.columns.kind[household[i]!] === HouseholdKind.family) foundHousehold(state, i);
  }
}
