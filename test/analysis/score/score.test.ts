import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bias } from '../../../src/analysis/score/bias.ts';
import { centralInterval } from '../../../src/analysis/score/central-interval.ts';
import { coverage } from '../../../src/analysis/score/coverage.ts';
import { ensembleCrps } from '../../../src/analysis/score/ensemble-crps.ts';
import { intervalScore } from '../../../src/analysis/score/interval-score.ts';
import { meanAbsoluteError } from '../../../src/analysis/score/mean-absolute-error.ts';
import { scoreDifference } from '../../../src/analysis/score/score-difference.ts';

describe('bias and mean absolute error', () => {
  it('take forecast minus observed', () => {
    expect(bias([1, 5, 9], [2, 2, 2])).toBeCloseTo(3, 12);
    expect(meanAbsoluteError([1, 5, 9], [2, 2, 2])).toBeCloseTo(11 / 3, 12);
  });

  it('refuse lists of different length', () => {
    expect(() => bias([1], [1, 2])).toThrow('1 forecasts for 2 observations');
    expect(() => meanAbsoluteError([1], [])).toThrow(RangeError);
  });
});

describe('centralInterval', () => {
  it('is of type 6: R, quantile(1:11, c(.05, .25, .75, .95), type = 6)', () => {
    const members = [11, 2, 9, 4, 7, 6, 5, 8, 3, 10, 1];
    expect(centralInterval(members, 0.9)).toEqual({ low: 1, high: 11 });
    expect(centralInterval(members, 0.5)).toEqual({ low: 3, high: 9 });
  });

  it('needs members', () => expect(() => centralInterval([], 0.9)).toThrow(RangeError));
});

describe('coverage', () => {
  it('counts the ends as inside', () => {
    const ten = { low: 0, high: 10 };
    expect(coverage([ten, ten, ten, ten], [0, 10, 10.01, -3])).toBe(0.5);
  });
});

describe('intervalScore', () => {
  // Gneiting & Raftery 2007, equation 43: (u - l) + 2/alpha (l - x) 1{x < l} + 2/alpha (x - u) 1{x > u}
  it('is the width inside, and 2 / alpha for each unit outside', () => {
    expect(intervalScore({ low: 2, high: 6 }, 4, 0.9)).toBe(4);
    expect(intervalScore({ low: 2, high: 6 }, 7, 0.9)).toBeCloseTo(4 + 20, 10);
    expect(intervalScore({ low: 2, high: 6 }, 1.5, 0.5)).toBeCloseTo(4 + 2, 10);
  });

  it('is least on average for the true quantiles', () => {
    const population = Array.from({ length: 1001 }, (_, i) => i / 1000);
    const mean = (low: number, high: number) =>
      population.reduce((sum, x) => sum + intervalScore({ low, high }, x, 0.9), 0) / population.length;
    for (const [low, high] of [
      [0.02, 0.95],
      [0.1, 0.95],
      [0.05, 0.9],
      [0.05, 0.99],
    ] as const)
      expect(mean(0.05, 0.95)).toBeLessThan(mean(low, high));
  });
});

describe('ensembleCrps', () => {
  it('is the absolute error of a single member', () => expect(ensembleCrps([3], 5)).toBe(2));

  it('is the fair form: members 0 and 1 at 0 score 1/2 - 1/2', () => {
    // mean |x - y| = 1/2; sum over pairs |x_i - x_j| = 2, divided by 2 * 2 * 1
    expect(ensembleCrps([1, 0], 0)).toBeCloseTo(0, 12);
    // 1, 2, 4 at 3: 4/3 - 12 / (2 * 3 * 2)
    expect(ensembleCrps([4, 1, 2], 3)).toBeCloseTo(4 / 3 - 1, 12);
  });

  it('tends to the score of the normal distribution, 2 phi(0) - 1 / sqrt(pi) at its mean', () => {
    // Gneiting, Raftery, Westveld & Goldman 2005, equation 5, at y = mu: sigma (2 phi(0) - 1/sqrt(pi)) = 0.233695
    const m = 1500;
    const members = Array.from({ length: m }, (_, i) => normalQuantile((i + 0.5) / m));
    expect(ensembleCrps(members, 0)).toBeCloseTo(0.233695, 2);
  });

  it('is the pairwise definition', () => {
    const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.double({ min: -1e3, max: 1e3, noNaN: true }), (members, y) => {
        const m = members.length;
        let pairs = 0;
        for (const a of members) for (const b of members) pairs += Math.abs(a - b);
        const distance = members.reduce((sum, x) => sum + Math.abs(x - y), 0) / m;
        expect(ensembleCrps(members, y)).toBeCloseTo(distance - pairs / (2 * m * (m - 1)), 8);
      }),
    );
  });

  it('does not depend on the size of the ensemble on average', () => {
    // all ensembles of 2 and of 3 from four equally likely values, with replacement, observation fixed
    const values = [0, 1, 3, 8];
    const two = values.flatMap((a) => values.map((b) => ensembleCrps([a, b], 2)));
    const three = values.flatMap((a) => values.flatMap((b) => values.map((c) => ensembleCrps([a, b, c], 2))));
    const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
    expect(mean(two)).toBeCloseTo(mean(three), 10);
  });
});

describe('scoreDifference', () => {
  const clusters = ['a', 'a', 'a', 'b', 'c', 'c'];

  it('is the mean over units, not over clusters', () => {
    const difference = scoreDifference([2, 2, 2, 0, 1, 1], [1, 1, 1, 1, 1, 1], clusters);
    expect(difference.mean).toBeCloseTo(2 / 6, 12);
    expect(difference.clusters).toBe(3);
  });

  it('keeps clusters whole: the interval spans them, whatever lies inside', () => {
    const constant = scoreDifference([3, 3, 3, 3, 3, 3], [1, 1, 1, 1, 1, 1], clusters);
    expect(constant).toEqual({ mean: 2, p05: 2, p95: 2, clusters: 3 });
    const inside = scoreDifference([9, -9, 0, 0, 5, -5], [0, 0, 0, 0, 0, 0], clusters);
    expect([inside.p05, inside.p95]).toEqual([0, 0]);
  });

  it('covers the mean of many independent clusters about as the normal approximation does', () => {
    const n = 400;
    const a = Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));
    const zeros = a.map(() => 0);
    const { p05, p95 } = scoreDifference(
      a,
      zeros,
      a.map((_, i) => `${i}`),
    );
    expect(p05).toBeCloseTo(-1.645 / Math.sqrt(n), 1);
    expect(p95).toBeCloseTo(1.645 / Math.sqrt(n), 1);
    expect(p95 - p05).toBeGreaterThan(0.14);
    expect(p95 - p05).toBeLessThan(0.19);
  });

  it('is deterministic and blind to the order of the units', () => {
    const [a, b] = [
      [1, 5, 2, 8, 0, 3],
      [2, 2, 2, 2, 2, 2],
    ];
    const reversed = scoreDifference(a.toReversed(), b, clusters.toReversed());
    expect(scoreDifference(a, b, clusters)).toEqual(reversed);
  });

  it('has no interval over one cluster', () => {
    expect(scoreDifference([1, 2], [0, 0], ['a', 'a'])).toMatchObject({ mean: 1.5, p05: NaN, p95: NaN });
  });
});

/** By bisection. */
function normalQuantile(p: number): number {
  let [low, high] = [-8, 8];
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function normalCdf(x: number): number {
  // Marsaglia 2004, "Evaluating the normal distribution": 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...)
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > 1e-16; n += 2) sum += term *= (x * x) / n;
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
