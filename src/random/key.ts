import seedrandom from 'seedrandom';
import type { DrawKey } from './draw.ts';
import { threefry, word1 } from './threefry.ts';

/** Stands for "no replicate": the base population is keyed by the seed alone. */
const BASE = 0xffffffff;

/** Key of the draws of one replicate. seedrandom turns the seed text into two words, threefry mixes in the replicate. */
export function replicateKey(seed: string, replicate: number): DrawKey {
  const words = seedrandom(seed, { global: false });
  const s0 = words.int32() >>> 0;
  const s1 = words.int32() >>> 0;
  const k0 = threefry(s0, s1, replicate, 0);
  return { k0, k1: word1 };
}

/** Key of the draws that make the base population, shared by all replicates. */
export const baseKey = (seed: string): DrawKey => replicateKey(seed, BASE);
