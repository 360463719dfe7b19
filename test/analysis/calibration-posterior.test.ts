import { describe, expect, it } from 'vitest';
import { estimateVariances, priorVariances } from '../../src/analysis/calibration/estimate-variances.ts';
import type { LinearModel, Prior } from '../../src/analysis/calibration/linear-model.ts';
import { apply, inverse, type Matrix, multiply, transpose } from '../../src/analysis/calibration/matrix.ts';
import { normalDraws } from '../../src/analysis/calibration/normal-draws.ts';
import { posteriorOf } from '../../src/analysis/calibration/posterior.ts';
import { drawPosterior } from '../../src/analysis/calibration/posterior-draws.ts';

/** Two parameters, the second common; two kinds of target. */
const prior: Prior = {
  mean: [0.5, -1],
  common: [0.3, 0.4],
  spread: [0.2, 0],
  discrepancy: { a: { county: 0.1, shared: 0.05 }, b: { county: 0.4, shared: 0 } },
};

const model = (city: string, seed: string, kind: readonly string[]): LinearModel => {
  const [level, observed, first, second] = normalDraws(seed, 4, kind.length) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const jacobian = first.map((value, i) => [1 + value, second[i]]);
  return { city, point: [0.1, 0.2], level, jacobian, observed, noise: kind.map((_, i) => 0.01 * (i + 1)), kind };
};

const models = [model('x', 'x', ['a', 'a', 'b']), model('y', 'y', ['a', 'b'])];

/** The same posterior the long way: all latent values and all targets as one normal vector, conditioned on the targets. */
function longWay(): { mean: number[]; covariance: Matrix } {
  // latent: common values m (2), then deviations of x and y in the first parameter
  const before = [0.3, 0.4, 0.2, 0.2];
  const toTheta = {
    x: [
      [1, 0, 1, 0],
      [0, 1, 0, 0],
    ],
    y: [
      [1, 0, 0, 1],
      [0, 1, 0, 0],
    ],
  };
  const design = models.flatMap((each) => multiply(each.jacobian, toTheta[each.city as 'x' | 'y']));
  const size = design.length;
  const rows = models.flatMap((each) => each.kind.map((kind, i) => ({ each, kind, i })));
  const noise = rows.map((row) =>
    rows.map((other) => {
      const { county, shared } = prior.discrepancy[row.kind];
      const together = row.each === other.each && row.kind === other.kind ? shared : 0;
      return together + (row === other ? county + row.each.noise[row.i] : 0);
    }),
  );
  const observed = models.flatMap(({ observed, level, jacobian, point }) =>
    observed.map((y, i) => y - level[i] + jacobian[i][0] * point[0] + jacobian[i][1] * point[1]),
  );
  const weighted = design.map((row) => row.map((value, k) => value * before[k]));
  const total = multiply(weighted, transpose(design)).map((row, i) => row.map((value, j) => value + noise[i][j]));
  const gain = multiply(transpose(weighted), inverse(total));
  const start = [0.5, -1, 0, 0];
  const missed = observed.map((y, i) => y - design[i].reduce((sum, value, k) => sum + value * start[k], 0));
  expect(size).toBe(5);
  return {
    mean: apply(gain, missed).map((value, k) => value + start[k]),
    covariance: before.map((variance, k) =>
      before.map(
        (_, l) => (k === l ? variance : 0) - gain[k].reduce((sum, value, i) => sum + value * weighted[i][l], 0),
      ),
    ),
  };
}

describe('posteriorOf', () => {
  const posterior = posteriorOf(models, prior, priorVariances(prior));
  const { mean, covariance } = longWay();

  it('is the exact posterior of the linear model: common values', () => {
    posterior.common.mean.forEach((value, p) => {
      expect(value).toBeCloseTo(mean[p], 10);
    });
    for (const p of [0, 1])
      for (const q of [0, 1]) expect(posterior.common.covariance[p][q]).toBeCloseTo(covariance[p][q], 10);
  });

  it.each([
    ['x', 2],
    ['y', 3],
  ])('is the exact posterior of the linear model: prefecture %s', (city, own) => {
    const { mean: theta, covariance: ofTheta } = posterior.cities.get(city)!;
    expect(theta[0]).toBeCloseTo(mean[0] + mean[own], 10);
    expect(theta[1]).toBeCloseTo(mean[1], 10);
    expect(ofTheta[0][0]).toBeCloseTo(covariance[0][0] + covariance[own][own] + 2 * covariance[0][own], 10);
    expect(ofTheta[0][1]).toBeCloseTo(covariance[0][1] + covariance[own][1], 10);
    expect(ofTheta[1][1]).toBeCloseTo(covariance[1][1], 10);
  });

  it('without targets that move with a parameter leaves that parameter at its prior', () => {
    const blind = models.map((each) => ({ ...each, jacobian: each.jacobian.map(([first]) => [first, 0]) }));
    const { common, cities } = posteriorOf(blind, prior, priorVariances(prior));
    expect(common.mean[1]).toBeCloseTo(-1, 12);
    expect(cities.get('x')!.covariance[1][1]).toBeCloseTo(0.4, 12);
  });

  it('is drawn from with its own mean and covariance', () => {
    const draws = drawPosterior(posterior, prior.spread, 2000, 'test').cities.get('x')!;
    const { mean: theta, covariance: ofTheta } = posterior.cities.get('x')!;
    const average = (of: (draw: readonly number[]) => number) => draws.reduce((sum, draw) => sum + of(draw), 0) / 2000;
    for (const p of [0, 1]) {
      const variance = ofTheta[p][p];
      expect(Math.abs(average((draw) => draw[p]) - theta[p])).toBeLessThan(0.02 * Math.sqrt(variance));
      for (const q of [0, 1]) {
        const together = average((draw) => (draw[p] - theta[p]) * (draw[q] - theta[q]));
        const size = Math.sqrt(variance * ofTheta[q][q]);
        expect(Math.abs(together - ofTheta[p][q])).toBeLessThan((4 * size) / Math.sqrt(2000));
      }
    }
  });
});

