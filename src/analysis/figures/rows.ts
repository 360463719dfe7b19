import type { Conditioning } from '../../scenario/scenario.ts';
import { add, cholesky, dot, identity, inverse, type Matrix, multiply } from '../calibration/matrix.ts';
import { normalDraws } from '../calibration/normal-draws.ts';

/** Rows a fit keeps: as many as an ordinary run has replicates. */
const ROWS = 200;
/** What base populations draw comes again every so many rows. */
const BASES = 10;

/** What is known of some numbers: normal, those of base populations first. */
export interface Known {
  readonly names: readonly string[];
  /** How many of the first names are of base populations. */
  readonly ofBase: number;
  readonly mean: readonly number[];
  readonly covariance: Matrix;
}

/**
 * Joint draws of what is known, spread evenly (a sliced Latin hypercube). Row r takes what is of base populations from draw r mod 10 and all
 * else given it, so that a replicate and the base population it starts from agree.
 * @param name text the draws follow from
 */
export function rowsOf({ names, ofBase, mean, covariance }: Known, name: string, count = ROWS): number[][] {
  const triangle = cholesky(add(covariance, identity(names.length), 1e-9));
  const own = normalDraws(name, count, names.length);
  const bases = normalDraws(`${name} base`, BASES, ofBase);
  return own.map((draw, r) => {
    const all = draw.map((z, n) => (n < ofBase ? bases[r % BASES][n] : z));
    return triangle.map((row, n) => mean[n] + dot(row.slice(0, n + 1), all));
  });
}

/** What a run reads: rows rounded to what a file holds, and how they move under one base population. */
export function conditioningOf(
  known: Known,
  { name, until }: { readonly name: string; readonly until: number },
): Conditioning {
  const { names, ofBase, mean, covariance } = known;
  const rounded = (row: readonly number[]): number[] => row.map((value) => Number(value.toFixed(5)));
  const rows = rowsOf(known, name).map(rounded);
  const plain = { calibration: name, until, names, centre: rounded(mean), rows };
  if (ofBase === 0) return plain;
  const within = add(
    covariance.slice(0, ofBase).map((row) => row.slice(0, ofBase)),
    identity(ofBase),
    1e-9,
  );
  const tilt = multiply(inverse(within), covariance.slice(0, ofBase));
  return { ...plain, ofBase: names.slice(0, ofBase), tilt: tilt.map(rounded) };
}
