/** 95 % quantile of the normal distribution: both ends of a 90 % interval. */
const Z = 1.6448536269514722;

/** Score interval of a share at 90 %: Wilson 1927, "Probable inference, the law of succession, and statistical inference". */
export function wilsonInterval(met: number, n: number): readonly [number, number] {
  const p = met / n;
  const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
