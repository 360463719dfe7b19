import type { Asked } from '../../indicator/asked.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { valueAt } from '../hindcast/target-value.ts';

/** A number read off one replicate: an indicator of an area in one year, or summed over years, both ends included. */
export interface Reading {
  readonly indicator: string;
  /** `city` or a six-digit code. */
  readonly area: string;
  readonly from: number;
  readonly to: number;
}

/** What has to be measured for some readings. */
export const askedBy = (readings: readonly Reading[]): Asked[] =>
  readings.map(({ indicator, from, to }) => ({ indicators: [indicator], from, to }));

/** The readings of a replicate, NaN where it has none. */
export const readOff = (readings: readonly Reading[], result: ReplicateResult): number[] =>
  readings.map(({ indicator, area, from, to }) => {
    let sum = valueAt(result, indicator, area, from);
    for (let year = from + 1; year <= to; year++) sum += valueAt(result, indicator, area, year);
    return sum;
  });
