import { quantile } from 'simple-statistics';
import type { OwnFigure } from '../../scenario/scenario.ts';
import { add } from '../calibration/matrix.ts';
import { type Scaled, unscaled } from './measured.ts';
import { forecastOf, type Line, type Posterior } from './posterior.ts';

const Z = 1.645;

/** What one figure was before and after, in its own unit. */
export interface FittedFigure {
  readonly figure: OwnFigure;
  readonly isUsed: boolean;
  readonly prior: Spread;
  /** What was so where the figure was fitted; what would be printed where it was kept out. */
  readonly fitted: Spread;
  /** 1 where it fits with the others, near 0 where nothing explains it; NaN where it was not fitted. */
  readonly weight: number;
  /** What the others and the model make of it: middle and 90 % interval; null where it was not fitted. */
  readonly byOthers: Spread | null;
  /** Figure less that, over the standard deviation of it. */
  readonly surprise: number;
}

export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** What a figure is told from: its fit, and what members drawn from the prior made of every figure. */
interface Around {
  readonly used: readonly number[];
  readonly posterior: Posterior;
  readonly prior: readonly (readonly number[])[];
  readonly line: Line;
}

/** Figure j before and after, told in its unit. */
export function fittedFigure(scaled: Scaled, j: number, { used, posterior, prior, line }: Around): FittedFigure {
  const i = used.indexOf(j);
  const spread = (values: readonly (readonly number[])[]): Spread => {
    const column = values.map((row) => unscaled(scaled, row[j]));
    const at = (p: number): number => quantile(column, p);
    return { low: at(0.05), middle: at(0.5), high: at(0.95) };
  };
  // of the place at its real size: what a sample adds in chance is no part of what is known; of a figure kept out as it will be printed
  const fitted = (): Spread => {
    const shared = i < 0 ? add(line.left, line.errors) : line.left;
    const { mean: middle, sd } = forecastOf(line, used, posterior, j, shared);
    return {
      low: unscaled(scaled, middle - Z * sd),
      middle: unscaled(scaled, middle),
      high: unscaled(scaled, middle + Z * sd),
    };
  };
  const out = i < 0 ? null : posterior.leftOut[i];
  return {
    figure: scaled.figure,
    isUsed: i >= 0,
    prior: spread(prior),
    fitted: fitted(),
    weight: i < 0 ? Number.NaN : posterior.weights[i],
    byOthers: out && {
      low: unscaled(scaled, out.mean - Z * out.sd),
      middle: unscaled(scaled, out.mean),
      high: unscaled(scaled, out.mean + Z * out.sd),
    },
    surprise: out === null ? Number.NaN : (scaled.observed - out.mean) / out.sd,
  };
}
