import { AGES } from '../../scenario/city-data.ts';
import type { Kernel } from './pool.ts';

/**
 * Parents by age, from which one is drawn for a child: its chance is the kernel's weight at its age above the child's.
 * Each parent may be drawn `limit` times.
 */
export interface ParentIndex {
  /** Next free entry and the entries: persons sorted by age, start[age] .. start[age] + count[age]. */
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly person: Int32Array;
  /** Draws left of each entry. */
  readonly left: Uint8Array;
}

/** Indexes the given persons; `age` is the age column they point into. */
export function indexParents(persons: Int32Array, age: Uint8Array, limit: number): ParentIndex {
  const count = new Int32Array(AGES);
  for (const person of persons) count[age[person]]++;
  const start = new Int32Array(AGES);
  for (let a = 1; a < AGES; a++) start[a] = start[a - 1] + count[a - 1];
  const next = start.slice();
  const sorted = new Int32Array(persons.length);
  for (const person of persons) sorted[next[age[person]]++] = person;
  return { start, count, person: sorted, left: new Uint8Array(persons.length).fill(limit) };
}

/**
 * Draws a parent for a child of the given age.
 *
 * @param u uniform on [0, 1), chooses the parent's age
 * @param v uniform on [0, 1), chooses among the parents of that age
 * @returns the parent, or -1 when none has weight
 */
export function drawParent(index: ParentIndex, kernel: Kernel, childAge: number, u: number, v: number): number {
  const { count } = index;
  const base = childAge + kernel.first;
  const from = Math.max(0, -base);
  const end = Math.min(kernel.weight.length, AGES - base);
  let sum = 0;
  for (let i = from; i < end; i++) sum += count[base + i] * kernel.weight[i];
  if (!(sum > 0)) return -1;
  let left = u * sum;
  let age = -1;
  for (let i = from; i < end && left >= 0; i++) {
    const part = count[base + i] * kernel.weight[i];
    if (part === 0) continue;
    age = base + i;
    left -= part;
  }
  return use(index, index.start[age] + Math.floor(v * count[age]), age);
}

function use(index: ParentIndex, entry: number, age: number): number {
  const person = index.person[entry];
  if (--index.left[entry] === 0) {
    const last = index.start[age] + --index.count[age];
    index.person[entry] = index.person[last];
    index.left[entry] = index.left[last];
  }
  return person;
}
