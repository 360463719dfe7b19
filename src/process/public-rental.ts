import { equalTo, listRows, withinRows, wordsOf } from '../math/bytes.ts';
import type { FundRent, Law } from '../policy/law.ts';
import { boundTo } from '../population/bound.ts';
import { HouseholdKind, isInCity, NO_TOWN, NONE, Tenure, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { householdDraw } from './agenda/agenda.ts';
import { beginLease } from './lease.ts';
import { drawWinners } from './lottery.ts';
import { isRegisteredHere, levelOf } from './settlement/utility.ts';
import type { State } from './state.ts';

const MIDDLE_OF_YEAR = 183;
/** Rank added for those whose right is less than full: they come after everyone with a full one. */
const LAST_IN_QUEUE = 10_000;

/**
 * Public rental housing in towns. Tenants give up their dwelling with a hazard; renting families in housing difficulty whom
 * the law entitles join the waiting list; free dwellings go to those with a full right before others, then to those who have waited
 * longest, by keyed lottery among those of one year. Entitled families who wait, or do not need a dwelling, draw a rent subsidy
 * where the law gives one. Tenants in insured work draw their housing fund for the rent where the law lets them.
 */
export function publicRental(state: State): void {
  const { population, city } = state;
  const { households } = population;
  const { kind, head, tenure, homeArea, homeUrban, townArea } = households.columns;
  const areas = city.areas.length;
  const occupied = new Float64Array(areas);
  const waiting: number[][] = city.areas.map(() => []);
  const laws = city.areas.map((_, a) => state.law.on(a, state.year, MIDDLE_OF_YEAR));
  const renting = renters(population)(households.rows, state.rows);
  for (let n = 0; n < renting; n++) {
    const h = state.rows[n]!;
    if (kind[h] !== HouseholdKind.family || head[h] === NONE) continue;
    const area = isInCity(townArea[h]!) ? townArea[h]! : homeArea[h]!;
    if (area >= areas || (townArea[h] === NO_TOWN && homeUrban[h] === 0)) continue;
    if (tenure[h] === Tenure.privateRent) {
      if (queues(state, h, area, laws[area]!)) waiting[area]!.push(h);
    } else if (householdDraw(state, h, state.year, Decision.leavePublicRental) < state.parameters['rental.leaveHazard'])
      beginLease(state, h);
    else occupied[area]!++;
  }
  giveDwellings(state, waiting, occupied);
}

/**
 * Finds those who rent, privately or from the town: fills `into` with their rows and returns how many there are. Nobody else stands
 * on a waiting list.
 */
const renters = boundTo(({ households: { columns } }) => {
  const { waitingSince } = columns;
  const tenure = wordsOf(columns.tenure);
  return (rows: number, into: Int32Array): number => {
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const held = tenure[w]!;
      const found = (equalTo(held, Tenure.privateRent) | equalTo(held, Tenure.publicRental)) & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, into, count);
      for (let k = 0; k < 4; k++) if (((found >>> (k << 3)) & 1) === 0) waitingSince[(w << 2) + k] = 0;
    }
    return count;
  };
});

/** Whether a family that rents privately stands on the waiting list of its town; counts subsidies and fund on the way. */
function queues(state: State, h: number, area: number, law: Law): boolean {
  const { head, waitingSince } = state.population.households.columns;
  const { events } = state.ledger;
  if (law.fundRent !== null && drawsFund(state, law.fundRent, head[h]!)) events.fundRents[area]!++;
  if (state.agenda.households.columns.need[h]! >= 65536 * state.parameters['rental.needShare']) return false;
  if (rentalLevel(state, law, head[h]!) === 0) {
    waitingSince[h] = 0;
    return false;
  }
  if (waitingSince[h] === 0) waitingSince[h] = state.year;
  events.rentalDemand[area]!++;
  const registered = isRegisteredHere(state, head[h]!);
  if (registered || levelOf(state, law, 'rent-subsidy', head[h]!) > 0) events.rentSubsidies[area]!++;
  if (registered) events.rentSubsidiesRegistered[area]!++;
  if (registered && state.population.persons.columns.settledYear[head[h]!] !== 0) events.rentSubsidiesSettled[area]!++;
  return true;
}

function giveDwellings(state: State, waiting: readonly number[][], occupied: Float64Array): void {
  const { population, capacity, ledger, year, parameters: p } = state;
  const { tenure, tenureYear, waitingSince, head } = population.households.columns;
  waiting.forEach((list, a) => {
    capacity.dwellings[a] = capacity.dwellings[a]! * (1 + p['rental.growth']);
    ledger.events.rentalStock[a]! += Math.round(capacity.dwellings[a]!);
    const free = Math.round(capacity.dwellings[a]! - occupied[a]!);
    const law = state.law.on(a, year, MIDDLE_OF_YEAR);
    const rank = (n: number): number =>
      waitingSince[list[n]!]! + (rentalLevel(state, law, head[list[n]!]!) === 1 ? 0 : LAST_IN_QUEUE);
    const lot = (h: number): number => householdDraw(state, h, year, Decision.rentalLottery);
    const housed = drawWinners(new Int32Array(list), free, rank, lot);
    for (const h of housed) {
      tenure[h] = Tenure.publicRental;
      tenureYear[h] = year;
      waitingSince[h] = 0;
    }
    ledger.events.rentalWaiting[a]! += list.length - housed.length;
  });
}

/** Right to a public rental dwelling, 0..1: full for those registered in the town. */
const rentalLevel = (state: State, law: Law, lead: number): number =>
  isRegisteredHere(state, lead) ? 1 : levelOf(state, law, 'public-rental', lead);

/** Full months somebody in the first year of insured work has contributed by the middle of the year, on average. */
const FIRST_YEAR_MONTHS = 6;

/** Whether a tenant in insured work may draw the housing fund for the rent. */
function drawsFund(state: State, { months }: FundRent, lead: number): boolean {
  const { work, insuredYears } = state.population.persons.columns;
  return work[lead] === Work.formal && 12 * insuredYears[lead]! + FIRST_YEAR_MONTHS >= months;
}
