import { enterResident, ResidentChannel } from '../population/balance.ts';
import { isInCity, Work } from '../population/codes.ts';
import { leavePopulation } from './leave-population.ts';
import type { State } from './state.ts';

/**
 * The one place where a person's residence changes. Sets the arrival year, ends the residence permit, adapts the work to the
 * new side and counts migration over the city's border of people registered here; somebody who is not registered here and leaves
 * the city leaves the population. Does not touch the household.
 */
export function changeResidence(state: State, i: number, area: number, urban: number): void {
  const { columns: p } = state.population.persons;
  const { events } = state.ledger;
  const from = p.residenceArea[i]!;
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
  p.residenceArea[i] = area;
  p.residenceUrban[i] = urban;
  p.arrivalYear[i] = state.year;
  p.permitYear[i] = 0;
  const work = p.work[i]!;
  if (!isInCity(area)) {
    if (work === Work.farm || work === Work.seeking) p.work[i] = Work.informal; // work outside the city is not limited
  } else if (urban === 0) {
    if (work === Work.informal || work === Work.formal || work === Work.seeking) p.work[i] = Work.farm;
  } else if (work === Work.farm || work === Work.informal || work === Work.formal) {
    p.work[i] = Work.seeking;
  }
}
