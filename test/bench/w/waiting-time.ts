/** Survival is held in whole units of 2^-30, so that a waiting time is found with integers and without a branch. */
const ONE = 2 ** 30;
const UNIT = 2 ** -32;

/** Longest waiting time found: what happens later happens after the run. */
const LATEST = 16;

/** Survival to each position of a chain of yearly chances: survival[n] is the chance of no event at positions 1..n. */
export function survivalOf(chance: ArrayLike<number>): Int32Array {
  const survival = new Int32Array(chance.length + LATEST);
  let alive = 1;
  survival[0] = ONE;
  for (let n = 1; n < survival.length; n++) {
    alive *= 1 - (chance[n] ?? 0);
    survival[n] = Math.round(alive * ONE);
  }
  return survival;
}

/**
 * Years until the event of someone at position `from`, 1 to 16, by inverse transform: the first k with
 * survival[from + k] <= u survival[from]. The same law as asking every year with a fresh draw, for one draw.
 * @param word 32 random bits
 */
export function waitingTime(survival: Int32Array, from: number, word: number): number {
  const reached = ((word >>> 0) * UNIT * survival[from]!) | 0;
  let at = from; // last position known to be survived: a binary search whose steps are arithmetic, not jumps
  at += ((reached - survival[at + 8]!) >> 31) & 8;
  at += ((reached - survival[at + 4]!) >> 31) & 4;
  at += ((reached - survival[at + 2]!) >> 31) & 2;
  at += ((reached - survival[at + 1]!) >> 31) & 1;
  return at - from + 1;
}

/** Whether the event comes within so many years of position `from`, for the draw that waitingTime takes. */
export const comesWithin = (survival: Int32Array, from: number, years: number, word: number): boolean =>
  survival[from + years]! <= (((word >>> 0) * UNIT * survival[from]!) | 0);
