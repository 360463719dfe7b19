import { normalCdf } from '../math/normal-cdf.ts';
import { normalQuantile } from '../math/normal-quantile.ts';
import type { Design } from './design.ts';
import { nameKey } from './name-key.ts';
import { stratified } from './stratified.ts';

/** A process in time: x(t) = persistence * x(t-1) + innovation * z(t), z standard normal, x = 0 in the last year that is known. */
export interface Autoregression {
  /** 0..1; 1 is a random walk. */
  readonly persistence: number;
  /** Standard deviation of a year's shock, in units of x. */
  readonly innovation: number;
}

/** Quantiles at the very edge are infinite. */
const EDGE = 1e-9;

/**
 * Standard normal number of one name in one replicate, spread evenly over replicates (stratified.ts). Names carry the code of the place they
 * are of: what is the nation's, a province's or a prefecture's is then the same in every run that has the place, and in both sides of a comparison.
 * What was conditioned on figures takes the number given in its place.
 */
export const normalOf = (design: Design, name: string, replicate: number): number => {
  const given = design.given?.[name];
  if (given !== undefined) return given;
  if (design.middle) return 0;
  return normalQuantile(Math.min(1 - EDGE, Math.max(EDGE, stratified(design, nameKey(name), replicate))));
};

/** The same as a uniform number on (0, 1): the quantile of a parameter. */
export const uniformOf = (design: Design, name: string, replicate: number): number => {
  const given = design.given?.[name];
  if (given !== undefined) return normalCdf(given);
  return design.middle ? 0.5 : stratified(design, nameKey(name), replicate);
};

/**
 * Path of a driver over the years of one replicate.
 * @param spec the same for all years, or by year
 * @param known last year whose value is known; x is 0 there and before
 * @param last last year that will be asked for
 * @returns x by calendar year
 */
export function autoregressivePath(
  design: Design,
  name: string,
  replicate: number,
  spec: Autoregression | ((year: number) => Autoregression),
  [known, last]: readonly [number, number],
): (year: number) => number {
  const path = [0];
  for (let year = known + 1; year <= last; year++) {
    const { persistence, innovation } = typeof spec === 'function' ? spec(year) : spec;
    path.push(persistence * path[path.length - 1] + innovation * normalOf(design, `${name} ${year}`, replicate));
  }
  return (year) => path[Math.min(Math.max(year - known, 0), path.length - 1)];
}
