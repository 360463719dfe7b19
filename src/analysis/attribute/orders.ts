import seedrandom from 'seedrandom';

/**
 * Orders in which groups join, for one replicate: each at random by the seed, and the same backwards, so that whoever comes
 * early once comes late once (antithetic; Mitchell et al. 2022, Sampling permutations for Shapley value estimation).
 * @param count number of orders, rounded up to a pair
 */
export function ordersOf(groups: number, count: number, seed: string, replicate: number): number[][] {
  const random = seedrandom(`${seed} order of groups ${replicate}`, { global: false });
  return Array.from({ length: Math.ceil(count / 2) }, () => {
    const order = Array.from({ length: groups }, (_, i) => i);
    for (let i = groups - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    return [order, [...order].reverse()];
  }).flat();
}
