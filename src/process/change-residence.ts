import { enterResident, ResidentChannel } from '../population/balance.ts';
import { isInCity, Work } from '../population/codes.ts';
import { countMove, placeOf } from '../population/moves.ts';
import { review } from './agenda/agenda.ts';
import { leavePopulation } from './leave-population.ts';
import { touch } from './members.ts';
import type { State } from './state.ts';

/**
 * The one place where a person's residence changes. Sets the arrival year, ends the residence permit, adapts the work to the
 * new side and counts migration over the city's border of people registered here; somebody who is not registered here and leaves
 * the city leaves the population. Does not touch the household.
 */
export function changeResidence(state: State, i: number, area: number, urban: number): void {
  const { columns: p } = state.population.persons;
  const { events, moves } = state.ledger;
  const from = p.residenceArea[i]!;
  countMove(moves, placeOf(moves, from, p.residenceUrban[i]!), placeOf(moves, area, urban));
  if (!isInCity(area) && !isInCity(p.registerArea[i]!)) {
    events.departures[from]!++;
    enterResident(state.ledger.balance, ResidentChannel.migration, from, -1, -p.residenceUrban[i]!);
    leavePopulation(state, i);
    return;
  }
  if (isInCity(p.registerArea[i]!)) {
    if (isInCity(from) && !isInCity(area)) events.outMigrants[from]!++;
    if (!isInCity(from) && isInCity(area)) events.returnMigrants[area]!++;
  }
  if (isInCity(from) && isInCity(area) && p.residenceUrban[i] !== urban) {
    if (urban === 1) events.townMoves[area]!++;
    else events.villageReturns[area]!++;
  }
  const channel = isInCity(from) && isInCity(area) ? ResidentChannel.moves : ResidentChannel.migration;
  enterResident(state.ledger.balance, channel, from, -1, -p.residenceUrban[i]!);
  enterResident(state.ledger.balance, channel, area, 1, urban);
  touch(state.members, p.household[i]!);
  p.residenceArea[i] = area;
  p.residenceUrban[i] = urban;
  p.arrivalYear[i] = state.year;
  p.permitYear[i] = 0;
  p.work[i] = workAfterMove(p.work[i]!, p.age[i]!, area, urban);
  review(state, i);
}

/** Work at the new place; those of retiring age do not begin anew. */
function workAfterMove(work: number, age: number, area: number, urban: number): number {
  const paid = age < RETIREMENT_AGE;
  if (!isInCity(area)) {
    if (work === Work.farm || work === Work.seeking) return paid ? Work.informal : Work.retired; // not limited there
  } else if (urban === 0) {
    if (work === Work.informal || work === Work.formal || work === Work.seeking) return Work.farm;
  } else if (work === Work.farm || work === Work.informal || work === Work.formal) {
    return paid ? Work.seeking : Work.retired;
  }
  return work;
}

export const RETIREMENT_AGE = 60;
