import { quickselect } from 'simple-statistics';

/**
 * Gives `places` to the claimants of lowest rank, by lot inside a rank: the outcome depends on who claims, not on the order
 * of the list. Lots are drawn in the one rank that is neither wholly served nor wholly turned away.
 * @param claimants rows of those who ask, in rising order
 * @param rank whole number of a claimant, by place in the list; lower comes first
 * @param lot keyed draw of a claimant on [0, 1), by row
 * @returns the rows that were met, in rising order: all of them, or those drawn
 */
export function drawWinners(
  claimants: Int32Array,
  places: number,
  rank: (n: number) => number,
  lot: (row: number) => number,
): Int32Array {
  if (claimants.length <= places) return claimants;
  if (places <= 0) return claimants.subarray(0, 0);
  const ranks = new Int32Array(claimants.length);
  for (let n = 0; n < ranks.length; n++) ranks[n] = rank(n);
  const { last, left } = lastRankServed(ranks, Math.floor(places));
  return winners(claimants, ranks, last, luckiest(claimants, ranks, last, left, lot));
}

/** The rank in which places run out, and the places left for it. */
function lastRankServed(ranks: Int32Array, places: number): { last: number; left: number } {
  const count = new Map<number, number>();
  let rank = ranks[0];
  let run = 0; // claimants of one rank often follow each other
  for (let n = 0; n <= ranks.length; n++) {
    if (n < ranks.length && ranks[n] === rank) {
      run++;
      continue;
    }
    count.set(rank, (count.get(rank) ?? 0) + run);
    rank = ranks[n];
    run = 1;
  }
  let left = places;
  for (const last of [...count.keys()].sort((a, b) => a - b)) {
    if (count.get(last)! > left) return { last, left };
    left -= count.get(last)!;
  }
  throw new RangeError('fewer claimants than places');
}

/** By place in the list: 1 for the `left` claimants of one rank who draw the lowest lots, of equal lots the first ones. */
function luckiest(
  claimants: Int32Array,
  ranks: Int32Array,
  rank: number,
  left: number,
  lot: (row: number) => number,
): Uint8Array {
  const drawn = new Uint8Array(claimants.length);
  if (left === 0) return drawn;
  const lots = new Float64Array(claimants.length).fill(Number.POSITIVE_INFINITY);
  for (let n = 0; n < lots.length; n++) if (ranks[n] === rank) lots[n] = lot(claimants[n]);
  const cut = nthSmallest(lots.slice(), left - 1);
  let equal = left;
  for (let n = 0; n < lots.length; n++) {
    if (lots[n] >= cut) continue;
    drawn[n] = 1;
    equal--;
  }
  for (let n = 0; equal > 0; n++) {
    if (lots[n] !== cut) continue;
    drawn[n] = 1;
    equal--;
  }
  return drawn;
}

/** The n-th smallest of the values, counted from 0; puts them in another order. */
function nthSmallest(values: Float64Array, n: number): number {
  quickselect(values as unknown as number[], n, 0, values.length - 1);
  return values[n];
}

/** The rows of those in ranks wholly served and of those drawn, in the order of the list. */
function winners(claimants: Int32Array, ranks: Int32Array, last: number, drawn: Uint8Array): Int32Array {
  const met = new Int32Array(claimants.length);
  let count = 0;
  for (let n = 0; n < claimants.length; n++) if (ranks[n] < last || drawn[n] === 1) met[count++] = claimants[n];
  return met.subarray(0, count);
}
