import type { Point } from './unit.ts';

/** Years of a full count: figures of these compare with each other whatever was published between them. */
const CENSUS_YEARS = [1990, 2000, 2010, 2020];

/** The census of 2020 ended the series before it: bulletins up to 2019 were not revised. */
const BREAK = 2020;

/** Whether two years may be differenced: both before the break of 2020, both from it on, or both of a census. */
export const comparable = (a: number, b: number): boolean =>
  a < BREAK === b < BREAK || (CENSUS_YEARS.includes(a) && CENSUS_YEARS.includes(b));

/** The figures up to the origin that may be held against the origin's. */
export const comparablePast = (series: readonly Point[], origin: number): Point[] =>
  series.filter(({ year }) => year <= origin && comparable(year, origin));
