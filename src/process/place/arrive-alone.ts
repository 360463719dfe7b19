import { appendHousehold, appendPerson } from '../../population/append.ts';
import { enterResident, ResidentChannel } from '../../population/balance.ts';
import { boundTo } from '../../population/bound.ts';
import { NONE, Outside, Role, Tenure } from '../../population/codes.ts';
import { countMove, placeOf } from '../../population/moves.ts';
import type { Population } from '../../population/population.ts';
import { waitsOf } from '../agenda/waits.ts';
import { membersOf } from '../members.ts';
import { dispositionsOf } from '../settlement/anchor.ts';
import { enrolling } from '../settlement/enrolling.ts';
import type { State } from '../state.ts';

/** Somebody who comes from outside the city by himself. */
interface Comer {
  /** Row of the base population that says sex, register and whatever is not said here. */
  readonly like: number;
  readonly own: number;
  readonly area: number;
  readonly age?: number;
  readonly education?: number;
  readonly work?: number;
  /** Household he comes into, his place in it, and on which side (1 town) it lives; NONE: a rented room in a town of the area. */
  readonly household: number;
  readonly role: number;
  readonly urban: number;
}

/** People who come from outside one by one, to a household there is or to a room of their own: counted as arrivals, copied from somebody of the base population. */
export const arrivingAlone = boundTo((workspace) => {
  const { identity, sex, age, education, work, role, household } = workspace.persons.columns;
  const { registerArea, registerUrban, residenceArea, residenceUrban } = workspace.persons.columns;
  const { nonAgricultural, ruralOrigin, arrivalYear } = workspace.persons.columns;
  const { homeArea, homeUrban, head, tenure, tenureYear } = workspace.households.columns;
  const { join, openHousehold } = membersOf(workspace);
  const { enterPerson, enterHousehold } = waitsOf(workspace);
  const { drawDisposition } = dispositionsOf(workspace);
  const { enrolFamily } = enrolling(workspace);

  /** @returns the row of who came */
  return function arrive(state: State, { persons: { columns: from } }: Population, comer: Comer): number {
    const { year, ledger } = state;
    const { like, area } = comer;
    const isByHimself = comer.household === NONE;
    const urban = isByHimself ? 1 : comer.urban;
    const i = appendPerson(workspace.persons);
    identity[i] = comer.own;
    sex[i] = from.sex[like];
    age[i] = comer.age ?? from.age[like];
    education[i] = comer.education ?? from.education[like];
    work[i] = comer.work ?? from.work[like];
    registerArea[i] = from.registerArea[like];
    registerUrban[i] = from.registerUrban[like];
    nonAgricultural[i] = from.nonAgricultural[like];
    ruralOrigin[i] = from.ruralOrigin[like];
    residenceArea[i] = area;
    residenceUrban[i] = urban;
    arrivalYear[i] = year;
    role[i] = isByHimself ? Role.head : comer.role;
    household[i] = isByHimself ? rentRoom(area, year) : comer.household;
    join(i);
    enterPerson(state, i);
    countMove(ledger.moves, placeOf(ledger.moves, Outside.nation, 1), placeOf(ledger.moves, area, urban));
    ledger.events.arrivals[area]++;
    if (registerArea[i] === Outside.province) ledger.events.arrivalsInProvince[area]++;
    enterResident(ledger.balance, ResidentChannel.migration, area, 1, urban);
    ledger.diary?.noteArrival(i);
    if (isByHimself) moveIn(state, household[i], i);
    return i;
  };

  function rentRoom(area: number, year: number): number {
    const h = appendHousehold(workspace.households);
    openHousehold(h);
    homeArea[h] = area;
    homeUrban[h] = 1;
    tenure[h] = Tenure.privateRent;
    tenureYear[h] = year;
    return h;
  }

  function moveIn(state: State, h: number, i: number): void {
    head[h] = i;
    enterHousehold(state, h, state.t);
    drawDisposition(state, h);
    enrolFamily(state, h);
  }
});
