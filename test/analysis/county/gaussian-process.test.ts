import { expect, test } from 'vitest';
import { choleskyInPlace, solveCholesky, squareMatrix } from '../../../src/analysis/county/dense-matrix.ts';
import {
  covariance,
  fitProcess,
  gram,
  type Hyperparameters,
  kilometresBetween,
  type Point,
} from '../../../src/analysis/county/gaussian-process.ts';
import { designKey } from '../../../src/random/key.ts';
import { stratified } from '../../../src/random/stratified.ts';

const key = designKey('county');
const uniform = (dimension: number, n: number): number => stratified(key, dimension, n);

test.each([1, 4, 7, 30])('a matrix of %d rows is factored and solved', (size) => {
  const matrix = squareMatrix(size);
  const root = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => uniform(i, j) - 0.5));
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      matrix.values[i * size + j] =
        root[i].reduce((sum, value, k) => sum + value * root[j][k], 0) + (i === j ? 0.1 : 0);
  const whole = Float64Array.from(matrix.values);
  const x = Float64Array.from({ length: size }, (_, i) => 1 + i);
  const b = x.map((_, i) => x.reduce((sum, value, j) => sum + whole[i * size + j] * value, 0));
  choleskyInPlace(matrix);
  solveCholesky(matrix, b).forEach((value, i) => {
    expect(value).toBeCloseTo(x[i], 6);
  });
});

test('a matrix that is not positive definite is refused with the row', () => {
  const matrix = squareMatrix(2);
  matrix.values.set([1, 2, 2, 1]);
  expect(() => choleskyInPlace(matrix)).toThrow('not positive definite at row 1');
});

test('distances are those on the globe: Beijing to Shanghai, and a degree of the equator', () => {
  expect(kilometresBetween({ lon: 116.4, lat: 39.9 }, { lon: 121.47, lat: 31.23 })).toBeCloseTo(1067, -1);
  expect(kilometresBetween({ lon: 0, lat: 0 }, { lon: 1, lat: 0 })).toBeCloseTo(111.19, 1);
});

const point = (x: number, y: number, place = '110100'): Point => ({
  covariates: Float64Array.of(x, y),
  prefecture: place,
  province: place.slice(0, 2),
  lon: 100 + x,
  lat: 30 + y,
});
const h: Hyperparameters = {
  linear: 0.5,
  smooth: 1,
  lengthScale: 1,
  space: 0.1,
  kilometres: [150, 800],
  province: 0.2,
  prefecture: 0.1,
  noise: 0.05,
  freedom: 4,
};

test('the covariance of a point with itself is the sum of its parts', () => {
  const a = point(1, -2);
  expect(covariance(a, a, h)).toBeCloseTo((0.5 * 5) / 2 + 1 + 0.2 + 0.2 + 0.1, 12);
  const far = { ...point(1, -2, '650100'), lon: 80, lat: 45 };
  expect(covariance(a, far, h)).toBeLessThan(covariance(a, point(1, -2, '110200'), h) - 0.2);
});

test('a bent surface is found again where it was not seen, and one wild value does not bend it', () => {
  const truth = (x: number, y: number): number => x + x * y;
  const known = Array.from({ length: 200 }, (_, n) => point(4 * uniform(1, n) - 2, 4 * uniform(2, n) - 2));
  const values = Float64Array.from(known, ({ covariates: [x, y] }) => truth(x, y));
  const asked = Array.from({ length: 40 }, (_, n) => point(3 * uniform(3, n) - 1.5, 3 * uniform(4, n) - 1.5));
  const error = (outputs: Float64Array): number => {
    const fitted = fitProcess(gram(known, h), [outputs, outputs.map((value) => 5 - 2 * value)], h);
    const misses = asked.map((each) => {
      const to = Float64Array.from(known, (other) => covariance(each, other, h));
      const [first, second] = fitted.predict(to);
      expect(second).toBeCloseTo(5 - 2 * first, 6);
      return Math.abs(first - truth(each.covariates[0], each.covariates[1]));
    });
    return misses.reduce((sum, miss) => sum + miss, 0) / misses.length;
  };
  const clean = error(values);
  expect(clean).toBeLessThan(0.1);
  const wild = Float64Array.from(values);
  wild[17] += 25;
  expect(error(wild)).toBeLessThan(2 * clean + 0.05);
});