describe('estimateVariances', () => {
  const CITIES = 60;
  const COUNTIES = 8;
  const truth = { common: [1.2, -0.6], spread: [0.5 ** 2, 0], county: 0.3 ** 2, shared: 0.2 ** 2 };
  const wide: Prior = {
    mean: [0, 0],
    common: [4, 4],
    spread: [1, 0],
    discrepancy: { a: { county: 0.5, shared: 0.3 } },
  };

  // one more than needed: a number that 20 divides would be sliced, and the slices are not independent
  const alone = normalDraws('alone', CITIES * COUNTIES + 1, 1);

  /** Prefectures made at the truth, with lines of known slopes. */
  const made = (change: (target: number, city: number, county: number) => number = (target) => target) =>
    Array.from({ length: CITIES }, (_, c): LinearModel => {
      const slopes = normalDraws(`slopes ${c}`, COUNTIES, 2);
      const own = normalDraws('own', CITIES, 2)[c];
      const shared = normalDraws('shared', CITIES, 1)[c][0];
      const theta = truth.common.map((m, p) => m + Math.sqrt(truth.spread[p]) * own[p]);
      const observed = slopes.map(
        (slope, i) =>
          slope[0] * theta[0] +
          slope[1] * theta[1] +
          Math.sqrt(truth.shared) * shared +
          Math.sqrt(truth.county) * alone[c * COUNTIES + i][0],
      );
      return {
        city: String(c),
        point: [0, 0],
        level: slopes.map(() => 0),
        jacobian: slopes,
        observed: observed.map((target, i) => change(target, c, i)),
        noise: slopes.map(() => 1e-6),
        kind: slopes.map(() => 'a'),
      };
    });

  it('recovers common values, spread and discrepancy', () => {
    const { variances, posterior, converged } = estimateVariances(made(), wide, { heavyTails: false });
    expect(converged).toBe(true);
    truth.common.forEach((value, p) => {
      const sd = Math.sqrt(posterior.common.covariance[p][p]);
      expect(sd).toBeLessThan(0.1);
      expect(Math.abs(posterior.common.mean[p] - value)).toBeLessThan(2.5 * sd);
    });
    // the prior counts as four prefectures of 1 among sixty, as eight counties of 0.5 among 480
    expect(Math.sqrt(variances.spread[0])).toBeGreaterThan(0.45);
    expect(Math.sqrt(variances.spread[0])).toBeLessThan(0.62);
    expect(variances.spread[1]).toBe(0);
    expect(Math.sqrt(variances.discrepancy['a'].county)).toBeGreaterThan(0.28);
    expect(Math.sqrt(variances.discrepancy['a'].county)).toBeLessThan(0.33);
    expect(Math.sqrt(variances.discrepancy['a'].shared)).toBeGreaterThan(0.15);
    expect(Math.sqrt(variances.discrepancy['a'].shared)).toBeLessThan(0.3);
  });

  it('covers the true values of prefectures as often as it says', () => {
    const { posterior } = estimateVariances(made(), wide, { heavyTails: false });
    const inside = Array.from({ length: CITIES }, (_, c) => {
      const { mean, covariance } = posterior.cities.get(String(c))!;
      const own = truth.common[0] + Math.sqrt(truth.spread[0]) * normalDraws('own', CITIES, 2)[c][0];
      return Math.abs(own - mean[0]) < 1.645 * Math.sqrt(covariance[0][0]);
    }).filter(Boolean).length;
    // 54 of 60 expected, standard deviation 2.3
    expect(inside).toBeGreaterThanOrEqual(48);
    expect(inside).toBeLessThanOrEqual(60);
  });

  it('leaves the spread at its prior when no target moves with the parameters', () => {
    const blind = made().map((each) => ({ ...each, jacobian: each.jacobian.map(() => [0, 0]) }));
    const { variances } = estimateVariances(blind, wide);
    expect(variances.spread[0]).toBeCloseTo(wide.spread[0], 12);
  });

  it('weighs down a county that is far off, and hardly moves for it', () => {
    const far = made((target, c, i) => (c === 3 && i === 2 ? target + 6 : target));
    const { variances, posterior } = estimateVariances(far, wide);
    expect(variances.weights.get('3')![2]).toBeLessThan(0.05);
    expect(variances.weights.get('4')!.every((weight) => weight > 0.3)).toBe(true);
    const clean = estimateVariances(made(), wide).posterior.cities.get('3')!;
    const sd = Math.sqrt(clean.covariance[0][0]);
    expect(Math.abs(posterior.cities.get('3')!.mean[0] - clean.mean[0])).toBeLessThan(0.5 * sd);
  });
});
