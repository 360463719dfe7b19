import { sum } from 'd3-array';
import { median } from 'simple-statistics';
import { provinceOf } from '../../scenario/city/regions.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { naturalRate } from './natural-rate.ts';
import { registeredFigures } from './registered-figure.ts';

/** What left a city's register in one year beyond births and deaths, from published figures alone. */
export interface YearlyOutflow {
  readonly year: number;
  readonly registered: number;
  /** Since the year before. */
  readonly change: number;
  readonly natural: number;
  /** Natural less change: moves out less moves in, and what was cleared from the books. */
  readonly outflow: number;
  /** Outflow less its median over the years. */
  readonly residual: number;
  /** What rounding of the two figures may make of it. */
  readonly rounding: number;
  /** Far from the other years even so: a clean-up of the register rather than what people do. */
  readonly administrative: boolean;
}

/** Median absolute deviations, brought to a standard deviation, from which a year stands out. Judgement. */
const STANDS_OUT = 1.5;
/** Standard deviation of a normal distribution over its median absolute deviation. */
const MAD_TO_SD = 1.4826;

/**
 * Yearly net outflow from the register of a prefecture, over years with a counted figure and one the year before. Empty where
 * there are none.
 */
export function yearlyOutflows(read: ReadText, prefecture: string): YearlyOutflow[] {
  const rate = naturalRate(read, [prefecture, provinceOf(prefecture)]);
  const figures = registeredFigures(read, prefecture);
  const years = [...figures.values()].flatMap(({ year, value, low, high }) => {
    const before = figures.get(year - 1);
    if (before === undefined) return [];
    const natural = (rate(year) * (value + before.value)) / 2;
    const change = value - before.value;
    const rounding = (high - low + before.high - before.low) / 2;
    return [{ year, registered: value, change, natural, outflow: natural - change, rounding }];
  });
  if (years.length === 0) return [];
  const middle = median(years.map(({ outflow }) => outflow));
  const spread = MAD_TO_SD * median(years.map(({ outflow }) => Math.abs(outflow - middle)));
  return years.map((each) => {
    const residual = each.outflow - middle;
    return { ...each, residual, administrative: Math.abs(residual) > each.rounding + STANDS_OUT * spread };
  });
}

/** Persons a year whom clean-ups took off a register between two year ends, those who were entered anew taken off; not below 0. */
export function clearedYearly(years: readonly YearlyOutflow[], from: number, to: number): number {
  const inside = years.filter(({ year, administrative }) => administrative && year > from && year <= to);
  return (
    Math.max(
      0,
      sum(inside, ({ residual }) => residual),
    ) /
    (to - from)
  );
}
