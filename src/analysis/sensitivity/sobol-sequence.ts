import { directionNumbers } from './direction-numbers.ts';

const BITS = 32;
export const MOST_DIMENSIONS = directionNumbers.length + 1;

/**
 * Points of a Sobol' sequence in Gray code order (Antonov & Saleev 1979), the first one the origin, each coordinate in [0, 1).
 * @param shift 32-bit words by dimension, XORed to all points: a random digital shift keeps the evenness and takes the points off
 *   the origin. Left out: none.
 * @throws RangeError for more dimensions than there are direction numbers for
 */
export function sobolPoints(count: number, dimensions: number, shift?: readonly number[]): number[][] {
  if (dimensions > MOST_DIMENSIONS)
    throw new RangeError(`must have at most ${MOST_DIMENSIONS} dimensions, got ${dimensions}`);
  const directions = Array.from({ length: dimensions }, (_, d) => directionsOf(d));
  const state = directions.map((_, d) => (shift?.[d] ?? 0) | 0);
  return Array.from({ length: count }, (_, n) => {
    if (n > 0) {
      // the bit that changes from the Gray code of n - 1 to that of n is the lowest set one of n
      const bit = 31 - Math.clz32(n & -n);
      for (let d = 0; d < dimensions; d++) state[d] ^= directions[d][bit];
    }
    return state.map((word) => (word >>> 0) / 2 ** BITS);
  });
}

/** The 32 direction words of a dimension, counted from 0; the first is van der Corput's. */
function directionsOf(dimension: number): Int32Array {
  const words = new Int32Array(BITS);
  if (dimension === 0) return words.map((_, j) => 1 << (BITS - 1 - j));
  const [inner, ...first] = directionNumbers[dimension - 1];
  const degree = first.length;
  for (let j = 0; j < BITS; j++) {
    if (j < degree) {
      words[j] = first[j] << (BITS - 1 - j);
      continue;
    }
    let word = words[j - degree] ^ (words[j - degree] >>> degree);
    for (let k = 1; k < degree; k++) if ((inner >>> (degree - 1 - k)) & 1) word ^= words[j - k];
    words[j] = word;
  }
  return words;
}
