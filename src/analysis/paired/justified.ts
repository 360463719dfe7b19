/**
 * How many decimals of a number its standard error justifies: the error itself keeps two digits where it begins with 1 or 2
 * and one otherwise (the rule of the Particle Data Group, near enough), and the number is cut at the same place. Negative where
 * tens or hundreds are rounded.
 */
function justifiedDecimals(se: number): number | null {
  if (!(se > 0) || !Number.isFinite(se)) return null;
  const [digits, exponent] = se.toExponential(1).split('e') as [string, string];
  return -Number(exponent) + (Number(digits) < 3 ? 1 : 0);
}

/** Digits of a number whose error is not known: a single replicate says nothing of it. */
const UNKNOWN = 3;
/** Decimals of a number without any error. */
const MOST = 2;

/** Below this a number is what adding in another order leaves of zero. */
const NOISE = 1e-9;

/** A number as far as its error justifies, digits grouped: `33,000`, `0.76`; exact zeros are `0`. */
export function justified(value: number, se: number): string {
  if (Number.isNaN(value)) return '–';
  if (Math.abs(value) < NOISE && Math.abs(se) < NOISE) return '0';
  const decimals = justifiedDecimals(se);
  if (decimals !== null) return grouped(rounded(value, decimals), Math.max(0, decimals));
  if (se === 0 || value === 0) return grouped(value, 0, MOST);
  const digits = Number(value.toPrecision(UNKNOWN));
  return grouped(digits, Math.max(0, UNKNOWN - 1 - Math.floor(Math.log10(Math.abs(digits)))));
}

/** `0.76 ± 0.11`: a number and its standard error, as far as that justifies; alone where there is none. */
export function plusMinus(value: number, se: number): string {
  if (Number.isNaN(value) || Number.isNaN(se)) return justified(value, se);
  return `${justified(value, se)} ± ${justified(se, se)}`;
}

/** The same of a difference: a plus sign before what is more. */
export const withError = (value: number, se: number): string => `${value > NOISE ? '+' : ''}${plusMinus(value, se)}`;

function rounded(value: number, decimals: number): number {
  const scale = 10 ** Math.abs(decimals);
  return decimals >= 0 ? Math.round(value * scale) / scale : Math.round(value / scale) * scale;
}

const grouped = (value: number, least: number, most = least): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most }).format(value + 0);
