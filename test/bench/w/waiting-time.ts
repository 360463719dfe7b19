const UNIT = 2 ** -32;

/** Waiting times above the years of the run are not told apart. */
const LATEST = 16;

/** Survival to each position of a chain of yearly chances: survival[n] is the chance of no event at positions 1..n. */
export function survivalOf(chance: ArrayLike<number>): Float64Array {
  const survival = new Float64Array(chance.length + LATEST);
  survival[0] = 1;
  for (let n = 1; n < survival.length; n++) survival[n] = survival[n - 1] * (1 - (chance[n] ?? 0));
  return survival;
}

/**
 * Years until the event of someone at position `from`, 1 to 16, by inverse transform: the first k with
 * survival[from + k] <= u survival[from]. The same law as asking every year with a fresh draw, for one draw.
 * @param word 32 random bits, u = word / 2^32
 */
export function waitingTime(survival: Float64Array, from: number, word: number): number {
  const reached = (word >>> 0) * UNIT * survival[from];
  if (survival[from + LATEST - 1] > reached) return LATEST;
  let k = 1;
  while (survival[from + k] > reached) k++;
  return k;
}
