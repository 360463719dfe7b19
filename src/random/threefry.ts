/**
 * Threefry2x32 with 13 rounds (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"):
 * a keyed hash of a two-word counter that passes BigCrush. A draw is a function of its key and counter and of nothing
 * else: no state, no stream, no order.
 */
const PARITY = 0x1bd11bda;

/** Second word of the last `threefry` call: two words come from one hash without allocating. */
export let word1 = 0;

/** First word of the hash of counter (c0, c1) under key (k0, k1), unsigned 32 bits; the second word is left in `word1`. */
export function threefry(k0: number, k1: number, c0: number, c1: number): number {
  const k2 = k0 ^ k1 ^ PARITY;
  let a = (c0 + k0) | 0;
  let b = (c1 + k1) | 0;
  // rounds 1-4: rotations 13 15 26 6
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 1) | 0;
  // rounds 5-8: rotations 17 29 16 24
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 2) | 0;
  // rounds 9-12
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k0) | 0;
  b = (b + k1 + 3) | 0;
  // round 13
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  word1 = b >>> 0;
  return a >>> 0;
}
