import { median } from 'simple-statistics';

/** Middle and ends of what was measured round by round. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export const spread = (values: readonly number[]): Spread => ({
  median: median([...values]),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** `1.72 (1.65-1.80)`. */
export const withEnds = ({ median: middle, min, max }: Spread, digits = 2): string =>
  `${middle.toFixed(digits)} (${min.toFixed(digits)}-${max.toFixed(digits)})`;

/** Ratio of two measures, round by round. */
export const ratio = (above: readonly number[], below: readonly number[]): Spread =>
  spread(above.map((value, round) => value / below[round]));
