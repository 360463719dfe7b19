/** A matrix as its rows; the ones here have tens of rows, so clarity goes before speed. */
export type Matrix = readonly (readonly number[])[];

export const identity = (size: number): number[][] => diagonal(new Array<number>(size).fill(1));

export const diagonal = (values: readonly number[]): number[][] =>
  values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));

export const transpose = (a: Matrix): number[][] => (a[0] ?? []).map((_, j) => a.map((row) => row[j]));

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** A b for a vector b. */
export const apply = (a: Matrix, b: readonly number[]): number[] => a.map((row) => dot(row, b));

/** A B. */
export function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

export const add = (a: Matrix, b: Matrix, factor = 1): number[][] =>
  a.map((row, i) => row.map((value, j) => value + factor * b[i][j]));

export const plus = (a: readonly number[], b: readonly number[], factor = 1): number[] =>
  a.map((value, i) => value + factor * b[i]);

/**
 * Lower triangle L with L Lᵀ = A for a symmetric, positive definite A.
 * @throws RangeError when A is not positive definite
 */
export function cholesky(a: Matrix): number[][] {
  const l = a.map((row) => row.map(() => 0));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i][j];
      for (let k = 0; k < j; k++) rest -= l[i][k] * l[j][k];
      if (i > j) l[i][j] = rest / l[j][j];
      else if (rest > 0) l[i][i] = Math.sqrt(rest);
      else throw new RangeError(`matrix is not positive definite (row ${i})`);
    }
  }
  return l;
}

/** Inverse of a symmetric, positive definite matrix. @throws RangeError when it is not positive definite */
export function inverse(a: Matrix): number[][] {
  const l = cholesky(a);
  const size = a.length;
  // inverse of the triangle, column by column, then A⁻¹ = L⁻ᵀ L⁻¹
  const m = l.map((row) => row.map(() => 0));
  for (let j = 0; j < size; j++) {
    m[j][j] = 1 / l[j][j];
    for (let i = j + 1; i < size; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum += l[i][k] * m[k][j];
      m[i][j] = -sum / l[i][i];
    }
  }
  const result = a.map((row) => row.map(() => 0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < size; k++) sum += m[k][i] * m[k][j];
      result[i][j] = sum;
      result[j][i] = sum;
    }
  }
  return result;
}
