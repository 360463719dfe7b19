import type { Law } from '../policy/law.ts';
import { bestRight } from '../policy/rights.ts';
import { HouseholdKind, isInCity, NONE, Tenure, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { type Claim, drawWinners } from './lottery.ts';
import { rightsFacts } from './settlement/utility.ts';
import type { State } from './state.ts';

const MIDDLE_OF_YEAR = 183;
/** Rank added for those whose right is less than full: they come after everyone with a full one. */
const LAST_IN_QUEUE = 10_000;
/** Housing difficulty is a lasting trait of a household: keyed by its reference person and no year of the run. */
const LIFELONG = 1990;

/**
 * Public rental housing in towns. Tenants give up their dwelling with a hazard; renting families in housing difficulty whom
 * the law entitles join the waiting list; free dwellings go to those with a full right before others, then to those who have waited
 * longest, by keyed lottery among those of one year. Entitled families who wait, or do not need a dwelling, draw a rent subsidy where the law gives one.
 * Tenants in insured work draw their housing fund for the rent where the law lets them, after the months it asks for.
 */
export function publicRental(state: State): void {
  const { population, capacity, ledger, key, year, parameters: p } = state;
  const { households, persons } = population;
  const { kind, head, homeArea, townArea, homeUrban, tenure, tenureYear, waitingSince } = households.columns;
  const { identity, lineage } = persons.columns;
  const areas = state.city.areas.length;
  const occupied = new Float64Array(areas);
  const waiting: Claim[][] = Array.from({ length: areas }, () => []);
  const laws = Array.from({ length: areas }, (_, a) => state.law.on(a, year, MIDDLE_OF_YEAR));
  for (let h = 0; h < households.rows; h++) {
    const lead = head[h]!;
    if (kind[h] !== HouseholdKind.family || lead === NONE) continue;
    const held = tenure[h]!;
    if (held !== Tenure.publicRental && held !== Tenure.privateRent) {
      waitingSince[h] = 0;
      continue;
    }
    const area = isInCity(townArea[h]!) ? townArea[h]! : homeArea[h]!;
    if (area >= areas || (townArea[h] === 255 && homeUrban[h] === 0)) continue;
    const draw = (decision: number, when: number): number =>
      uniform(key, identity[lead]!, lineage[lead]!, when, decision);
    if (held === Tenure.publicRental) {
      if (draw(Decision.leavePublicRental, year) < p['rental.leaveHazard']) {
        tenure[h] = Tenure.privateRent;
        tenureYear[h] = year;
      } else occupied[area]!++;
      continue;
    }
    if (drawsFund(state, laws[area]!, lead)) ledger.events.fundRents[area]!++;
    if (draw(Decision.housingDifficulty, LIFELONG) >= p['rental.needShare']) continue;
    const facts = rightsFacts(state, lead);
    const level = facts.registeredHere ? 1 : (bestRight(laws[area]!, 'public-rental', facts)?.level ?? 0);
    if (level === 0) {
      waitingSince[h] = 0;
      continue;
    }
    if (waitingSince[h] === 0) waitingSince[h] = year;
    const rank = level < 1 ? LAST_IN_QUEUE + waitingSince[h]! : waitingSince[h]!;
    waiting[area]!.push({ person: lead, row: h, rank });
    ledger.events.rentalDemand[area]!++;
    if (bestRight(laws[area]!, 'rent-subsidy', facts) !== null || facts.registeredHere)
      ledger.events.rentSubsidies[area]!++;
  }
  for (let a = 0; a < areas; a++) {
    capacity.dwellings[a] = capacity.dwellings[a]! * (1 + p['rental.growth']);
    ledger.events.rentalStock[a]! += Math.floor(capacity.dwellings[a]!);
    const free = Math.floor(capacity.dwellings[a]! - occupied[a]!);
    const housed = drawWinners(waiting[a]!, free, persons.columns, key, year, Decision.rentalLottery);
    for (const { row } of housed) {
      tenure[row] = Tenure.publicRental;
      tenureYear[row] = year;
      waitingSince[row] = 0;
    }
    ledger.events.rentalWaiting[a]! += waiting[a]!.length - housed.length;
  }
}

/** Full months somebody in the first year of insured work has contributed by the middle of the year, on average. */
const FIRST_YEAR_MONTHS = 6;

/** Whether a tenant in insured work may draw the housing fund for the rent. */
function drawsFund(state: State, { fundRent }: Law, lead: number): boolean {
  const { work, insuredYears } = state.population.persons.columns;
  if (fundRent === null || work[lead] !== Work.formal) return false;
  return 12 * insuredYears[lead]! + FIRST_YEAR_MONTHS >= fundRent.months;
}
