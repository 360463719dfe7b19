/** Digits of an error that are told: two, as in the tables a run ends with. */
const ERROR_DIGITS = 2;
/** Digits of a figure nobody gave an error for: one replicate alone. */
const WITHOUT_ERROR = 3;

/**
 * The number of decimals a figure may be told with: down to the second digit of its standard error, further ones say nothing. Below 0
 * it is so many digits before the point: −3 tells thousands.
 * @param error standard error; 0 where all replicates agree, NaN where there is one replicate
 * @param most decimals told where the error is nothing: those of the unit
 */
export function justifiedDecimals(value: number, error: number, most: number): number {
  if (error > 0) return Math.min(most, ERROR_DIGITS - 1 - Math.floor(Math.log10(error)));
  if (error === 0 || value === 0 || Number.isNaN(value)) return most;
  return Math.min(most, WITHOUT_ERROR - 1 - Math.floor(Math.log10(Math.abs(value))));
}

/** A figure at so many decimals, below 0 at so many digits before the point. */
export function roundTo(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  const size = 10 ** Math.abs(decimals);
  return decimals < 0 ? Math.round(value / size) * size : Number(value.toFixed(decimals)) + 0;
}

/** Decimals a unit is told with at most. */
export const decimalsOf = (unit: string): number =>
  ['persons', 'households', 'dwellings', 'places', 'yuan', 'events'].includes(unit) ? 0 : 2;

/** An error to its second digit: 1383 as 1400. */
export const twoDigits = (error: number): number => (error > 0 ? Number(error.toPrecision(ERROR_DIGITS)) : error);
