import { AGES, type CityTables } from '../../../scenario/city-data.ts';
import type { Draft } from '../draft.ts';
import type { DrawSource } from '../plan/draw-source.ts';
import { FEWEST, fewestPersons, HouseholdType } from '../plan/plan-households.ts';
import type { SideResidents } from '../plan/plan-residents.ts';
import { sum } from '../plan/sum.ts';
import { makeCollectives } from './collectives.ts';
import {
  makeFourGenerations,
  makeOneGeneration,
  makeOnePerson,
  makeThreeGenerations,
  makeTwoGenerations,
} from './families.ts';
import { placeTheRest } from './family-extras.ts';
import type { FamilyMaker } from './family-maker.ts';
import { Group, type Pool } from './pool.ts';

/** Rows of the draft that one side of an area takes up. */
export interface SideRows {
  readonly firstPerson: number;
  readonly endPerson: number;
  readonly firstHousehold: number;
  readonly endHousehold: number;
}

/** Chance of grandparents alone with a grandchild among two-generation households, village and town. Judgement. */
const SKIP_GENERATION = [0.05, 0.02] as const;

/** Share of married persons of a side who have their spouse with them at most. */
const SPOUSE_PRESENT = 0.98;

/** Makes all residents of one area, village side first: collective households, then families. */
export function makeResidents(
  draft: Draft,
  plan: readonly [SideResidents, SideResidents],
  tables: CityTables,
  source: DrawSource,
): readonly [SideRows, SideRows] {
  const make = (side: 0 | 1): SideRows => {
    const firstPerson = draft.persons;
    const firstHousehold = draft.households;
    makeCollectives(draft, plan[side].collective, tables, source);
    makeFamilies(draft, plan[side], SKIP_GENERATION[side], source);
    return { firstPerson, endPerson: draft.persons, firstHousehold, endHousehold: draft.households };
  };
  return [make(0), make(1)];
}

/** Families of one side, from the hardest to fill to the easiest; those left join households already there. */
function makeFamilies(draft: Draft, plan: SideResidents, skipShare: number, source: DrawSource): void {
  const { alone, households: count } = plan;
  const pool: Pool = { counts: plan.family.slice(), size: sum(plan.family) };
  const maker: FamilyMaker = {
    draft,
    pool,
    source,
    reserved: fewestPersons(count),
    coupleShare: coupleShare(pool, alone, count),
    skipShare,
    parents: new Int32Array(count[HouseholdType.two] + count[HouseholdType.three]),
    parentCount: 0,
  };
  const makeAll = (type: number, make: () => void): void => {
    for (let i = 0; i < count[type]; i++) {
      maker.reserved -= FEWEST[type];
      make();
    }
  };
  alone.forEach((persons, cell) => {
    for (let i = 0; i < persons; i++) makeOnePerson(maker, cell);
    pool.counts[cell] -= persons;
    pool.size -= persons;
    maker.reserved -= persons;
  });
  const firstOpen = draft.households;
  makeAll(HouseholdType.four, () => makeFourGenerations(maker));
  makeAll(HouseholdType.three, () => makeThreeGenerations(maker));
  makeAll(HouseholdType.two, () => makeTwoGenerations(maker));
  makeAll(HouseholdType.oneGeneration, () => makeOneGeneration(maker));
  placeTheRest(maker, firstOpen, draft.households);
}

/** Share of two-generation households with both parents that uses up the couples the side has. */
function coupleShare(pool: Pool, alone: Int32Array, count: Int32Array): number {
  let wives = 0;
  let husbands = 0;
  for (let age = 0; age < AGES; age++) {
    wives += pool.counts[Group.marriedWomen + age] - alone[Group.marriedWomen + age];
    husbands += pool.counts[Group.marriedMen + age] - alone[Group.marriedMen + age];
  }
  const couples = SPOUSE_PRESENT * Math.min(wives, husbands);
  const elsewhere =
    0.94 * count[HouseholdType.oneGeneration] + 1.45 * count[HouseholdType.three] + 2 * count[HouseholdType.four];
  const share = (couples - elsewhere) / (count[HouseholdType.two] || 1);
  return Math.min(0.95, Math.max(0.35, share));
}
