import { type Estimate, estimate } from '../paired/estimate.ts';
import type { Cell } from './outcomes.ts';
import { type Outcome, pairInteractions, shapley, shapleyOfOrders } from './shapley.ts';

/** What one group did to one number. */
export interface EffectRow extends Cell {
  readonly group: string;
  /** Added to the baseline alone. */
  readonly alone: Estimate;
  /** Taken out of the whole: what is lost without it. */
  readonly last: Estimate;
  /** Shapley value: its share of the whole effect. */
  readonly shapley: Estimate;
  /** Last less alone: how the others change what it does. Above 0 they help each other. */
  readonly interaction: Estimate;
}

/** What all groups did together. */
interface WholeRow extends Cell {
  readonly baseline: Estimate;
  readonly whole: Estimate;
  readonly effect: Estimate;
  /** The effect less the sum of what each group does alone. */
  readonly interaction: Estimate;
  /** Largest distance, over replicates, of the sum of the Shapley values from the effect: rounding. */
  readonly residual: number;
}

/** Interaction of two groups in the whole city; with the effects of all groups alone these add up to the whole effect. */
interface PairRow extends Cell {
  readonly first: string;
  readonly second: string;
  readonly interaction: Estimate;
}

export interface Effects {
  readonly groups: readonly EffectRow[];
  readonly whole: readonly WholeRow[];
  /** Empty where only some orders were simulated. */
  readonly pairs: readonly PairRow[];
}

/** One replicate: its outcomes by coalition, and the orders the Shapley values are taken from; null: from all coalitions. */
export interface PlayedReplicate {
  readonly outcome: Outcome;
  readonly orders: readonly (readonly number[])[] | null;
}

/** Effects of every group on every cell, over replicates played one after the other. */
export async function effects(
  groups: readonly string[],
  cells: readonly Cell[],
  replicates: AsyncIterable<PlayedReplicate>,
): Promise<Effects> {
  const n = groups.length;
  const all = 2 ** n - 1;
  const room = (count: number): Float64Array[][] => Array.from({ length: count }, () => []);
  const kept = { none: room(1)[0], all: room(1)[0], alone: room(n), last: room(n), shapley: room(n) };
  const pairs = new Map<string, { i: number; j: number; values: Float64Array[] }>();
  for await (const { outcome, orders } of replicates) {
    const [none, whole] = [outcome(0), outcome(all)];
    kept.none.push(none);
    kept.all.push(whole);
    const values = orders === null ? shapley(n, outcome) : shapleyOfOrders(n, orders, outcome);
    for (let i = 0; i < n; i++) {
      kept.alone[i].push(minus(outcome(1 << i), none));
      kept.last[i].push(minus(whole, outcome(all & ~(1 << i))));
      kept.shapley[i].push(values[i]);
    }
    if (orders !== null) continue;
    for (const { i, j, values } of pairInteractions(n, outcome)) {
      const pair = pairs.get(`${i} ${j}`) ?? { i, j, values: [] };
      pair.values.push(values);
      pairs.set(`${i} ${j}`, pair);
    }
  }
  const over = (vectors: readonly Float64Array[], c: number): number[] => vectors.map((vector) => vector[c]);
  return {
    groups: groups.flatMap((group, i) =>
      cells.map((cell, c): EffectRow => {
        const [alone, last] = [over(kept.alone[i], c), over(kept.last[i], c)];
        return {
          group,
          ...cell,
          alone: estimate(alone),
          last: estimate(last),
          shapley: estimate(over(kept.shapley[i], c)),
          interaction: estimate(last.map((value, r) => value - alone[r])),
        };
      }),
    ),
    whole: cells.map((cell, c): WholeRow => {
      const effect = over(kept.all, c).map((value, r) => value - kept.none[r][c]);
      const sumOf = (of: readonly Float64Array[][], r: number): number => of.reduce((sum, each) => sum + each[r][c], 0);
      return {
        ...cell,
        baseline: estimate(over(kept.none, c)),
        whole: estimate(over(kept.all, c)),
        effect: estimate(effect),
        interaction: estimate(effect.map((value, r) => value - sumOf(kept.alone, r))),
        residual: Math.max(...effect.map((value, r) => Math.abs(value - sumOf(kept.shapley, r)))),
      };
    }),
    pairs: [...pairs.values()].flatMap(({ i, j, values }) =>
      cells.flatMap((cell, c): PairRow[] =>
        cell.area === 'city'
          ? [{ first: groups[i], second: groups[j], ...cell, interaction: estimate(over(values, c)) }]
          : [],
      ),
    ),
  };
}

const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, c) => value - b[c]);
