import { expect, test } from 'vitest';
import { studentFrom } from '../../src/kernel/county-drivers.ts';
import { normalQuantile } from '../../src/math/normal-quantile.ts';

test.each([
  // degrees of freedom, probability, quantile of Student's t as tables print it
  [5, 0.75, 0.7267],
  [5, 0.95, 2.015],
  [5, 0.975, 2.5706],
  [4, 0.9, 1.5332],
  [4, 0.95, 2.1318],
  [10, 0.975, 2.2281],
])('%d degrees of freedom, %d: %d', (freedom, probability, quantile) => {
  expect(studentFrom(normalQuantile(probability), freedom)).toBeCloseTo(quantile, 1);
  expect(studentFrom(normalQuantile(1 - probability), freedom)).toBeCloseTo(-quantile, 1);
});
