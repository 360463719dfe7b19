import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp } from '../../src/math/exp.ts';
import { log } from '../../src/math/log.ts';
import { logistic, logit } from '../../src/math/logistic.ts';
import { triangularQuantile } from '../../src/math/triangular.ts';

const relative = (value: number, truth: number): number => Math.abs(value - truth) / Math.abs(truth);

describe('exp and log in plain arithmetic', () => {
  // reference values to 17 digits: Abramowitz & Stegun, tables 4.2 and 4.4
  it.each([
    [1, 2.718281828459045],
    [-1, 0.36787944117144233],
    [10, 22026.465794806718],
    [0.5, 1.6487212707001282],
  ])('exp(%f) is the published value', (x, truth) => {
    expect(relative(exp(x), truth)).toBeLessThan(1e-15);
  });

  it.each([
    [2, 0.6931471805599453],
    [10, 2.302585092994046],
    [0.1, -2.302585092994046],
  ])('log(%f) is the published value', (x, truth) => {
    expect(relative(log(x), truth)).toBeLessThan(1e-15);
  });

  it('holds at the ends of the range', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-800)).toBe(0);
    expect(exp(710)).toBe(Number.POSITIVE_INFINITY);
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(log(-1)).toBeNaN();
    expect(relative(log(5e-324), -744.4400719213812)).toBeLessThan(1e-15);
  });

  it('agrees with the engine to 1e-14 everywhere, and log undoes exp', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(relative(exp(x), Math.exp(x))).toBeLessThan(1e-14);
        expect(Math.abs(log(exp(x)) - x)).toBeLessThan(1e-12 * Math.max(1, Math.abs(x)));
      }),
    );
  });

  it('logit undoes logistic, and logistic is symmetric', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 14);
        expect(logit(logistic(x))).toBeCloseTo(x, 2);
      }),
    );
  });
});

describe('triangular quantile', () => {
  it('runs from low through the mode to high and has the right mean', () => {
    expect(triangularQuantile(1, 2, 5, 0)).toBe(1);
    expect(triangularQuantile(1, 2, 5, 1)).toBe(5);
    expect(triangularQuantile(1, 2, 5, 0.25)).toBe(2); // F(mode) = (2-1)/(5-1)
    expect(triangularQuantile(3, 3, 3, 0.7)).toBe(3);
    let sum = 0;
    for (let n = 0; n < 10_000; n++) sum += triangularQuantile(1, 2, 5, (n + 0.5) / 10_000);
    expect(sum / 10_000).toBeCloseTo((1 + 2 + 5) / 3, 5);
  });
});
