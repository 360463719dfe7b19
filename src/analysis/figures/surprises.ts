import type { FittedFigure } from './fitted-figure.ts';

/** Standard deviations from which all else does not bear a figure out. */
const MANY = 3;

/** Figures that neither the others nor what was thought before bear out. */
export const surprisesIn = (figures: readonly FittedFigure[]): FittedFigure[] =>
  figures.filter(({ isUsed, surprise }) => isUsed && Math.abs(surprise) > MANY);
