import { AGES } from '../../../scenario/city-data.ts';
import type { Kernel } from './pool.ts';

/**
 * Persons by age, from which one is drawn by age difference: a parent for a child, a wife for a husband. A person's chance
 * is the kernel's weight at its age minus the given one; each may be drawn `limit` times.
 */
export interface AgeIndex {
  /** Persons sorted by age; those of an age stand at start[age] .. start[age] + count[age] - 1. */
  readonly person: Int32Array;
  readonly start: Int32Array;
  readonly count: Int32Array;
  /** Draws left of each entry. */
  readonly left: Uint8Array;
  /** Of two candidates, the one with the lower burden is taken. */
  readonly burden: (person: number) => number;
}

/** Share of draws that look at a second candidate: set by the spread of household sizes in 2010 and 2020. */
const COMPARES = 0.4;

/**
 * Indexes the given persons.
 *
 * @param age the age column they point into
 */
export function indexByAge(
  persons: ArrayLike<number>,
  age: Uint8Array,
  limit: number,
  burden: (person: number) => number = () => 0,
): AgeIndex {
  const count = new Int32Array(AGES);
  for (let i = 0; i < persons.length; i++) count[age[persons[i]]]++;
  const start = new Int32Array(AGES);
  for (let a = 1; a < AGES; a++) start[a] = start[a - 1] + count[a - 1];
  const next = start.slice();
  const sorted = new Int32Array(persons.length);
  for (let i = 0; i < persons.length; i++) sorted[next[age[persons[i]]]++] = persons[i];
  return { person: sorted, start, count, left: new Uint8Array(persons.length).fill(limit), burden };
}

/**
 * Draws a person by its age difference from `at`.
 *
 * @param u uniform on [0, 1), chooses the age
 * @param v uniform on [0, 1), chooses two candidates of that age
 * @returns the person, or -1 when none has weight
 */
export function drawByAge(index: AgeIndex, kernel: Kernel, at: number, u: number, v: number): number {
  const { count } = index;
  const base = at + kernel.first;
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
  const n = count[age];
  const first = Math.floor(v * n);
  const rest = v * n - first; // the digits of v that chose nothing yet
  const second = Math.floor(rest * n);
  const compares = rest * n - second < COMPARES;
  const [a, b] = [index.start[age] + first, index.start[age] + second];
  const lighter = compares && index.burden(index.person[b]) < index.burden(index.person[a]);
  return use(index, lighter ? b : a, age);
}

function use(index: AgeIndex, entry: number, age: number): number {
  const person = index.person[entry];
  if (--index.left[entry] === 0) {
    const last = index.start[age] + --index.count[age];
    index.person[entry] = index.person[last];
    index.left[entry] = index.left[last];
  }
  return person;
}
