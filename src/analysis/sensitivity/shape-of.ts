import { mean, standardDeviation } from 'simple-statistics';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Shape } from './additive.ts';
import type { Studied } from './factors.ts';

/** Places a distribution is looked at. */
const PLACES = 512;
const middles = (count: number): number[] => Array.from({ length: count }, (_, n) => (n + 0.5) / count);

/** Straight and bent parts of an effect: the first two Legendre polynomials on [0, 1], of mean 0 and variance 1. */
const bent = (u: number): number[] => [Math.sqrt(3) * (2 * u - 1), Math.sqrt(5) * (6 * u * u - 6 * u + 1)];

/** How a factor may act by itself. Luck and what is moved together are left to the rows. */
export function shapeOf(factor: Studied, { posterior }: Scenario): Shape {
  switch (factor.kind) {
    case 'parameter':
      return { functions: bent, places: middles(PLACES) };
    case 'lever':
      return { functions: factor.lever.discrete ? (u) => [u < 0.5 ? -1 : 1] : bent, places: middles(PLACES) };
    case 'joint': {
      const { draws } = posterior!;
      const columns = posterior!.parameters.map((_, p) => draws.map((row) => row[p]));
      const middle = columns.map((column) => mean(column));
      const scale = columns.map((column) => standardDeviation(column) || 1);
      const rows = draws.map((row) => row.map((value, p) => (value - middle[p]) / scale[p]));
      const functions = rows.map((row) => [...row, ...row.map((z) => (z * z - 1) / Math.SQRT2)]);
      return { functions: (u) => functions[Math.floor(u * draws.length)], places: middles(draws.length) };
    }
    default:
      return { functions: () => [], places: [0.5] };
  }
}
