/** The outcome of a coalition: a vector of numbers, one a cell, by the bits of its members. */
export type Outcome = (coalition: number) => Float64Array;

/** Groups up to which every coalition is simulated. */
export const EXACT = 8;

/**
 * Shapley values of n groups (Shapley 1953): of each group the mean of what it adds over all orders in which the groups may
 * join, sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S)). They add up to v(all) - v(none).
 * @returns [group][cell]
 */
export function shapley(groups: number, outcome: Outcome): Float64Array[] {
  const weights = Array.from({ length: groups }, (_, size) => 1 / (groups * choose(groups - 1, size)));
  return Array.from({ length: groups }, (_, i) =>
    added(outcome(0).length, (sum) => {
      for (let s = 0; s < 1 << groups; s++) {
        if (s & (1 << i)) continue;
        add(sum, weights[sizeOf(s)], [outcome(s | (1 << i)), outcome(s)]);
      }
    }),
  );
}

/**
 * The same from some orders alone: the mean of what each group adds in them. Whatever the orders, the values add up to
 * v(all) - v(none).
 */
export function shapleyOfOrders(
  groups: number,
  orders: readonly (readonly number[])[],
  outcome: Outcome,
): Float64Array[] {
  const sums = Array.from({ length: groups }, () => new Float64Array(outcome(0).length));
  for (const order of orders) {
    let before = 0;
    for (const i of order) {
      add(sums[i], 1 / orders.length, [outcome(before | (1 << i)), outcome(before)]);
      before |= 1 << i;
    }
  }
  return sums;
}

/** Coalitions that `shapleyOfOrders` asks for. */
export function coalitionsOf(orders: readonly (readonly number[])[]): number[] {
  const met = new Set<number>([0]);
  for (const order of orders) {
    let before = 0;
    for (const i of order) {
      before |= 1 << i;
      met.add(before);
    }
  }
  return [...met];
}

/**
 * Interaction of every two groups: the Shapley-Taylor index of order 2 (Sundararajan, Dhamdhere & Agarwal 2020), 2/n times
 * the sum over S without i and j of (v(S+i+j) - v(S+i) - v(S+j) + v(S)) / C(n - 1, |S|). The effects of the groups alone and the
 * interactions of all pairs add up to the whole effect, v(all) - v(none).
 * @returns for each pair i < j, in that order: [cell]
 */
export function pairInteractions(
  groups: number,
  outcome: Outcome,
): { readonly i: number; readonly j: number; readonly values: Float64Array }[] {
  const pairs = [];
  for (let i = 0; i < groups; i++) {
    for (let j = i + 1; j < groups; j++) {
      const both = (1 << i) | (1 << j);
      const values = added(outcome(0).length, (sum) => {
        for (let s = 0; s < 1 << groups; s++) {
          if (s & both) continue;
          const weight = 2 / (groups * choose(groups - 1, sizeOf(s)));
          add(sum, weight, [outcome(s | both), outcome(s | (1 << i))]);
          add(sum, -weight, [outcome(s | (1 << j)), outcome(s)]);
        }
      });
      pairs.push({ i, j, values });
    }
  }
  return pairs;
}

function added(cells: number, fill: (sum: Float64Array) => void): Float64Array {
  const sum = new Float64Array(cells);
  fill(sum);
  return sum;
}

/** sum += weight (after - before), cell by cell. */
function add(sum: Float64Array, weight: number, [after, before]: readonly [Float64Array, Float64Array]): void {
  for (let cell = 0; cell < sum.length; cell++) sum[cell] += weight * (after[cell] - before[cell]);
}

/** Members of a coalition. */
function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) size++;
  return size;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}
