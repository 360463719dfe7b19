/**
 * Symmetric matrices of thousands of rows as one row-major array: what a Gaussian process over all counties needs. The small matrices
 * of the calibration, where clarity goes before speed, are in `calibration/matrix.ts`.
 */
export interface SquareMatrix {
  readonly size: number;
  /** Row-major, size * size. */
  readonly values: Float64Array;
}

export const squareMatrix = (size: number): SquareMatrix => ({ size, values: new Float64Array(size * size) });

/** Rows that are worked on together: each row above is then fetched once for all of them, and memory is what limits this. */
const PANEL = 4;
const products = new Float64Array(PANEL);

/**
 * Overwrites the lower triangle of A with L of A = L L^T; what lies above the diagonal is left as it was.
 * @throws RangeError when A is not positive definite
 */
export function choleskyInPlace({ size, values: a }: SquareMatrix): void {
  for (let first = 0; first < size; first += PANEL) {
    const rows = Math.min(PANEL, size - first);
    for (let j = 0; j < first; j++) {
      multiplyPanel(a, first, Math.min(first + PANEL, size) - first, size, j);
      for (let r = 0; r < rows; r++) {
        const cell = (first + r) * size + j;
        a[cell] = (a[cell] - products[r]) / a[j * size + j];
      }
    }
    for (let i = first; i < first + rows; i++) {
      for (let j = first; j <= i; j++) {
        const rest = a[i * size + j] - dotRows(a, i * size, j * size, j);
        if (i === j && !(rest > 0)) throw new RangeError(`not positive definite at row ${i}`);
        a[i * size + j] = i === j ? Math.sqrt(rest) : rest / a[j * size + j];
      }
    }
  }
}

/** Products of row `j` with each row of a panel, over the columns before `j`. */
function multiplyPanel(a: Float64Array, first: number, rows: number, size: number, j: number): void {
  const y = j * size;
  if (rows < PANEL) {
    for (let r = 0; r < rows; r++) products[r] = dotRows(a, (first + r) * size, y, j);
    return;
  }
  const [x0, x1, x2, x3] = [first * size, (first + 1) * size, (first + 2) * size, (first + 3) * size];
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let k = 0; k < j; k++) {
    const value = a[y + k];
    s0 += a[x0 + k] * value;
    s1 += a[x1 + k] * value;
    s2 += a[x2 + k] * value;
    s3 += a[x3 + k] * value;
  }
  products[0] = s0;
  products[1] = s1;
  products[2] = s2;
  products[3] = s3;
}

/** Product of the first `length` elements of two rows, given by where they begin. */
function dotRows(a: Float64Array, x: number, y: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += a[x + k] * a[y + k];
  return sum;
}

/** Solves A x = b for the L that `choleskyInPlace` left. */
export function solveCholesky({ size, values: l }: SquareMatrix, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i++) {
    let sum = x[i];
    for (let k = 0; k < i; k++) sum -= l[i * size + k] * x[k];
    x[i] = sum / l[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    x[i] /= l[i * size + i];
    for (let k = 0; k < i; k++) x[k] -= l[i * size + k] * x[i];
  }
  return x;
}
