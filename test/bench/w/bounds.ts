import { logistic } from '../../../src/math/logistic.ts';
import type { Coefficients } from './coefficients.ts';
import { survivalOf } from './waiting-time.ts';
import { YEARS } from './world.ts';

/** Width of a class of utility: a household meets the bound of its class's upper end. */
const CLASS = 0.1;
/** Years in town at the start. */
const STARTS = 15;
/** Years in town that add to the utility. */
export const YEARS_LIMIT = 10;

/**
 * The ceiling of a village's settled share that bounds are drawn under, at the end of year t. A guess near the path the share
 * takes: where it is passed, the village draws anew under a higher one. It costs time when it is wrong, never a wrong number.
 */
export const ceilingAt = (t: number): number => 0.1 + 0.034 * t;

/** Upper bounds of the chance to settle, by class of household and year. */
export interface Bounds {
  /** Chance in year t: chance[row + t]. */
  readonly chance: Float64Array;
  /** Chance of no candidate year up to t: survival[row + t]. */
  readonly survival: Float64Array;
  readonly low: number;
  readonly classes: number;
  readonly width: number;
}

export function boundsOf(w: Coefficients): Bounds {
  const low = w.constant - 10 * w.land;
  const high = w.constant + 3 * w.tenure + w.share; // a ceiling raised by as much as there is
  const classes = Math.floor((high - low) / CLASS) + 1;
  const chances = Array.from({ length: STARTS * classes }, (_, row) => {
    const upperEnd = low + ((row % classes) + 1) * CLASS + w.school;
    const start = Math.floor(row / classes);
    return Float64Array.from({ length: YEARS + 1 }, (_, t) =>
      logistic(upperEnd + w.years * Math.min(start + t, YEARS_LIMIT) + w.share * ceilingAt(t - 1)),
    );
  });
  const width = survivalOf(chances[0]).length;
  const bounds = {
    chance: new Float64Array(chances.length * width),
    survival: new Float64Array(chances.length * width),
  };
  chances.forEach((chance, row) => {
    bounds.chance.set(chance, row * width);
    bounds.survival.set(survivalOf(chance), row * width);
  });
  return { ...bounds, low, classes, width };
}

/** Where the bounds of a household begin: by its years in town at the start and the lasting part of its utility. */
export const boundsRow = ({ low, classes, width }: Bounds, yearsAtStart: number, utility: number): number =>
  (yearsAtStart * classes + Math.floor((utility - low) * (1 / CLASS))) * width;
