import type { PeopleOutcomes } from '../../run/people-outcomes.ts';
import { type Estimate, estimate } from '../paired/estimate.ts';

/** Why somebody settles or does not, read off the same person in several runs of one replicate. */
export type Reason =
  /** With the measures and without. */
  | 'anyway'
  /** With any one of several groups by itself. */
  | 'several'
  /** With all of them together and with none alone. */
  | 'jointly'
  /** Without the measures; with them only where schools, dwellings and jobs do not run out. */
  | 'displaced'
  /** Without the measures, and not with them even then: what they give without settling is enough. */
  | 'put-off'
  /** Neither with nor without; with the measures if nothing ran out. */
  | 'kept-out'
  /** Because of one group: with it alone. */
  | `because:${string}`;

/** When a person (or the first of a household) settled in each run, years since the base year; 0 never. */
interface SettledIn {
  readonly baseline: number;
  readonly whole: number;
  readonly alone: readonly number[];
  /** With all measures, where nothing runs out. */
  readonly unlimited: number;
}

/** The reason; null for those who settle in none of these runs. */
export function reasonOf({ baseline, whole, alone, unlimited }: SettledIn, groups: readonly string[]): Reason | null {
  if (whole > 0) {
    if (baseline > 0) return 'anyway';
    const enough = alone.flatMap((settled, i) => (settled > 0 ? [i] : []));
    if (enough.length > 1) return 'several';
    return enough.length === 1 ? `because:${groups[enough[0]]}` : 'jointly';
  }
  if (baseline > 0) return unlimited > 0 ? 'displaced' : 'put-off';
  return unlimited > 0 ? 'kept-out' : null;
}

/** The people of one replicate in every run the reasons are read off. */
export interface PeopleInRuns {
  readonly baseline: PeopleOutcomes;
  readonly whole: PeopleOutcomes;
  readonly alone: readonly PeopleOutcomes[];
  readonly unlimited: PeopleOutcomes;
}

/** Somebody who settles in one of the runs. */
export interface Settler extends SettledIn {
  /** Row of the base population; -1 for those who came or were born later. */
  readonly row: number;
  /** Of the latter: lineage · 2³² + identity. */
  readonly identity: number;
  readonly reason: Reason;
}

/** Everybody who settles in any of the runs, base population first. */
export function settlersOf(runs: PeopleInRuns, groups: readonly string[]): Settler[] {
  const settlers: Settler[] = [];
  const note = (row: number, identity: number, at: (people: PeopleOutcomes) => number): void => {
    const settled = {
      baseline: at(runs.baseline),
      whole: at(runs.whole),
      alone: runs.alone.map(at),
      unlimited: at(runs.unlimited),
    };
    const reason = reasonOf(settled, groups);
    if (reason !== null) settlers.push({ row, identity, ...settled, reason });
  };
  for (let row = 0; row < runs.whole.settled.length; row++)
    if (runs.whole.settled[row] !== 0 || runs.baseline.settled[row] !== 0 || runs.unlimited.settled[row] !== 0)
      note(row, row, ({ settled }) => settled[row]);
  const later = new Set([...runs.whole.later, ...runs.baseline.later, ...runs.unlimited.later]);
  for (const identity of Float64Array.from(later).sort())
    note(-1, identity, (people) => laterSettled(people, identity));
  return settlers;
}

/** Year of settling of somebody who was not in the base population, 0 for never. */
function laterSettled({ later, laterSettled }: PeopleOutcomes, identity: number): number {
  let [low, high] = [0, later.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (later[middle] < identity) low = middle + 1;
    else high = middle;
  }
  return later[low] === identity ? laterSettled[low] : 0;
}

/** One line of reasons.csv. */
export interface ReasonRow {
  readonly reason: Reason;
  readonly persons: Estimate;
  /** Households of the base year of which somebody settles, by the same rule applied to the household. */
  readonly households: Estimate;
}

/** Persons and households of one replicate by reason. */
interface ReasonCounts {
  readonly persons: ReadonlyMap<Reason, number>;
  readonly households: ReadonlyMap<Reason, number>;
}

/**
 * Counts settlers and their households by reason. A household settles in a run when one of its members of the base year does.
 * @param household base household of every base row
 */
export function countReasons(
  settlers: readonly Settler[],
  household: ArrayLike<number>,
  groups: readonly string[],
  weight: number,
): ReasonCounts {
  const persons = new Map<Reason, number>();
  const families = new Map<number, SettledIn>();
  for (const settler of settlers) {
    persons.set(settler.reason, (persons.get(settler.reason) ?? 0) + weight);
    if (settler.row < 0) continue;
    const h = household[settler.row];
    const others = families.get(h);
    families.set(h, others ? either(others, settler) : settler);
  }
  const households = new Map<Reason, number>();
  for (const family of families.values()) {
    const reason = reasonOf(family, groups)!;
    households.set(reason, (households.get(reason) ?? 0) + weight);
  }
  return { persons, households };
}

const either = (a: SettledIn, b: SettledIn): SettledIn => ({
  baseline: a.baseline || b.baseline,
  whole: a.whole || b.whole,
  alone: a.alone.map((settled, i) => settled || b.alone[i]),
  unlimited: a.unlimited || b.unlimited,
});

/** Reasons over replicates, in the order a reader meets them; those nobody has are told as 0. */
export function reasonRows(counts: readonly ReasonCounts[], groups: readonly string[]): ReasonRow[] {
  const reasons: Reason[] = [
    'anyway',
    ...groups.map((group): Reason => `because:${group}`),
    'several',
    'jointly',
    'displaced',
    'put-off',
    'kept-out',
  ];
  return reasons.map((reason) => ({
    reason,
    persons: estimate(counts.map(({ persons }) => persons.get(reason) ?? 0)),
    households: estimate(counts.map(({ households }) => households.get(reason) ?? 0)),
  }));
}
