/** Quantile of the triangular distribution on [low, high] with the given mode, for p in [0, 1]; low = high gives low. */
export function triangularQuantile(low: number, mode: number, high: number, p: number): number {
  const width = high - low;
  if (width === 0) return low;
  const cut = (mode - low) / width;
  return p < cut ? low + Math.sqrt(p * width * (mode - low)) : high - Math.sqrt((1 - p) * width * (high - mode));
}
