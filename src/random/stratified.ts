import type { DrawKey } from './draw.ts';
import { threefry } from './threefry.ts';

/** Strata a width is cut into again and again: people ask for 10, 20, 50, 100 or 1,000 replicates. */
const BASE = 10;
/** Times it is cut; within the last strata the value is uniform. */
const LEVELS = 4;
/** Replicates that can be told apart. */
const MOST = BASE * 2 ** 18;

const words = new Int32Array(2);

/**
 * Uniform on [0, 1), one number a replicate, spread evenly over replicates: of every ten replicates that follow each other (0-9, 10-19, ..)
 * one lies in each tenth, of every hundred one in each hundredth, down to ten thousandths. The first n are the same however many follow.
 *
 * A digital net in base 10 in one dimension, in shuffled order, its digits permuted at random and nested: the digit at each level by the digits
 * above it (Owen 1995, "Randomly permuted (t,m,s)-nets and (t,s)-sequences"). Dimensions have permutations of their own, so that ten
 * replicates are a Latin hypercube over all that is drawn (McKay, Beckman & Conover 1979), and so is every further ten: what acts on a
 * result by itself leaves next to no error in its mean, what acts together with others about as much as independent draws would.
 * @param key of the design, the same for all replicates
 * @param dimension what is drawn
 * @param replicate from 0, below 2.6 million
 */
export function stratified(key: DrawKey, dimension: number, replicate: number): number {
  if (replicate >= MOST) throw new RangeError(`replicate must be below ${MOST}, got ${replicate}`);
  let rest = replicate;
  let path = 0;
  for (let level = 0; level < LEVELS; level++) {
    const digit = rest % BASE;
    rest = Math.floor(rest / BASE);
    path = path * BASE + permuted(digit, branch(key, dimension, level, path, rest));
  }
  threefry(key.k0, key.k1, dimension | 0, (LEVELS << 28) | replicate, words);
  return (path + (words[0] >>> 0) / 2 ** 32) / BASE ** LEVELS;
}

/** Key of the permutation of one branch of the tree of strata, for one run through it. */
function branch({ k0, k1 }: DrawKey, dimension: number, level: number, path: number, run: number): DrawKey {
  threefry(k0, k1, dimension | 0, (level << 28) | (path << 18) | run, words);
  return { k0: words[0], k1: words[1] };
}

/** Where a random permutation of the digits puts one of them (Fisher and Yates, as Durstenfeld 1964 does it). */
function permuted(digit: number, { k0, k1 }: DrawKey): number {
  const order = Array.from({ length: BASE }, (_, i) => i);
  for (let last = BASE - 1; last > 0; last--) {
    threefry(k0, k1, last, 0, words);
    const chosen = Math.floor(((words[0] >>> 0) / 2 ** 32) * (last + 1));
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order[digit];
}
