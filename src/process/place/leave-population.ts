import { boundTo } from '../../population/bound.ts';
import { NONE, Presence } from '../../population/codes.ts';
import { waitsOf } from '../agenda/waits.ts';
import { membersOf } from '../members.ts';
import type { State } from '../state.ts';

/** The person is neither registered in nor resident in the city any more: the row is closed and the marriage link cut. */
export const leavingPopulation = boundTo((workspace) => {
  const { presence, age, spouse, household } = workspace.persons.columns;
  const { lookAgain } = waitsOf(workspace);
  const { touch } = membersOf(workspace);

  return function leavePopulation(state: State, i: number): void {
    presence[i] = Presence.gone;
    touch(household[i]);
    const partner = spouse[i];
    if (partner === NONE) return;
    spouse[partner] = NONE;
    spouse[i] = NONE;
    if (presence[partner] === Presence.present) lookAgain(state, partner, age[partner]);
  };
});
