import { mean, sampleStandardDeviation } from 'simple-statistics';
import { exp } from '../../math/exp.ts';
import { choleskyInPlace, type SquareMatrix, solveCholesky, squareMatrix } from './dense-matrix.ts';

/** A point the process is known or asked at. */
export interface Point {
  /** Standardised covariates. */
  readonly covariates: Float64Array;
  readonly prefecture: string;
  readonly province: string;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
}

/** Variances of the parts of the process, relative to that of what is explained. */
export interface Hyperparameters {
  /** Of a linear function of the covariates: ridge regression. */
  readonly linear: number;
  /** Of a smooth function of the covariates, and over how many standard deviations it changes. */
  readonly smooth: number;
  readonly lengthScale: number;
  /** Of each of two surfaces over the map, and the distances over which they change, km. */
  readonly space: number;
  readonly kilometres: readonly [number, number];
  readonly province: number;
  readonly prefecture: number;
  /** Of what is left, and the degrees of freedom of its Student distribution. */
  readonly noise: number;
  readonly freedom: number;
}

/** Rounds of reweighting by which outliers are told from the rest. */
const ROUNDS = 3;
const EARTH_KM = 6371;

/** Covariance of two points. */
export function covariance(a: Point, b: Point, h: Hyperparameters): number {
  const p = a.covariates.length;
  let product = 0;
  let distance = 0;
  for (let k = 0; k < p; k++) {
    const difference = a.covariates[k] - b.covariates[k];
    product += a.covariates[k] * b.covariates[k];
    distance += difference * difference;
  }
  const km = kilometresBetween(a, b);
  return (
    (h.linear * product) / p +
    h.smooth * exp(-distance / p / (2 * h.lengthScale ** 2)) +
    h.space * (matern32(km, h.kilometres[0]) + matern32(km, h.kilometres[1])) +
    (a.province === b.province ? h.province : 0) +
    (a.prefecture === b.prefecture ? h.prefecture : 0)
  );
}

const matern32 = (distance: number, scale: number): number => {
  const d = (Math.sqrt(3) * distance) / scale;
  return (1 + d) * exp(-d);
};

/** Great-circle distance, km. */
export function kilometresBetween(a: Pick<Point, 'lon' | 'lat'>, b: Pick<Point, 'lon' | 'lat'>): number {
  const radians = Math.PI / 180;
  const [p, q] = [a.lat * radians, b.lat * radians];
  const half = Math.sin((q - p) / 2) ** 2 + Math.cos(p) * Math.cos(q) * Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Covariances of points among each other. */
export function gram(points: readonly Point[], h: Hyperparameters): SquareMatrix {
  const matrix = squareMatrix(points.length);
  points.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const value = covariance(a, points[j], h);
      matrix.values[i * points.length + j] = value;
      matrix.values[j * points.length + i] = value;
    }
  });
  return matrix;
}

/** What a fitted process says anywhere: outputs on their own scales. */
interface Fitted {
  /** @param to covariances of the point with the points of the fit, in their order */
  predict(to: Float64Array): Float64Array;
}

/**
 * Gaussian process regression of several outputs with one covariance (Rasmussen & Williams 2006, ch. 2), robust against outliers by a
 * Student distribution of the noise, found by reweighting (Lange, Little & Taylor 1989): a unit whose outputs lie far off together, because
 * its land changed or its count is wrong, is given less weight in all of them.
 * @param outputs one array a output, a value a point
 * @param among covariances of the points
 */
export function fitProcess(among: SquareMatrix, outputs: readonly Float64Array[], h: Hyperparameters): Fitted {
  const { size } = among;
  const centres = outputs.map((values) => mean([...values]));
  const scales = outputs.map((values) => sampleStandardDeviation([...values]));
  const standard = outputs.map((values, o) => values.map((value) => (value - centres[o]) / scales[o]));
  const weight = new Float64Array(size).fill(1);
  let coefficients: Float64Array[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const factor: SquareMatrix = { size, values: Float64Array.from(among.values) };
    for (let i = 0; i < size; i++) factor.values[i * size + i] += h.noise / weight[i];
    choleskyInPlace(factor);
    coefficients = standard.map((values) => solveCholesky(factor, values));
    for (let i = 0; i < size; i++) {
      let squares = 0;
      for (const alpha of coefficients) squares += ((alpha[i] * h.noise) / weight[i]) ** 2;
      weight[i] = (h.freedom + 1) / (h.freedom + squares / coefficients.length / h.noise);
    }
  }
  return {
    predict: (to) =>
      Float64Array.from(coefficients, (alpha, o) => {
        let sum = 0;
        for (let i = 0; i < size; i++) sum += alpha[i] * to[i];
        return centres[o] + scales[o] * sum;
      }),
  };
}
