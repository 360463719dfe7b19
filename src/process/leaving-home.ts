import { HouseholdKind, NONE, Presence, Role, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { foundHousehold } from './split-household.ts';
import type { State } from './state.ts';

const YOUNGEST = 20;
const OLDEST = 35;

/** Single adults of 20-35 who leave the parental household and live alone in the same place. */
export function leavingHome(state: State): void {
  const { persons, households } = state.population;
  const { identity, lineage, presence, age, spouse, role, work, household } = persons.columns;
  const chance = state.parameters['leavingHome.hazard'];
  const rows = persons.rows;
  for (let i = 0; i < rows; i++) {
    if (role[i] !== Role.child || spouse[i] !== NONE || presence[i] === Presence.gone) continue;
    if (age[i]! < YOUNGEST || age[i]! > OLDEST || work[i] === Work.student) continue;
    if (households.columns.kind[household[i]!] !== HouseholdKind.family) continue;
    if (uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.leaveHome) < chance)
      foundHousehold(state, i);
  }
}
