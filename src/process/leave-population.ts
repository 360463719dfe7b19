import { NONE, Presence } from '../population/codes.ts';
import type { State } from './state.ts';

/** The person is neither registered in nor resident in the city any more: the row is closed and the marriage link cut. */
export function leavePopulation(state: State, i: number): void {
  const { presence, spouse } = state.population.persons.columns;
  presence[i] = Presence.gone;
  const partner = spouse[i]!;
  if (partner !== NONE) {
    spouse[partner] = NONE;
    spouse[i] = NONE;
  }
}
