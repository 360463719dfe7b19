import { expect, test } from 'vitest';
import { cholesky, diagonal } from '../../../src/analysis/calibration/matrix.ts';
import { normalDraws } from '../../../src/analysis/calibration/normal-draws.ts';
import { forecastOf, posteriorOf } from '../../../src/analysis/figures/posterior.ts';
import { responsesOf } from '../../../src/analysis/figures/response.ts';
import { rowsOf } from '../../../src/analysis/figures/rows.ts';

const slopes = [
  [1, 0.5, 0],
  [0.8, 0.6, 0],
  [0, 0.3, 0],
];
const errors = diagonal([0.04, 0.04, 0.04]);
const none = slopes.map((row) => row.map(() => 0));

test('of planted truths nine in ten lie in their 90 % intervals', () => {
  const truths = normalDraws('planted', 400, 3);
  const noise = normalDraws('noise', 400, 3);
  let held = 0;
  truths.forEach((truth, i) => {
    const observed = slopes.map(
      (row, j) => row.reduce((sum, slope, u) => sum + slope * truth[u], 0) + 0.2 * noise[i][j],
    );
    const { mean, covariance } = posteriorOf({ observed, level: [0, 0, 0], slopes, errors, left: none });
    held += truth.filter((value, u) => Math.abs(value - mean[u]) <= 1.645 * Math.sqrt(covariance[u][u])).length;
  });
  expect(held / 1200).toBeGreaterThan(0.87);
  expect(held / 1200).toBeLessThan(0.93);
});

test('an absurd figure does not drag the fit, and is the one that surprises', () => {
  const line = { level: [0, 0, 0], slopes, errors, left: none };
  const sound = posteriorOf({ ...line, observed: [1, 0.9, 0.1] });
  const absurd = posteriorOf({ ...line, observed: [1, 0.9, 10] });
  expect(Math.min(...sound.weights)).toBe(1);
  expect(absurd.weights[2]).toBeLessThan(0.01);
  expect(Math.abs(absurd.mean[0] - sound.mean[0])).toBeLessThan(0.3);
  expect(Math.abs(absurd.leftOut[2].mean)).toBeLessThan(1);
});

test('what no figure tells of keeps its prior', () => {
  const { mean, covariance } = posteriorOf({ observed: [1, 1, 1], level: [0, 0, 0], slopes, errors, left: none });
  expect(mean[2]).toBe(0);
  expect(covariance[2][2]).toBeCloseTo(1, 12);
});

test('slopes are found under noise, and unknowns that cannot act are left out', () => {
  const rows = normalDraws('design', 80, 60);
  const chance = normalDraws('chance', 80, 2);
  const series = [0, 1].map((f) =>
    rows.map((row, i) => 0.5 * row[7] + (f === 1 ? 0.4 * row[20] : 0) + 0.1 * chance[i][f]),
  );
  const [first, second] = responsesOf(rows, series, (f, u) => !(f === 0 && u === 20));
  const of = (found: typeof first, unknown: number) => found.slopes.find((each) => each.unknown === unknown)?.slope;
  expect(of(first, 7)).toBeCloseTo(0.5, 1);
  expect(of(second, 7)).toBeCloseTo(0.5, 1);
  expect(of(second, 20)).toBeCloseTo(0.4, 1);
  expect(of(first, 20)).toBeUndefined();
  expect(second.left).toBeLessThan(0.02);
});

test('rows have the mean and spread of what is known, and those of base populations come again every ten', () => {
  const known = {
    names: ['base', 'a'],
    ofBase: 1,
    mean: [1, -1],
    covariance: [
      [0.5, 0.2],
      [0.2, 0.4],
    ],
  };
  const rows = rowsOf(known, 'rows');
  expect(rows[3][0]).toBe(rows[13][0]);
  const mean = rows.reduce((sum, row) => sum + row[1], 0) / rows.length;
  expect(mean).toBeCloseTo(-1, 1);
  const spread = rows.reduce((sum, row) => sum + (row[1] - mean) ** 2, 0) / rows.length;
  expect(spread).toBeGreaterThan(0.3);
  expect(spread).toBeLessThan(0.5);
});

test('what the line leaves of one year is carried into the next, as far as the two share it', () => {
  // the first two are years of one series; 0.03 of their variance is neither driver nor error
  const left = [
    [0.03, 0.03, 0],
    [0.03, 0.03, 0],
    [0, 0, 0.03],
  ];
  const whole = { observed: [1, 0, 0], level: [0, 0, 0], slopes: none, errors: diagonal([0.01, 0.01, 0.01]), left };
  const pick = (matrix: readonly (readonly number[])[]) => [[matrix[0]![0]!]];
  const posterior = posteriorOf({ observed: [1], level: [0], slopes: [none[0]!], errors: [[0.01]], left: pick(left) });
  const truth = forecastOf(whole, [0], posterior, 1, left);
  const weight = 0.03 / posterior.noise[0]![0]!;
  expect(truth.mean).toBeCloseTo(weight, 12);
  expect(truth.sd ** 2).toBeCloseTo(0.03 - 0.03 * weight, 12);
  expect(forecastOf(whole, [0], posterior, 2, left)).toEqual({ mean: 0, sd: Math.sqrt(0.03) });
});

test('forecasts of correlated years are as sure as they say', () => {
  const [level, error, shared] = [0.5, 0.3, 0.6];
  const left = [0, 1].map((i) => [0, 1].map((j) => (i === j ? 1 : shared) * level ** 2));
  const errors = [0, 1].map((i) => [0, 1].map((j) => (i === j ? 1 : 0.8) * error ** 2));
  const both = left.map((row, i) => row.map((value, j) => value + errors[i]![j]!));
  const root = cholesky(both);
  const slope = [[0.7], [0.9]];
  const draws = normalDraws('years', 600, 3);
  const held = draws.filter(([z, a, b]) => {
    const [first, second] = root.map((row, i) => slope[i]![0]! * z! + row[0]! * a! + (row[1] ?? 0) * b!);
    const line = { observed: [first!, second!], level: [0, 0], slopes: slope, errors, left };
    const posterior = posteriorOf({
      observed: [first!],
      level: [0],
      slopes: [slope[0]!],
      errors: [[errors[0]![0]!]],
      left: [[left[0]![0]!]],
    });
    const { mean, sd } = forecastOf(line, [0], posterior, 1, both);
    return Math.abs(second! - mean) <= 1.645 * sd;
  }).length;
  expect(held / 600).toBeGreaterThan(0.87);
  expect(held / 600).toBeLessThan(0.93);
});
