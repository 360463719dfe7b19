/**
 * Histogram of the probability integral transform: the share of outcomes that fall into each tenth of their forecasts. Flat where forecasts are as sure as
 * they may be, a hill where they are too wide, a trough where they are too narrow, a slope where they lie to one side (Gneiting, Balabdaoui &
 * Raftery 2007). An outcome among n equally likely members spreads its weight evenly over the stretch between its neighbours.
 * @param forecasts members of each forecast, in any order, and what came of it
 * @returns shares of `bins` stretches; sum to 1
 */
export function probabilityIntegral(
  forecasts: readonly { readonly members: readonly number[]; readonly observed: number }[],
  bins = 10,
): number[] {
  const shares = new Array<number>(bins).fill(0);
  for (const { members, observed } of forecasts) {
    const below = members.filter((member) => member < observed).length;
    const upTo = members.filter((member) => member <= observed).length;
    const [from, to] = [below / (members.length + 1), (upTo + 1) / (members.length + 1)];
    for (let bin = 0; bin < bins; bin++) {
      const overlap = Math.min(to, (bin + 1) / bins) - Math.max(from, bin / bins);
      if (overlap > 0) shares[bin] += overlap / (to - from) / forecasts.length;
    }
  }
  return shares;
}
