import { exp } from '../../../math/exp.ts';
import { AGES } from '../../../scenario/city-data.ts';
import { Sex } from '../../codes.ts';

/**
 * Persons not yet in a household, counted by cell = (married * 2 + sex) * AGES + age. Taking a person lowers its count,
 * so a pool that ends empty has put everyone into exactly one household.
 */
export interface Pool {
  readonly counts: Int32Array;
  size: number;
}

/** First cell of each group of a pool. */
export const Group = {
  singleMen: 0,
  singleWomen: AGES,
  marriedMen: 2 * AGES,
  marriedWomen: 3 * AGES,
} as const;

export const everyone = [Group.singleMen, Group.singleWomen, Group.marriedMen, Group.marriedWomen] as const;
export const singles = [Group.singleMen, Group.singleWomen] as const;

export const ageOf = (cell: number): number => cell % AGES;
export const sexOf = (cell: number): number =>
  (cell >= AGES && cell < 2 * AGES) || cell >= 3 * AGES ? Sex.female : Sex.male;
export const isMarried = (cell: number): boolean => cell >= 2 * AGES;

/** Weight of a person by the difference of its age from a given one: weight[i] for difference first + i. */
export interface Kernel {
  readonly first: number;
  readonly weight: Float64Array;
}

/** A bell-shaped kernel around `mode` on the differences first..last. */
export function bell(mode: number, spread: number, first: number, last: number): Kernel {
  const weight = Float64Array.from({ length: last - first + 1 }, (_, i) => {
    const z = (first + i - mode) / spread;
    return exp(-0.5 * z * z);
  });
  return { first, weight };
}

/** Weights by age itself: given the ages at which straight pieces meet, [age, weight] in ascending order. */
export function byAge(points: readonly (readonly [number, number])[]): Kernel {
  const weight = new Float64Array(AGES);
  for (let age = 0; age < AGES; age++) {
    const next = points.findIndex(([from]) => from > age);
    if (next === 0) continue;
    const [fromAge, from] = points[next === -1 ? points.length - 1 : next - 1];
    const [toAge, to] = next === -1 ? [AGES, from] : points[next];
    weight[age] = from + ((to - from) * (age - fromAge)) / (toAge - fromAge);
  }
  return { first: 0, weight };
}

/** The kernel seen from the other side: of a wife given the husband from that of a husband given the wife. */
export function mirror(kernel: Kernel): Kernel {
  const last = kernel.first + kernel.weight.length - 1;
  return { first: -last, weight: kernel.weight.slice().reverse() };
}

/**
 * Takes one person from the given groups, each with a chance proportional to the kernel's weight at its age minus `at`.
 *
 * @param u uniform on [0, 1)
 * @returns the person's cell, or -1 when nobody in the groups has weight
 */
export function take(pool: Pool, groups: readonly number[], kernel: Kernel, at: number, u: number): number {
  const { counts } = pool;
  const { weight } = kernel;
  const base = at + kernel.first;
  const from = Math.max(0, -base);
  const end = Math.min(weight.length, AGES - base);
  let sum = 0;
  for (let g = 0; g < groups.length; g++) {
    const start = groups[g] + base;
    for (let i = from; i < end; i++) sum += counts[start + i] * weight[i];
  }
  if (!(sum > 0)) return -1;
  let left = u * sum;
  let last = -1;
  for (let g = 0; g < groups.length; g++) {
    const start = groups[g] + base;
    for (let i = from; i < end; i++) {
      const part = counts[start + i] * weight[i];
      if (part === 0) continue;
      last = start + i;
      left -= part;
      if (left < 0) return remove(pool, last);
    }
  }
  return remove(pool, last);
}

/** Takes the person of the given rank (0 youngest) among all of the pool, or -1 when it has fewer persons. */
export function takeRank(pool: Pool, rank: number): number {
  let left = rank;
  for (let age = 0; age < AGES; age++) {
    for (const group of everyone) {
      left -= pool.counts[group + age];
      if (left < 0) return remove(pool, group + age);
    }
  }
  return -1;
}

function remove(pool: Pool, cell: number): number {
  pool.counts[cell]--;
  pool.size--;
  return cell;
}

/** Undoes a `take`. */
export function putBack(pool: Pool, cell: number): void {
  pool.counts[cell]++;
  pool.size++;
}
