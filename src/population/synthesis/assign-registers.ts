import { log } from '../../math/log.ts';
import { HouseholdKind, Outside } from '../codes.ts';
import { SynthesisDecision } from './decision.ts';
import type { Draft } from './draft.ts';
import { type DrawSource, drawFor } from './draw-source.ts';
import type { SideRows } from './make-residents.ts';
import type { MemberLists } from './members-of.ts';
import type { RegisterPlan } from './plan-registers.ts';
import { byAge } from './pool.ts';

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

/**
 * Gives everyone who lives on one side of an area a register, category by category exactly as planned. Families share
 * one; a person of a collective household has its own. Where a category runs out inside a family, the family is split.
 *
 * Who is registered elsewhere is drawn without replacement by weight (Efraimidis & Spirakis 2006: the smallest
 * -log(u) / weight first), then who of the others has a village register.
 */
export function assignRegisters(
  draft: Draft,
  members: MemberLists,
  rows: SideRows,
  plan: RegisterPlan,
  area: number,
  side: 0 | 1,
  source: DrawSource,
): void {
  const left = plan.residents[area][side].slice();
  const units = unitsOf(draft, rows);
  const migrants = left.slice();
  migrants.fill(0, area * 2, area * 2 + 2);
  const local = left.slice().fill(0);
  local[area * 2] = left[area * 2];
  local[area * 2 + 1] = left[area * 2 + 1];

  const weightOf = (unit: number): number =>
    unit < 0 ? elsewhere.collective[draft.age[~unit]] : elsewhere.family[draft.age[draft.head[unit]]];
  const raced = race(units, weightOf, draft, source, SynthesisDecision.registerRace);
  const give = dealer(draft, members, plan, source);
  const rest = give(raced, migrants, true);
  const villagers = race(
    rest,
    (unit) => villageRegister[headAge(draft, unit)],
    draft,
    source,
    SynthesisDecision.villageRace,
  );
  give(villagers, local, false);
}

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

const headOf = (draft: Draft, unit: number): number => (unit < 0 ? ~unit : draft.head[unit]);
const headAge = (draft: Draft, unit: number): number => draft.age[headOf(draft, unit)];

/** Units in the order of their race: quantised keys with the position behind them, sorted as plain numbers. */
function race(
  units: Int32Array,
  weightOf: (unit: number) => number,
  draft: Draft,
  source: DrawSource,
  decision: number,
): Int32Array {
  const keys = new Float64Array(units.length);
  for (let i = 0; i < units.length; i++) {
    const time = -log(1 - drawFor(source, headOf(draft, units[i]), decision)) / weightOf(units[i]);
    keys[i] = Math.floor((time / (1 + time)) * 2 ** 28) * 2 ** 24 + i;
  }
  keys.sort();
  return Int32Array.from(keys, (key) => units[key % 2 ** 24]);
}

/**
 * Deals categories to units in order until they are used up; returns the units that got none, and with them the members
 * of a split family that are left over (as single persons).
 */
function dealer(draft: Draft, members: MemberLists, plan: RegisterPlan, source: DrawSource) {
  const set = (person: number, category: number): void => {
    const origin = category >> 1;
    draft.registerArea[person] =
      origin < plan.areas ? origin : origin === plan.areas ? Outside.province : Outside.nation;
    draft.registerUrban[person] = category & 1;
  };
  return (units: Int32Array, left: Int32Array, mixed: boolean): Int32Array => {
    let total = left.reduce((sum, persons) => sum + persons, 0);
    const next = (unit: number): number => {
      if (!mixed) return left.findIndex((persons) => persons > 0);
      let mark = drawFor(source, headOf(draft, unit), SynthesisDecision.registerCategory) * total;
      return left.findIndex((persons) => {
        mark -= persons;
        return persons > 0 && mark < 0;
      });
    };
    for (let position = 0; position < units.length; position++) {
      const unit = units[position];
      if (total === 0) return units.subarray(position);
      let category = next(unit);
      const from = unit < 0 ? 0 : members.start[unit];
      const end = unit < 0 ? 1 : members.start[unit + 1];
      for (let m = from; m < end; m++) {
        if (total === 0) return splitOff(units, position, members.list.subarray(m, end));
        if (left[category] === 0) category = left.findIndex((persons) => persons > 0);
        set(unit < 0 ? ~unit : members.list[m], category);
        left[category]--;
        total--;
      }
    }
    return units.subarray(units.length);
  };
}

const splitOff = (units: Int32Array, position: number, persons: Int32Array): Int32Array =>
  Int32Array.from([...persons.map((person) => ~person), ...units.subarray(position + 1)]);
