import { appendHousehold } from '../population/append.ts';
import { NO_TOWN, Role, Tenure } from '../population/codes.ts';
import { enterHousehold, review } from './agenda/agenda.ts';
import { join, livesAtHome, openHousehold, touch } from './members.ts';
import { enrolFamily } from './settlement/survey.ts';
import type { State } from './state.ts';

/**
 * Founds a household for `founder`, who leaves the present one: same home village or town, same place of living, same
 * beliefs; half the contracted land where the founder is registered in the village (分家), a rented dwelling in town.
 * Moves the founder only; returns the new household row.
 */
export function foundHousehold(state: State, founder: number): number {
  const { population, year } = state;
  const { columns: p } = population.persons;
  const { columns: h } = population.households;
  const from = p.household[founder]!;
  const atHome = livesAtHome(population, founder);
  const to = appendHousehold(population.households);
  openHousehold(state.members, to);
  h.homeArea[to] = h.homeArea[from]!;
  h.homeUrban[to] = h.homeUrban[from]!;
  h.village[to] = h.village[from]!;
  h.herder[to] = h.herder[from]!;
  h.homestead[to] = h.homestead[from]!;
  h.aware[to] = h.aware[from]!;
  h.landBelief[to] = h.landBelief[from]!;
  h.indifferent[to] = h.indifferent[from]!;
  h.taste[to] = h.taste[from]!;
  const livesInOtherTown = !atHome && p.residenceArea[founder]! < 250;
  h.townArea[to] = livesInOtherTown ? p.residenceArea[founder]! : NO_TOWN;
  if (p.registerUrban[founder] === 0 && h.landMu[from]! > 0) {
    h.landMu[to] = h.landMu[from]! / 2;
    h.landMu[from] = h.landMu[from]! / 2;
  }
  const inTown = livesInOtherTown || (atHome && h.homeUrban[from] === 1);
  h.tenure[to] = inTown ? Tenure.privateRent : Tenure.none;
  h.tenureYear[to] = year;
  h.head[to] = founder;
  p.household[founder] = to;
  p.role[founder] = Role.head;
  touch(state.members, from);
  join(state, founder);
  review(state, founder);
  enterHousehold(state, to, state.t);
  enrolFamily(state, to);
  return to;
}
