import { HouseholdKind, Outside } from '../../codes.ts';
import type { Draft } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';
import type { CityPlan } from '../plan/plan-city.ts';
import { sum } from '../plan/sum.ts';
import type { SideRows } from '../resident/make-residents.ts';
import type { MemberLists } from '../resident/members-of.ts';
import { byAge } from '../resident/pool.ts';
import { weightedOrder } from '../resident/weighted-order.ts';

/** Weight of being registered elsewhere by the head's age (families) or one's own (collective households). Judgement. */
const elsewhere = {
  family: byAge([
    [0, 1],
    [18, 1.6],
    [25, 2],
    [35, 1.5],
    [45, 0.9],
    [60, 0.4],
    [80, 0.25],
    [100, 0.25],
  ]).weight,
  collective: byAge([
    [0, 0.8],
    [14, 1.5],
    [18, 3],
    [30, 2.5],
    [50, 1.5],
    [65, 0.5],
    [100, 0.4],
  ]).weight,
} as const;

/** Weight of a village register among those registered in the area they live in, by the same ages. Judgement. */
const villageRegister = byAge([
  [0, 1],
  [20, 1.3],
  [35, 1.25],
  [50, 0.95],
  [65, 0.7],
  [100, 0.6],
]).weight;

/** What registers are dealt with. */
interface RegisterDealer {
  readonly draft: Draft;
  readonly members: MemberLists;
  readonly plan: CityPlan;
  readonly source: DrawSource;
  /** Share of the city's persons there are. */
  readonly rate: number;
}

/** Registers not yet given out: persons by category, and in all. */
interface Deck {
  readonly left: Int32Array;
  total: number;
}

/**
 * Gives everyone who lives on one side of an area a register, category by category exactly as planned. Families share
 * one; a person of a collective household has its own. Where a category runs out inside a family, the family is split.
 * Who is registered elsewhere is drawn by the head's age, then who of the others has a village register.
 */
export function assignRegisters(dealer: RegisterDealer, rows: SideRows, area: number, side: 0 | 1): void {
  const { draft, plan, source } = dealer;
  const planned = plan.registers[area][side];
  const isLocal = (category: number): boolean => category >> 1 === area;
  const migrants = deckOf(planned.map((persons, category) => (isLocal(category) ? 0 : persons)));
  const locals = deckOf(planned.map((persons, category) => (isLocal(category) ? persons : 0)));
  const leader = (unit: number): number => leaderOf(draft, unit);
  const ageOf = (unit: number): number => draft.age[leaderOf(draft, unit)];
  const weightElsewhere = (unit: number): number => (unit < 0 ? elsewhere.collective : elsewhere.family)[ageOf(unit)];
  const weightVillage = (unit: number): number => villageRegister[ageOf(unit)];

  const byMobility = weightedOrder(
    unitsOf(draft, rows),
    leader,
    weightElsewhere,
    source,
    SynthesisDecision.registerRace,
  );
  const rest = deal(dealer, byMobility, migrants, drawCategory);
  const byVillage = weightedOrder(rest, leader, weightVillage, source, SynthesisDecision.villageRace);
  deal(dealer, byVillage, locals, firstCategory);
}

const deckOf = (left: Int32Array): Deck => ({ left, total: sum(left) });

/** Families as their row, persons of collective households as the complement of theirs. */
function unitsOf(draft: Draft, rows: SideRows): Int32Array {
  const units: number[] = [];
  for (let i = rows.firstPerson; i < rows.endPerson; i++) {
    if (draft.kind[draft.household[i]] === HouseholdKind.collective) units.push(~i);
  }
  for (let h = rows.firstHousehold; h < rows.endHousehold; h++) {
    if (draft.kind[h] === HouseholdKind.family) units.push(h);
  }
  return Int32Array.from(units);
}

const leaderOf = (draft: Draft, unit: number): number => (unit < 0 ? ~unit : draft.head[unit]);

type ChooseCategory = (dealer: RegisterDealer, deck: Deck, unit: number) => number;

/** The first category with persons left: village before town. */
const firstCategory: ChooseCategory = (_, { left }) => left.findIndex((persons) => persons > 0);

/** A category drawn in proportion to the persons left in each. */
const drawCategory: ChooseCategory = ({ draft, source }, { left, total }, unit) => {
  let mark = drawFor(source, leaderOf(draft, unit), SynthesisDecision.registerCategory) * total;
  return left.findIndex((persons) => {
    mark -= persons;
    return persons > 0 && mark < 0;
  });
};

/**
 * Deals the deck to units in order until it is used up. Returns the units that got nothing; the members of a family split
 * by the end of the deck are among them as single persons.
 */
function deal(dealer: RegisterDealer, units: Int32Array, deck: Deck, choose: ChooseCategory): Int32Array {
  const { list, start } = dealer.members;
  for (let position = 0; position < units.length; position++) {
    if (deck.total === 0) return units.subarray(position);
    const unit = units[position];
    const persons = unit < 0 ? Int32Array.of(~unit) : list.subarray(start[unit], start[unit + 1]);
    const given = dealFamily(dealer, persons, deck, choose, unit);
    if (given === persons.length) continue;
    const leftOver = persons.subarray(given).map((person) => ~person);
    return Int32Array.from([...leftOver, ...units.subarray(position + 1)]);
  }
  return units.subarray(units.length);
}

/**
 * Gives persons of one family a category, and others when it runs out: in a whole city, where that is rare, the next, in a sample
 * one chosen anew. Returns how many got one.
 */
function dealFamily(
  dealer: RegisterDealer,
  persons: Int32Array,
  deck: Deck,
  choose: ChooseCategory,
  unit: number,
): number {
  const { draft, plan, rate } = dealer;
  const another = rate < 1 ? choose : firstCategory;
  let category = choose(dealer, deck, unit);
  for (let m = 0; m < persons.length; m++) {
    if (deck.total === 0) return m;
    if (deck.left[category] === 0) category = another(dealer, deck, ~persons[m]);
    const origin = category >> 1;
    const isInside = origin < plan.areas;
    draft.registerArea[persons[m]] = isInside ? origin : origin === plan.areas ? Outside.province : Outside.nation;
    draft.registerUrban[persons[m]] = category & 1;
    deck.left[category]--;
    deck.total--;
  }
  return persons.length;
}
