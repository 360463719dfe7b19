/**
 * Gives `places` to the claimants of lowest rank, by lot inside a rank: the outcome depends on who claims, not on the order
 * of the list.
 * @param claimants rows of those who ask, in rising order
 * @param rank whole number of a claimant, by place in the list; lower comes first
 * @param lot keyed draw of a claimant on [0, 1), by row
 * @returns the rows that were met: all of them, or those drawn
 */
export function drawWinners(
  claimants: Int32Array,
  places: number,
  rank: (n: number) => number,
  lot: (row: number) => number,
): Int32Array {
  if (claimants.length <= places) return claimants;
  if (places <= 0) return claimants.subarray(0, 0);
  const standing = Float64Array.from(claimants, (row, n) => rank(n) + lot(row));
  const order = Int32Array.from(claimants, (_, n) => n).sort((a, b) => standing[a]! - standing[b]! || a - b);
  return order.subarray(0, Math.floor(places)).map((n) => claimants[n]!);
}
