import { enterResident, ResidentChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { isInCity, Outside, Work } from '../../population/codes.ts';
import { countMove, placeOf } from '../../population/moves.ts';
import { waitsOf } from '../agenda/waits.ts';
import { membersOf } from '../members.ts';
import type { State } from '../state.ts';
import { leavingPopulation } from './leave-population.ts';

/**
 * The one place where a person's residence changes. Sets the arrival year, ends the residence permit, adapts the work to the
 * new side and counts migration over the city's border of people registered here; somebody who is not registered here and leaves
 * the city leaves the population. Does not touch the household.
 */
export const changingResidence = boundTo((workspace) => {
  const { age, work, household, registerArea, residenceArea, residenceUrban, arrivalYear } = workspace.persons.columns;
  const { review, endPermit } = waitsOf(workspace);
  const { touch } = membersOf(workspace);
  const leavePopulation = leavingPopulation(workspace);

  return function changeResidence(state: State, i: number, area: number, urban: number): void {
    const { events, moves, balance } = state.ledger;
    state.ledger.diary?.noteMove(i, area, urban);
    const from = residenceArea[i];
    const side = residenceUrban[i];
    countMove(moves, placeOf(moves, from, side), placeOf(moves, area, urban));
    if (!isInCity(area) && !isInCity(registerArea[i])) {
      events.departures[from]++;
      if (registerArea[i] === Outside.province) events.departuresInProvince[from]++;
      enterResident(balance, ResidentChannel.migration, from, -1, -side);
      leavePopulation(state, i);
      return;
    }
    if (isInCity(registerArea[i])) {
      if (isInCity(from) && !isInCity(area)) {
        events.outMigrants[from]++;
        if (area === Outside.province) events.outMigrantsInProvince[from]++;
      }
      if (!isInCity(from) && isInCity(area)) {
        events.returnMigrants[area]++;
        if (from === Outside.province) events.returnMigrantsInProvince[area]++;
      }
    }
    if (isInCity(from) && isInCity(area) && side !== urban) {
      if (urban === 1) events.townMoves[area]++;
      else events.villageReturns[area]++;
    }
    const channel = isInCity(from) && isInCity(area) ? ResidentChannel.moves : ResidentChannel.migration;
    enterResident(balance, channel, from, -1, -side);
    enterResident(balance, channel, area, 1, urban);
    touch(household[i]);
    residenceArea[i] = area;
    residenceUrban[i] = urban;
    arrivalYear[i] = state.year;
    endPermit(i);
    work[i] = workAfterMove(work[i], age[i], area, urban);
    review(state, i);
  };
});

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
