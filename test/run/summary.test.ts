import { sampleStandardDeviation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { designKey } from '../../src/random/key.ts';
import { stratified } from '../../src/random/stratified.ts';
import { summarize } from '../../src/result/summary.ts';

test('quantiles are of type 7, as R gives them for 1, 2, 3, 4', () => {
  // R: quantile(c(1, 2, 3, 4), c(.05, .25, .5, .75, .95), type = 7)
  const { p05, p25, p50, p75, p95 } = summarize([4, 1, 3, 2]);
  expect([p05, p25, p50, p75, p95]).toEqual([1.15, 1.75, 2.5, 3.25, 3.8499999999999996]);
});

test('mean, sample standard deviation and its error, as R gives them', () => {
  // R: x <- c(2, 4, 4, 4, 5, 5, 7, 9); mean(x); sd(x); sd(x) / sqrt(8)
  const { replicates, mean, sd, mcse } = summarize([2, 4, 4, 4, 5, 5, 7, 9]);
  expect([replicates, mean]).toEqual([8, 5]);
  expect(sd).toBeCloseTo(2.138089935299395, 14);
  expect(mcse).toBeCloseTo(0.7559289460184545, 14);
});

test('one replicate says nothing about spread', () => {
  const { replicates, mean, sd, mcse, p05, p95 } = summarize([7]);
  expect([replicates, mean, p05, p95]).toEqual([1, 7, 7, 7]);
  expect([sd, mcse]).toEqual([NaN, NaN]);
});

test('values that are not defined are left out, and counted so', () => {
  expect(summarize([NaN, 2, 4])).toMatchObject({ replicates: 2, mean: 3 });
  expect(summarize([NaN, NaN])).toMatchObject({ replicates: 0, mean: NaN });
});

test('equal values have no spread at all, however large', () => {
  expect(summarize([2709378, 2709378, 2709378])).toMatchObject({
    mean: 2709378,
    sd: 0,
    mcse: 0,
    p05: 2709378,
    p95: 2709378,
  });
});

test('the error of evenly spread draws is told from the means of tens: on the safe side of what the mean scatters by', () => {
  const keys = Array.from({ length: 80 }, (_, seed) => designKey(`seed ${seed}`));
  const summaries = keys.map((key) =>
    summarize(
      Array.from({ length: 100 }, (_, r) => {
        const [a, b, c] = [0, 1, 2].map((dimension) => stratified(key, dimension, r));
        return 3 * a + b * b + a * c;
      }),
    ),
  );
  const scatter = sampleStandardDeviation(summaries.map(({ mean }) => mean));
  const told = Math.sqrt(summaries.reduce((sum, { mcse }) => sum + mcse ** 2, 0) / summaries.length);
  const independent = summaries[0].sd / Math.sqrt(100);
  expect(told).toBeGreaterThan(scatter);
  expect(told).toBeLessThan(independent / 5);
});
