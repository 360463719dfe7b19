import seedrandom from 'seedrandom';
import type { DrawKey } from './draw.ts';
import { threefry } from './threefry.ts';

/** Stand for "no replicate": base populations are keyed by numbers from here down. */
const FIRST_BASE = -1;

/** Key of the draws of one replicate. seedrandom turns the seed text into two words, threefry mixes in the replicate. */
export function replicateKey(seed: string, replicate: number): DrawKey {
  const words = seedrandom(seed, { global: false });
  const out = new Int32Array(2);
  threefry(words.int32(), words.int32(), replicate, 0, out);
  return { k0: out[0], k1: out[1] };
}

/**
 * Key of the draws that make a base population.
 * @param part number of the base population, from 0: each is drawn independently of the others
 */
export const baseKey = (seed: string, part = 0): DrawKey => replicateKey(seed, FIRST_BASE - part);
