/**
 * Natural logarithm in plain arithmetic: the same bits in every engine (see exp.ts for why).
 *
 * log(x) = k ln 2 + log(m) with m in [1/sqrt 2, sqrt 2); log(m) = 2 artanh(s), s = (m - 1)/(m + 1), as its odd power series.
 * Relative error below 1e-15.
 */
const LN2_HIGH = 0.6931471804855391; // ln 2, upper 33 bits
const LN2_LOW = 7.440617110012397e-11;

const float = new Float64Array(16); // one is used: see the words of random/draw.ts
const words = new Uint32Array(float.buffer); // little-endian: word 1 holds sign and exponent

/** log x for x > 0; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2^54: subnormal
    k = -54;
  }
  float[0] = x;
  k += (words[1] >>> 20) - 1023;
  words[1] = (words[1] & 0x000fffff) | 0x3ff00000;
  let m = float[0];
  if (m > Math.SQRT2) {
    m *= 0.5;
    k += 1;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  let series = 1 / 21;
  for (let odd = 19; odd >= 3; odd -= 2) series = series * z + 1 / odd;
  return k * LN2_HIGH + (2 * s + (2 * s * z * series + k * LN2_LOW));
}
