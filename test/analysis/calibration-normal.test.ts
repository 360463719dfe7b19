import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cholesky,
  identity,
  inverse,
  type Matrix,
  multiply,
  transpose,
} from '../../src/analysis/calibration/matrix.ts';
import { normalDraws } from '../../src/analysis/calibration/normal-draws.ts';
import { normalQuantile } from '../../src/math/normal-quantile.ts';

/** Largest difference between two matrices, entry by entry. */
const distance = (a: Matrix, b: Matrix): number =>
  Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - b[i][j]))));

describe('matrices', () => {
  const size = 5;
  const entries = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
    minLength: size * size,
    maxLength: size * size,
  });
  const definite = entries.map((values) => {
    const root = Array.from({ length: size }, (_, i) => values.slice(i * size, (i + 1) * size));
    return multiply(root, transpose(root)).map((row, i) => row.map((value, j) => value + (i === j ? 1 : 0)));
  });

  it('a Cholesky root multiplied by itself is the matrix, the inverse times the matrix the identity', () => {
    fc.assert(
      fc.property(definite, (a) => {
        const l = cholesky(a);
        expect(distance(multiply(l, transpose(l)), a)).toBeLessThan(1e-8);
        expect(distance(multiply(inverse(a), a), identity(size))).toBeLessThan(1e-6);
      }),
    );
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() =>
      inverse([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow('matrix is not positive definite (row 1)');
  });
});

// Abramowitz & Stegun, table 26.1 turned round, and Wichura's own check values
it.each([
  [0.5, 0],
  [0.25, -0.6744897501960817],
  [0.975, 1.959963984540054],
  [0.001, -3.090232306167813],
  [1e-20, -9.262340089798409],
])('the normal quantile of %f is the published value', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 12);
});

describe('normalDraws', () => {
  const draws = normalDraws('test', 200, 6);
  const column = (c: number, rows = draws) => rows.map((row) => row[c]);
  /** Which of `strata` equally likely parts of the normal distribution a value lies in. */
  const stratum = (z: number, strata: number) =>
    Array.from({ length: strata - 1 }, (_, n) => normalQuantile((n + 1) / strata)).filter((edge) => edge <= z).length;

  it('has one draw in each of 200 strata, and every 20 rows one in each of 20', () => {
    const all = Array.from({ length: 200 }, (_, n) => n);
    expect(
      column(3)
        .map((z) => stratum(z, 200))
        .sort((a, b) => a - b),
    ).toEqual(all);
    for (let first = 0; first < 200; first += 20) {
      const slice = column(3, draws.slice(first, first + 20)).map((z) => stratum(z, 20));
      expect(slice.sort((a, b) => a - b)).toEqual(all.slice(0, 20));
    }
  });

  it('has columns that do not go together', () => {
    for (let a = 0; a < 6; a++) {
      for (let b = 0; b < a; b++) {
        const together = column(a).reduce((sum, z, k) => sum + z * column(b)[k], 0) / 200;
        expect(Math.abs(together)).toBeLessThan(4 / Math.sqrt(200));
      }
    }
  });

  it('depends on the name alone', () => {
    expect(normalDraws('test', 200, 6)).toEqual(draws);
    expect(normalDraws('other', 200, 6)).not.toEqual(draws);
    expect(normalDraws('test', 200, 2).map((row) => row[0])).toEqual(column(0));
  });
});
