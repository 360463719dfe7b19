import { equalTo, listRows, withinRows, wordsOf } from '../../math/bytes.ts';
import { MIDDLE_OF_YEAR } from '../../policy/calendar.ts';
import type { FundRent, Law } from '../../policy/law.ts';
import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, isInCity, NO_TOWN, NONE, Tenure, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { drawsOf } from '../draws.ts';
import { rightsOf, Tabled } from '../settlement/rights-tables.ts';
import { type State, scratchOf } from '../state.ts';
import { leasesOf } from './lease.ts';
import { drawWinners } from './lottery.ts';

/** Rank added for those whose right is less than full: they come after everyone with a full one. */
const LAST_IN_QUEUE = 10_000;
/** Full months somebody in the first year of insured work has contributed by the middle of the year, on average. */
const FIRST_YEAR_MONTHS = 6;

/**
 * Public rental housing in towns. Tenants give up their dwelling with a hazard; renting families in housing difficulty whom
 * the law entitles join the waiting list; free dwellings go to those with a full right before others, then to those who have waited
 * longest, by keyed lottery among those of one year. Entitled families who wait draw a rent subsidy where the law gives
 * one: they ask for it over the years, and it is paid within a budget that is built up over years. Tenants in insured work draw their
 * housing fund for the rent where the law lets them.
 */
