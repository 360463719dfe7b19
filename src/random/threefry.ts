/**
 * Threefry2x32 with 13 rounds (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"):
 * a keyed hash of a two-word counter that passes BigCrush. A draw is a function of its key and counter and of nothing
 * else: no state, no stream, no order.
 */
const PARITY = 0x1bd11bda;

// biome-ignore-start lint/suspicious/noAssignInExpressions: a round in one statement, for the reason given below
/**
 * Hash of the counter (c0, c1) under the key (k0, k1), written as two signed words into `out`.
 *
 * Words stay signed 32-bit on their way: V8 keeps those out of the heap, while an unsigned word above 2^31 would be boxed. A round
 * is one statement, so that the whole compiles to 452 bytes of bytecode: V8 inlines functions of at most 460.
 */
export function threefry(k0: number, k1: number, c0: number, c1: number, out: Int32Array): void {
  const k2 = k0 ^ k1 ^ PARITY;
  let a = (c0 + k0) | 0;
  let b = (c1 + k1) | 0;
  // rounds 1-4: rotations 13 15 26 6
  b = ((b << 13) | (b >>> 19)) ^ (a = (a + b) | 0);
  b = ((b << 15) | (b >>> 17)) ^ (a = (a + b) | 0);
  b = ((b << 26) | (b >>> 6)) ^ (a = (a + b) | 0);
  b = ((b << 6) | (b >>> 26)) ^ (a = (a + b) | 0);
  a = (a + k1) | 0;
  b = (b + k2 + 1) | 0;
  // rounds 5-8: rotations 17 29 16 24
  b = ((b << 17) | (b >>> 15)) ^ (a = (a + b) | 0);
  b = ((b << 29) | (b >>> 3)) ^ (a = (a + b) | 0);
  b = ((b << 16) | (b >>> 16)) ^ (a = (a + b) | 0);
  b = ((b << 24) | (b >>> 8)) ^ (a = (a + b) | 0);
  a = (a + k2) | 0;
  b = (b + k0 + 2) | 0;
  // rounds 9-12
  b = ((b << 13) | (b >>> 19)) ^ (a = (a + b) | 0);
  b = ((b << 15) | (b >>> 17)) ^ (a = (a + b) | 0);
  b = ((b << 26) | (b >>> 6)) ^ (a = (a + b) | 0);
  b = ((b << 6) | (b >>> 26)) ^ (a = (a + b) | 0);
  a = (a + k0) | 0;
  b = (b + k1 + 3) | 0;
  // round 13
  b = ((b << 17) | (b >>> 15)) ^ (a = (a + b) | 0);
  out[0] = a;
  out[1] = b;
}
// biome-ignore-end lint/suspicious/noAssignInExpressions: the rounds are over
