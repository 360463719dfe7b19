import { AGES, type AreaCensus, type CityTables } from '../../../scenario/city-data.ts';
import type { Draft } from '../draft.ts';
import { agesBySide } from '../plan/ages-by-side.ts';
import type { DrawSource } from '../plan/draw-source.ts';
import { FEWEST, fewestPersons, HouseholdType, planHouseholds, type SidePlan } from '../plan/plan-households.ts';
import { apportion } from '../plan/round.ts';
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
import { livingAlone } from './kernels.ts';
import { everyone, Group, isMarried, type Pool } from './pool.ts';

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

/** Makes all residents of one area, village side first: ages, collective households, families. */
export function makeResidents(
  draft: Draft,
  area: AreaCensus,
  tables: CityTables,
  source: DrawSource,
): readonly [SideRows, SideRows] {
  const ages = agesBySide(area, tables);
  const plans = planHouseholds(area, source.year);
  const make = (side: 0 | 1): SideRows => {
    const firstPerson = draft.persons;
    const firstHousehold = draft.households;
    const pool = makeCollectives(draft, ages[side], plans[side].collectivePersons, tables, source);
    makeFamilies(draft, pool, plans[side], SKIP_GENERATION[side], source);
    return { firstPerson, endPerson: draft.persons, firstHousehold, endHousehold: draft.households };
  };
  return [make(0), make(1)];
}

/** Families of one side, from the hardest to fill to the easiest; those left join households already there. */
function makeFamilies(draft: Draft, pool: Pool, plan: SidePlan, skipShare: number, source: DrawSource): void {
  const count = plan.households;
  const alone = chooseAlone(pool, count[HouseholdType.onePerson]);
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

/** Persons living alone by cell, in proportion to the pool and the weight of living alone at that age. */
function chooseAlone(pool: Pool, persons: number): Int32Array {
  const weight = Float64Array.from(pool.counts, (count, cell) => {
    const { single, married } = livingAlone;
    return count * (isMarried(cell) ? married : single).weight[cell % AGES];
  });
  const limit = pool.counts.map((count, cell) => Math.floor(count * (isMarried(cell) ? 0.5 : 0.9)));
  const alone = apportion(weight, persons, limit);
  let missing = persons - sum(alone);
  for (let age = AGES - 1; age >= 0 && missing > 0; age--) {
    for (const group of everyone) {
      const more = Math.min(missing, pool.counts[group + age] - alone[group + age]);
      alone[group + age] += more;
      missing -= more;
    }
  }
  return alone;
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