export const publicRental = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { work, insuredYears, settledYear } = workspace.persons.columns;
  const { kind, head, tenure, tenureYear, waitingSince, homeArea, homeUrban, townArea } = workspace.households.columns;
  const { need } = agendaOf(workspace).households.columns;
  const { householdDraw } = drawsOf(workspace);
  const { beginLease } = leasesOf(workspace);
  const { isRegisteredHere, levelOf } = rightsOf(workspace);
  const tenureWords = wordsOf(tenure);

  return (state: State): void => {
    const { city, year } = state;
    const areas = city.areas.length;
    const leaves = state.parameters['rental.leaveHazard'];
    const needy = 65536 * state.parameters['rental.needShare'];
    const occupied = new Float64Array(areas);
    const waiting: number[][] = city.areas.map(() => []);
    const claims: number[][] = city.areas.map(() => []);
    const laws = city.areas.map((_, a) => state.law.on(a, year, MIDDLE_OF_YEAR));
    const renting = findRenters();
    for (let n = 0; n < renting; n++) {
      const h = list[n];
      if (kind[h] !== HouseholdKind.family || head[h] === NONE) continue;
      const town = townArea[h];
      const area = isInCity(town) ? town : homeArea[h];
      if (area >= areas || (town === NO_TOWN && homeUrban[h] === 0)) continue;
      if (tenure[h] === Tenure.privateRent) {
        if (!queues(state, h, area, laws[area], needy)) continue;
        waiting[area].push(h);
        if (claimsSubsidy(state, h, area, laws[area])) claims[area].push(h);
      } else if (householdDraw(state, h, year, Decision.leavePublicRental) < leaves) beginLease(state, h);
      else occupied[area]++;
    }
    paySubsidies(state, claims);
    giveDwellings(state, waiting, occupied);
  };

  /**
   * Finds those who rent, privately or from the town: fills `list` with their rows and returns how many there are. Nobody else
   * stands on a waiting list.
   */
  function findRenters(): number {
    const { rows } = workspace.households;
    let count = 0;
    for (let w = 0; w << 2 < rows; w++) {
      const held = tenureWords[w];
      const found = (equalTo(held, Tenure.privateRent) | equalTo(held, Tenure.publicRental)) & withinRows(w, rows);
      if (found !== 0) count = listRows(found, w << 2, list, count);
      const first = w << 2;
      if ((found & 1) === 0) waitingSince[first] = 0;
      if ((found & 0x100) === 0) waitingSince[first + 1] = 0;
      if ((found & 0x10000) === 0) waitingSince[first + 2] = 0;
      if ((found & 0x1000000) === 0) waitingSince[first + 3] = 0;
    }
    return count;
  }

  /**
   * Whether a family that rents privately stands on the waiting list of its town; counts the fund on the way.
   * @param needy lasting draws below this are in housing difficulty
   */
  function queues(state: State, h: number, area: number, law: Law, needy: number): boolean {
    const { events } = state.ledger;
    const lead = head[h];
    if (law.fundRent !== null && drawsFund(law.fundRent, lead)) events.fundRents[area]++;
    if (need[h] >= needy) return false;
    const registered = isRegisteredHere(lead);
    if (!registered && levelOf(state, law, Tabled.publicRental, lead) === 0) {
      waitingSince[h] = 0;
      return false;
    }
    if (waitingSince[h] === 0) waitingSince[h] = state.year;
    events.rentalDemand[area]++;
    return true;
  }

  /**
   * Whether a family on the waiting list has asked for the rent subsidy by now: of those entitled a share asks each year, by a lot
   * that is theirs for as long as they wait. A right that a new law gives is asked for from its year on, however long they have waited.
   */
  function claimsSubsidy(state: State, h: number, area: number, law: Law): boolean {
    const lead = head[h];
    const registered = isRegisteredHere(lead);
    if (!registered && levelOf(state, law, Tabled.rentSubsidy, lead) === 0) return false;
    const since = registered ? waitingSince[h] : subsidyLawSince(state, lead, area, law, waitingSince[h]);
    const years = state.year - since + 1;
    const asked = 1 - (1 - state.parameters['rental.subsidyTakeUp']) ** years;
    return householdDraw(state, h, waitingSince[h], Decision.subsidyTakeUp) < asked;
  }

  /**
   * First year of those waited since which every law has given a person of these facts the rent subsidy. What the person was in earlier
   * years is not known: years in town and insured are those of today.
   */
  function subsidyLawSince(state: State, lead: number, area: number, law: Law, waited: number): number {
    let tried = law; // the same object where the same rules hold
    let since = state.year;
    while (since > waited) {
      const before = state.law.on(area, since - 1, MIDDLE_OF_YEAR);
      if (before !== tried && levelOf(state, before, Tabled.rentSubsidy, lead) === 0) break;
      tried = before;
      since--;
    }
    return since;
  }

  /**
   * Pays subsidies within the budget of each area, first to those who have waited longest, by keyed lottery among those of one year. The
   * number of a year rises above that of the year before by no more than a share of the full budget.
   */
  function paySubsidies(state: State, claims: readonly number[][]): void {
    const { capacity, year, parameters: p } = state;
    const { events } = state.ledger;
    claims.forEach((list, area) => {
      const full = capacity.dwellings[area] * p['rental.subsidyBudget'];
      const budget = Math.min(full, capacity.subsidies[area] + full * p['rental.subsidyBuildUp']);
      const paid = drawWinners(
        new Int32Array(list),
        Math.round(budget),
        (n) => waitingSince[list[n]],
        (h) => householdDraw(state, h, year, Decision.subsidyLottery),
      );
      // a fraction of a subsidy is kept for next year: in a small sample the number would never rise from nought
      capacity.subsidies[area] = list.length > paid.length ? budget : paid.length;
      for (const h of paid) {
        const lead = head[h];
        events.rentSubsidies[area]++;
        if (!isRegisteredHere(lead)) continue;
        events.rentSubsidiesRegistered[area]++;
        if (settledYear[lead] !== 0) events.rentSubsidiesSettled[area]++;
      }
    });
  }

  /** Whether a tenant in insured work may draw the housing fund for the rent. */
  function drawsFund({ months }: FundRent, lead: number): boolean {
    return work[lead] === Work.formal && 12 * insuredYears[lead] + FIRST_YEAR_MONTHS >= months;
  }

  function giveDwellings(state: State, waiting: readonly number[][], occupied: Float64Array): void {
    const { capacity, ledger, year, parameters: p } = state;
    waiting.forEach((list, a) => {
      capacity.dwellings[a] = capacity.dwellings[a] * (1 + p['rental.growth']);
      ledger.events.rentalStock[a] += Math.round(capacity.dwellings[a]);
      const free = Math.round(capacity.dwellings[a] - occupied[a]);
      const law = state.law.on(a, year, MIDDLE_OF_YEAR);
      const rank = (n: number): number =>
        waitingSince[list[n]] + (hasFullRight(state, law, head[list[n]]) ? 0 : LAST_IN_QUEUE);
      const lot = (h: number): number => householdDraw(state, h, year, Decision.rentalLottery);
      const housed = drawWinners(new Int32Array(list), free, rank, lot);
      for (const h of housed) {
        tenure[h] = Tenure.publicRental;
        tenureYear[h] = year;
        waitingSince[h] = 0;
      }
      ledger.events.rentalWaiting[a] += list.length - housed.length;
    });
  }

  /** Whether the right to a public rental dwelling is full, as it is for those registered in the town. */
  function hasFullRight(state: State, law: Law, lead: number): boolean {
    return isRegisteredHere(lead) || levelOf(state, law, Tabled.publicRental, lead) === 1;
  }
});
