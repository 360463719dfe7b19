import { describe, expect, it } from 'vitest';
import { designKey } from '../../src/random/key.ts';
import { stratified } from '../../src/random/stratified.ts';

describe('quantiles spread over replicates', () => {
  const key = designKey('luohu');
  const dimensions = Array.from({ length: 120 }, (_, d) => Math.imul(d + 1, 0x01000193));
  const draws = (dimension: number, count: number, from = 0): number[] =>
    Array.from({ length: count }, (_, r) => stratified(key, dimension, from + r));

  // reckoned apart from this package, from the definition
  it.each([
    [[1, 2], 3, 0, 0.02205939919515513],
    [[1, 2], 3, 1, 0.9533640417116228],
    [[0xdeadbeef, 5], 0x80000001, 1234, 0.3933680314615602],
    [[7, 0xffffffff], 42, 99_999, 0.35504905405018944],
  ] as const)('of key %j, dimension %d, replicate %d', (k, dimension, replicate, answer) => {
    expect(stratified({ k0: k[0] | 0, k1: k[1] | 0 }, dimension, replicate)).toBeCloseTo(answer, 14);
  });

  it.each([
    [10, 0],
    [10, 70],
    [100, 0],
    [100, 300],
    [1000, 0],
  ])('%d replicates from %d on lie one in each stratum, in every dimension', (count, from) => {
    for (const dimension of dimensions.slice(0, count > 100 ? 10 : 120)) {
      const strata = draws(dimension, count, from).map((u) => Math.floor(u * count));
      expect(new Set(strata).size).toBe(count);
    }
  });

  it.each([20, 50, 200])('%d replicates have as many in each tenth', (count) => {
    for (const dimension of dimensions.slice(0, 40)) {
      const all = draws(dimension, count);
      const tenths = Array.from({ length: 10 }, (_, t) => all.filter((u) => Math.floor(10 * u) === t).length);
      expect(tenths).toEqual(Array.from({ length: 10 }, () => count / 10));
    }
  });

  it('the mean of any first n is off by a fraction of a stratum', () => {
    for (const [count, most] of [
      [10, 0.35],
      [20, 0.45],
      [50, 0.55],
      [100, 0.35],
    ]) {
      const errors = dimensions.map((dimension) => draws(dimension, count).reduce((a, b) => a + b, 0) / count - 0.5);
      const rms = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
      // independent draws: 0.29 times the root of n
      expect(rms * count, String(count)).toBeLessThan(most);
    }
  });

  it.each([10, 20, 100])(
    'two dimensions are as independent in %d replicates as chance has it, and so are two seeds',
    (count) => {
      const correlation = (a: readonly number[], b: readonly number[]): number =>
        (12 * a.reduce((sum, u, i) => sum + (u - 0.5) * (b[i] - 0.5), 0)) / count;
      const own = dimensions.map((dimension) => draws(dimension, count));
      const others = dimensions.map((dimension) =>
        Array.from({ length: count }, (_, r) => stratified(designKey('other'), dimension, r)),
      );
      const correlations = own.flatMap((one, d) => own.slice(d + 1, d + 20).map((other) => correlation(one, other)));
      for (const all of [correlations, own.map((one, d) => correlation(one, others[d]))]) {
        const variance = all.reduce((sum, r) => sum + r * r, 0) / all.length;
        expect(variance * count).toBeGreaterThan(0.6);
        expect(variance * count).toBeLessThan(1.5);
      }
      expect(correlations.reduce((sum, r) => sum + r, 0) / correlations.length).toBeCloseTo(0, 1);
    },
  );

  it('refuses more replicates than it can tell apart', () => {
    expect(() => stratified(key, 1, 2 ** 22)).toThrow('replicate must be below');
  });
});
