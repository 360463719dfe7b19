import { NONE, Presence } from '../population/codes.ts';
import { lookAgain } from './agenda/agenda.ts';
import { touch } from './members.ts';
import type { State } from './state.ts';

/** The person is neither registered in nor resident in the city any more: the row is closed and the marriage link cut. */
export function leavePopulation(state: State, i: number): void {
  const { presence, age, spouse, household } = state.population.persons.columns;
  presence[i] = Presence.gone;
  touch(state.members, household[i]!);
  const partner = spouse[i]!;
  if (partner !== NONE) {
    spouse[partner] = NONE;
    spouse[i] = NONE;
    if (presence[partner] === Presence.present) lookAgain(state, partner, age[partner]!);
  }
}
