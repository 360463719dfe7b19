import { EndState, type PeopleOutcomes } from '../../run/people-outcomes.ts';
import { type Dimension, LATER, laterCategory } from './household-types.ts';

/** What a person may have in one run and not in the other, at the end of the last year. */
export const outcomes = ['settled', 'in-town', 'permit', 'public-rental', 'insured'] as const;
export type OutcomeName = (typeof outcomes)[number];

const bits = [0, EndState.inTown, EndState.permit, EndState.publicRental, EndState.insured] as const;

/** Who settled in which of two runs of one replicate: persons. */
export interface Settlers {
  /** In the alternative only. */
  readonly additional: number;
  /** In both: the deadweight of a policy meant to settle people. */
  readonly anyway: number;
  /** In the base run only. */
  readonly lost: number;
  /** Of those in both: sooner, and later, in the alternative. */
  readonly sooner: number;
  readonly later: number;
  /** Years by which those of both settle sooner, added up (later counts against). */
  readonly yearsGained: number;
}

/** Two runs of one replicate laid side by side, person by person. */
export interface PairedPeople {
  readonly settlers: Settlers;
  /** By dimension: persons who have the outcome in the alternative only, [category][outcome]; categories of `LATER` last. */
  readonly winners: readonly Float64Array[];
  /** In the base run only. */
  readonly losers: readonly Float64Array[];
}

/** Lays two runs of one replicate side by side. Both begin with the same base population; `weight` persons stand behind each. */
export function pairPeople(
  dimensions: readonly Dimension[],
  base: PeopleOutcomes,
  alternative: PeopleOutcomes,
  weight: number,
): PairedPeople {
  const room = ({ categories }: Dimension) => new Float64Array((categories.length + LATER.length) * outcomes.length);
  const [winners, losers] = [dimensions.map(room), dimensions.map(room)];
  const note = (tables: readonly Float64Array[], category: (dimension: Dimension) => number, outcome: number): void =>
    dimensions.forEach((dimension, d) => {
      tables[d][category(dimension) * outcomes.length + outcome] += weight;
    });
  const settlers = { additional: 0, anyway: 0, lost: 0, sooner: 0, later: 0, yearsGained: 0 };
  const settle = (before: number, after: number, category: (dimension: Dimension) => number): void => {
    if (before === 0 && after === 0) return;
    if (before === 0) {
      settlers.additional += weight;
      note(winners, category, 0);
    } else if (after === 0) {
      settlers.lost += weight;
      note(losers, category, 0);
    } else {
      settlers.anyway += weight;
      if (after < before) settlers.sooner += weight;
      if (after > before) settlers.later += weight;
      settlers.yearsGained += weight * (before - after);
    }
  };
  for (let i = 0; i < base.settled.length; i++) {
    const category = ({ of }: Dimension): number => of[i];
    settle(base.settled[i], alternative.settled[i], category);
    const changed = base.state[i] ^ alternative.state[i];
    if (changed === 0) continue;
    for (let outcome = 1; outcome < outcomes.length; outcome++)
      if (changed & bits[outcome]) note(alternative.state[i] & bits[outcome] ? winners : losers, category, outcome);
  }
  for (const [identity, before, after] of laterSettlers(base, alternative))
    settle(before, after, ({ categories }) => categories.length + laterCategory(identity));
  return { settlers, winners, losers };
}

/** Those who settled in either run and were not in the base population: identity, and when they settled in each. */
function* laterSettlers(a: PeopleOutcomes, b: PeopleOutcomes): Generator<[number, number, number]> {
  let [i, j] = [0, 0];
  while (i < a.later.length || j < b.later.length) {
    const [x, y] = [a.later[i] ?? Infinity, b.later[j] ?? Infinity];
    yield [Math.min(x, y), x <= y ? a.laterSettled[i] : 0, y <= x ? b.laterSettled[j] : 0];
    if (x <= y) i++;
    if (y <= x) j++;
  }
}
