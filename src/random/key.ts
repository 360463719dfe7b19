import seedrandom from 'seedrandom';
import type { DrawKey } from './draw.ts';
import { threefry } from './threefry.ts';

/** Stands for "no replicate": the base population is keyed by the seed alone. */
const BASE = -1;

/** Key of the draws of one replicate. seedrandom turns the seed text into two words, threefry mixes in the replicate. */
export function replicateKey(seed: string, replicate: number): DrawKey {
  const words = seedrandom(seed, { global: false });
  const out = new Int32Array(2);
  threefry(words.int32(), words.int32(), replicate, 0, out);
  return { k0: out[0], k1: out[1] };
}

/** Key of the draws that make the base population, shared by all replicates. */
export const baseKey = (seed: string): DrawKey => replicateKey(seed, BASE);
