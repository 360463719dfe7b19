import seedrandom from 'seedrandom';
import type { DrawKey } from './draw.ts';
import { threefry } from './threefry.ts';

/** Stands for the design all replicates have in common; apart from every base population. */
const DESIGN = -0x40000000;

/** Key of what is spread over the replicates of a run (stratified.ts). */
export const designKey = (seed: string): DrawKey => replicateKey(seed, DESIGN);

/** Stand for "no replicate": base populations are keyed by numbers from here down. */
const FIRST_BASE = -1;

/**
 * Key of the draws of one replicate. seedrandom turns the seed text into two words, threefry mixes in the replicate and the place.
 * @param place code of the place whose persons draw, so that the chance of one place is not that of every other in a nation added up of
 *   them; 0 for what all places share
 */
export function replicateKey(seed: string, replicate: number, place = 0): DrawKey {
  const words = seedrandom(seed, { global: false });
  const out = new Int32Array(2);
  threefry(words.int32(), words.int32(), replicate, place, out);
  return { k0: out[0], k1: out[1] };
}

/**
 * Key of the draws that make a base population.
 * @param place code of the place
 * @param part number of the base population, from 0: each is drawn independently of the others
 */
export const baseKey = (seed: string, place = 0, part = 0): DrawKey => replicateKey(seed, FIRST_BASE - part, place);
