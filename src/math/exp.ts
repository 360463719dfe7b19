/**
 * exp in plain arithmetic: the same bits in every engine. Math.exp is not specified to the last bit, and a household's fate
 * must not depend on who wrote the library.
 *
 * exp(x) = 2^k * T[j] * P(r), with x = (k + j/128) ln 2 + r, |r| <= ln 2 / 256, T[j] = 2^(j/128), P the Taylor polynomial of
 * degree 5. Relative error below 1e-15 over the whole range.
 */
const BINS = 128;
const LOG2E_BINS = 184.6649652337873; // 128 / ln 2
const LN2_HIGH = 0.0054152123475432745; // ln 2 / 128, upper bits: 33 bits, exact in products with integers below 2^20
const LN2_LOW = 5.812982117197185e-13;

const fraction = new Float64Array(BINS);
const power = new Float64Array(2200);

// T[j] by repeated square roots of 2 (IEEE 754 requires sqrt to be correctly rounded), powers of two by doubling.
{
  const root = new Float64Array(7); // 2^(1/2), 2^(1/4), ... 2^(1/128)
  let value = 2;
  for (let i = 0; i < 7; i++) {
    value = Math.sqrt(value);
    root[i] = value;
  }
  for (let j = 0; j < BINS; j++) {
    let product = 1;
    for (let bit = 0; bit < 7; bit++) if (j & (1 << (6 - bit))) product *= root[bit];
    fraction[j] = product;
  }
  power[1100] = 1;
  for (let k = 1; k < 1100; k++) {
    power[1100 + k] = power[1100 + k - 1] * 2;
    power[1100 - k] = power[1100 - k + 1] / 2;
  }
}

/** e^x for any finite x; 0 below -745, Infinity above 709.78. */
export function exp(x: number): number {
  if (x < -745.2) return 0;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  const n = Math.floor(x * LOG2E_BINS + 0.5);
  const r = x - n * LN2_HIGH - n * LN2_LOW;
  const j = n & (BINS - 1);
  const k = (n - j) / BINS;
  const p = 1 + r * (1 + r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333))));
  return k > 1000 ? power[2100] * (fraction[j] * p) * power[k + 100] : power[k + 1100] * (fraction[j] * p);
}
