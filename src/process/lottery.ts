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
  const ranks = Int32Array.from(claimants, (_, n) => rank(n));
  const { last, left } = lastRankServed(ranks, Math.floor(places));
  const drawn = new Set(luckiest(claimants, ranks, last, lot).slice(0, left));
  return claimants.filter((_, n) => ranks[n]! < last || drawn.has(n));
}

/** The rank in which places run out, and the places left for it. */
function lastRankServed(ranks: Int32Array, places: number): { last: number; left: number } {
  const count = new Map<number, number>();
  for (const rank of ranks) count.set(rank, (count.get(rank) ?? 0) + 1);
  let left = places;
  for (const last of [...count.keys()].sort((a, b) => a - b)) {
    if (count.get(last)! > left) return { last, left };
    left -= count.get(last)!;
  }
  throw new RangeError('fewer claimants than places');
}

/** Places in the list of the claimants of one rank, by lot. */
function luckiest(claimants: Int32Array, ranks: Int32Array, rank: number, lot: (row: number) => number): number[] {
  const lots: { readonly n: number; readonly lot: number }[] = [];
  claimants.forEach((row, n) => {
    if (ranks[n] === rank) lots.push({ n, lot: lot(row) });
  });
  return lots.sort((a, b) => a.lot - b.lot || a.n - b.n).map(({ n }) => n);
}
