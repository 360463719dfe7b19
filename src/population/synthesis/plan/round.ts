import { sum } from './sum.ts';

/** Roundings that keep totals exact: a census table stays a table of whole persons. */

/**
 * Whole numbers with the given total, each within one of its real value: floors, then one more to the largest fractions
 * (Hamilton's method). Ties go to the lower index.
 *
 * @param values non-negative; their sum must lie within one per entry of `total`
 */
export function largestRemainder(values: ArrayLike<number>, total: number): Int32Array {
  const result = new Int32Array(values.length);
  let left = total;
  for (let i = 0; i < values.length; i++) {
    result[i] = Math.floor(values[i] + 1e-9);
    left -= result[i];
  }
  const order = Array.from(result.keys()).sort((a, b) => values[b] - result[b] - (values[a] - result[a]) || a - b);
  for (let i = 0; left > 0; i = (i + 1) % order.length, left--) result[order[i]]++;
  for (let i = order.length - 1; left < 0; i = (i + order.length - 1) % order.length) {
    if (result[order[i]] === 0) continue;
    result[order[i]]--;
    left++;
  }
  return result;
}

/**
 * `total` shared out in proportion to `weight`, no entry above its `limit`: min(limit, k weight) with k solved by
 * bisection, then rounded by the largest remainder. Returns all limits when they do not reach the total.
 */
export function apportion(weight: ArrayLike<number>, total: number, limit: ArrayLike<number>): Int32Array {
  const reach = (k: number): number => {
    let reached = 0;
    for (let i = 0; i < weight.length; i++) reached += Math.min(limit[i], k * weight[i]);
    return reached;
  };
  let reachable = 0;
  for (let i = 0; i < weight.length; i++) if (weight[i] > 0) reachable += limit[i];
  if (reachable <= total) return Int32Array.from(limit, (value, i) => (weight[i] > 0 ? value : 0));
  let low = 0;
  let high = 1;
  while (reach(high) < total) high *= 2;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (reach(middle) < total) low = middle;
    else high = middle;
  }
  const shares = Float64Array.from(weight, (value, i) => Math.min(limit[i], high * value));
  return raiseWithin(shares, total, limit);
}

/** `largestRemainder` that leaves no entry above its (whole) limit. */
function raiseWithin(values: Float64Array, total: number, limit: ArrayLike<number>): Int32Array {
  const result = Int32Array.from(values, (value, i) => Math.min(limit[i], Math.floor(value + 1e-9)));
  let left = total - sum(result);
  const order = Array.from(result.keys()).sort((a, b) => values[b] - result[b] - (values[a] - result[a]) || a - b);
  for (let pass = 0; left > 0 && pass < total; pass++) {
    for (const i of order) {
      if (left === 0) break;
      if (result[i] >= limit[i] || (pass === 0 && values[i] === 0)) continue;
      result[i]++;
      left--;
    }
  }
  return result;
}

/**
 * Splits whole row totals over two columns (village, town) in the given real proportions so that the town column has the
 * given total exactly: the town part of each row is its rounded real part, kept between 0 and the row.
 *
 * @param town real town parts of the rows, 0..row; their sum need only be near `townTotal`
 * @param townTotal at least 0
 * @returns whole town parts
 */
export function splitRows(rows: ArrayLike<number>, town: ArrayLike<number>, townTotal: number): Int32Array {
  if (townTotal < 0) throw new RangeError(`a column cannot add up to ${townTotal}`);
  const weight = Float64Array.from(rows, (row, i) => Math.min(row, Math.max(0, town[i])));
  const result = raiseWithin(weight, townTotal, rows);
  let surplus = sum(result) - townTotal;
  for (let i = 0; surplus > 0; i = (i + 1) % result.length) {
    if (result[i] === 0) continue;
    result[i]--;
    surplus--;
  }
  return result;
}

/**
 * Two-column iterative proportional fitting: factors on the town seed until the town column sums to `townTotal` while
 * every row keeps its total. Deming & Stephan (1940); for two columns the fit is one factor on the odds of town.
 *
 * @param seedTown, seedVillage positive seeds of each row
 * @returns real town parts of the rows
 */
export function rakeTwoColumns(
  rows: ArrayLike<number>,
  seedVillage: ArrayLike<number>,
  seedTown: ArrayLike<number>,
  townTotal: number,
): Float64Array {
  const part = (factor: number): Float64Array =>
    Float64Array.from(rows, (row, i) => (row * factor * seedTown[i]) / (factor * seedTown[i] + seedVillage[i]));
  const total = sum(rows);
  if (townTotal <= 0) return new Float64Array(rows.length);
  if (townTotal >= total) return Float64Array.from(rows);
  let low = 0;
  let high = 1;
  while (sum(part(high)) < townTotal && high < 1e12) high *= 4;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (sum(part(middle)) < townTotal) low = middle;
    else high = middle;
  }
  return part(high);
}
