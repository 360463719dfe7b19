import { type Balance, createBalance } from './balance.ts';
import { registerTiers, schoolStages } from './codes.ts';
import type { Diary } from './diary.ts';
import { createMoves, type Moves } from './moves.ts';
import { settlerGroups } from './settler-traits.ts';

/**
 * Events of one year, counted by area while they happen. Processes write, indicators and invariants read.
 * An event belongs to the area of residence, except register events, which belong to the area of the register.
 */
const eventNames = [
  'births',
  'deaths',
  'registeredBirths',
  'registeredDeaths',
  /** Persons who came from outside the city without a register here. */
  'arrivals',
  /** Residents registered outside the city who left it. */
  'departures',
  /** Residents with a register here who left the city. */
  'outMigrants',
  /** Persons with a register here who came back to the city. */
  'returnMigrants',
  /** Of these four, those registered in the own province, or who left for it or came back from it. */
  'arrivalsInProvince',
  'departuresInProvince',
  'outMigrantsInProvince',
  'returnMigrantsInProvince',
  /** Registers moved out of the city, its own students apart. */
  'registerOut',
  'registerOutStudents',
  /** Of both, those who held a town register. */
  'registerOutTown',
  /** Registers in villages of people in town that were set right as town registers. */
  'registersSetRight',
  /** Registers moved into the city from outside, by settlement. */
  'registerIn',
  'permitsIssued',
  'settledHouseholds',
  /** Residents and registers counted urban by reclassification. */
  'reclassifiedPersons',
  'reclassifiedRegisters',
  /** Residents of towns counted as villagers from now on. */
  'turnedVillagePersons',
  'unions',
  /** Moves from a village to a town of the city, and back. */
  'townMoves',
  'villageReturns',
  /** Stocks found in passing: people looking for work, those who found it, families entitled to and waiting for public rental, subsidised. */
  'jobSeekers',
  'jobsFound',
  'rentalStock',
  'rentalDemand',
  'rentalWaiting',
  'rentSubsidies',
  /** Of the subsidised: those registered in the town, and of these those who settled during the run. */
  'rentSubsidiesRegistered',
  'rentSubsidiesSettled',
  'fundRents',
  /** People with a village register in towns; of those asked by the survey, with dependants: all, and the eligible and so on. */
  'settlementPool',
  'settlementAsked',
  'settlementEligible',
  'settlementAware',
  'settlementWilling',
  'settlementFirm',
  /** Settled with a village register until then: of them those whose register was agricultural; by the county they left for another of the city. */
  'awardAgricultural',
  'awardLeft',
  /** Of those who held a village register until they settled, neither as students nor as veterans: relatives who followed. */
  'awardKin',
] as const;
export type EventName = (typeof eventNames)[number];

/** Cells of `Ledger.everyone`. */
export const Vital = { births: 0, deaths: 1 } as const;

export interface Ledger {
  /** Counts by area, one array per event. */
  readonly events: Readonly<Record<EventName, Int32Array>>;
  /** Settled persons: [area * routes + route]. */
  readonly settledByRoute: Int32Array;
  /** Settled persons: [(area * 4 + tier) * 2 + ruralOrigin]. */
  readonly settledByOrigin: Int32Array;
  /** Settled persons under every trait: [area * settlerGroups.length + group]. */
  readonly settledByTrait: Int32Array;
  /** Moves of residence, whoever moves. */
  readonly moves: Moves;
  /** Settled persons who held a village register until then: [(area * 4 + tier) * 3 + 0 others, 1 as students, 2 as veterans]. */
  readonly awardSettlers: Int32Array;
  /** By `Vital`: events of everyone, those who live outside the city included. */
  readonly everyone: Int32Array;
  /** What changed the two stocks, by channel. */
  readonly balance: Balance;
  /** Children in towns without a school place: [area * 4 + stage]. */
  readonly schoolShort: Int32Array;
  /** Town school places, and children in towns who ask for one: [area * 4 + stage]. */
  readonly schoolPlaces: Int32Array;
  readonly schoolAsked: Int32Array;
  readonly areas: number;
  readonly routes: number;
  /** Told of every event of a person, where somebody asked for them. */
  diary?: Diary;
}

export function createLedger(areas: number, routes: number): Ledger {
  const events = Object.fromEntries(eventNames.map((name) => [name, new Int32Array(areas)])) as Record<
    EventName,
    Int32Array
  >;
  return {
    events,
    settledByRoute: new Int32Array(areas * routes),
    settledByOrigin: new Int32Array(areas * registerTiers.length * 2),
    settledByTrait: new Int32Array(areas * settlerGroups.length),
    moves: createMoves(areas),
    awardSettlers: new Int32Array(areas * registerTiers.length * 3),
    everyone: new Int32Array(Object.keys(Vital).length),
    balance: createBalance(areas),
    schoolShort: new Int32Array(areas * schoolStages.length),
    schoolPlaces: new Int32Array(areas * schoolStages.length),
    schoolAsked: new Int32Array(areas * schoolStages.length),
    areas,
    routes,
  };
}

/** Opens a new year: every count back to zero. */
export function clearLedger(ledger: Ledger): void {
  for (const name of eventNames) ledger.events[name].fill(0);
  ledger.settledByRoute.fill(0);
  ledger.settledByOrigin.fill(0);
  ledger.settledByTrait.fill(0);
  ledger.moves.counts.fill(0);
  ledger.awardSettlers.fill(0);
  ledger.everyone.fill(0);
  ledger.schoolShort.fill(0);
  ledger.schoolPlaces.fill(0);
  ledger.schoolAsked.fill(0);
  ledger.balance.resident.fill(0);
  ledger.balance.register.fill(0);
}

/** Total of an event over the city. */
export function eventTotal(ledger: Ledger, name: EventName): number {
  let total = 0;
  for (const count of ledger.events[name]) total += count;
  return total;
}
