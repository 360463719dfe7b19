/** A share of 0 to 1 in per cent as people write it, three digits: 0.035 is 3.5, not 3.5000000000000004. */
export const sharePercent = (share: number): number => Number((100 * share).toPrecision(3));
