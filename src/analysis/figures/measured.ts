import type { Asked } from '../../indicator/asked.ts';
import { indicators } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { OwnFigure } from '../../scenario/scenario.ts';
import { valueAt } from '../hindcast/target-value.ts';

/** A count is fitted as the logarithm of itself and so much of its figure, which keeps counts near nobody from weighing most. */
const OFFSET = 0.25;

/** A figure on the scale it is fitted on: counts as logarithms, rates and what may be below zero as they are. */
export interface Scaled {
  readonly figure: OwnFigure;
  readonly isLog: boolean;
  readonly observed: number;
  readonly error: number;
}

/** What a figure is held against: a bulletin's deaths are those that were registered. */
const reported = (indicator: string): string => (indicator === 'deaths' ? 'deaths_reported' : indicator);

const kinds = new Map(indicators.map(({ name, kind }) => [name, kind]));

/** Figures on their scales. */
export const scaledOf = (figures: readonly OwnFigure[]): Scaled[] =>
  figures.map((figure) => {
    const isLog =
      kinds.get(figure.indicator) !== 'rate' && figure.value > 0 && !/change|net_|natural/.test(figure.indicator);
    return isLog
      ? {
          figure,
          isLog,
          observed: Math.log((1 + OFFSET) * figure.value),
          error: figure.error / ((1 + OFFSET) * figure.value),
        }
      : { figure, isLog, observed: figure.value, error: figure.error };
  });

/** Part of the error of a stock that goes on into its next year: bulletins carry one census and one survey on. Assumption (0.5-0.95). */
const GOES_ON = 0.8;

const isStock = (indicator: string): boolean => kinds.get(indicator) === 'rate' || kinds.get(indicator) === 'stock';

/** Covariance of the errors of figures: those of one stock of one area go on from year to year, all others are their own. */
export const errorsOf = (scaled: readonly Scaled[]): number[][] =>
  scaled.map((one, i) =>
    scaled.map((other, j) => {
      if (i === j) return one.error ** 2;
      const [a, b] = [one.figure, other.figure];
      if (a.area !== b.area || a.indicator !== b.indicator || !isStock(a.indicator)) return 0;
      return GOES_ON ** Math.abs(a.year - b.year) * one.error * other.error;
    }),
  );

const scaledValue = ({ isLog, figure }: Scaled, value: number): number =>
  isLog ? Math.log(value + OFFSET * figure.value) : value;

/** Back to persons or per cent. */
export const unscaled = ({ isLog, figure }: Scaled, value: number): number =>
  isLog ? Math.max(0, Math.exp(value) - OFFSET * figure.value) : value;

/** What one replicate says of every figure, on their scales; NaN where it has none. */
export const measuredOf = (scaled: readonly Scaled[], result: ReplicateResult): number[] =>
  scaled.map((each) => {
    const { indicator, area, year } = each.figure;
    return scaledValue(each, valueAt(result, reported(indicator), area, year));
  });

/** What must be counted in a replicate for them. */
export const askedOf = (scaled: readonly Scaled[]): Asked[] =>
  scaled.map(({ figure: { indicator, year } }) => ({ indicators: [reported(indicator)], from: year, to: year }));
