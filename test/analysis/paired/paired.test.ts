import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, varianceRatio } from '../../../src/analysis/paired/estimate.ts';
import { justified, plusMinus, withError } from '../../../src/analysis/paired/justified.ts';
import { ratioOfMeans } from '../../../src/analysis/paired/ratio.ts';
import { studentQuantile } from '../../../src/analysis/paired/student-quantile.ts';

describe('studentQuantile', () => {
  // R, qt(p, df)
  it.each([
    [0.95, 1, 6.313751515],
    [0.95, 2, 2.91998558],
    [0.95, 3, 2.353363435],
    [0.975, 3, 3.182446305],
    [0.95, 5, 2.015048373],
    [0.95, 10, 1.812461123],
    [0.95, 19, 1.729132812],
    [0.995, 30, 2.749995654],
    [0.95, 999, 1.646380345],
  ])('p = %d with %d degrees of freedom', (p, freedom, t) => expect(studentQuantile(p, freedom)).toBeCloseTo(t, 8));
});

describe('estimate', () => {
  it('of R, t.test(c(1, 2, 4, 9), conf.level = 0.9)', () => {
    const { mean, se, low, high, replicates } = estimate([1, 2, Number.NaN, 4, 9]);
    expect(replicates).toBe(4);
    expect(mean).toBe(4);
    expect(se).toBeCloseTo(1.7795130420052185, 12);
    expect(low).toBeCloseTo(-0.18784092, 6);
    expect(high).toBeCloseTo(8.18784092, 6);
  });

  it('of one replicate has no error, of none nothing', () => {
    expect(estimate([7])).toMatchObject({ mean: 7, se: Number.NaN, low: Number.NaN, p05: 7 });
    expect(estimate([Number.NaN])).toMatchObject({ replicates: 0, mean: Number.NaN });
  });

  it('of numbers that are all zero is zero, exactly', () =>
    expect(estimate([0, 0, 0])).toEqual({
      replicates: 3,
      mean: 0,
      se: 0,
      low: 0,
      high: 0,
      p05: 0,
      p25: 0,
      p50: 0,
      p75: 0,
      p95: 0,
    }));
});

describe('varianceRatio', () => {
  it('is what an unpaired difference would vary more: (10 + 15.2) / 2.2', () =>
    expect(varianceRatio([2, 4, 6, 8, 10], [3, 4, 7, 7, 13])).toBeCloseTo((10 + 15.2) / 2.2, 10));

  it('is infinite where the difference never varies, and nothing where nothing does', () => {
    expect(varianceRatio([1, 2, 3], [2, 3, 4])).toBe(Number.POSITIVE_INFINITY);
    expect(varianceRatio([1, 1], [1, 1])).toBeNaN();
    expect(varianceRatio([1], [2])).toBeNaN();
  });

  it('leaves out replicates in which one run lacks the number', () =>
    expect(varianceRatio([1, Number.NaN, 3, 9], [1, 5, 4, Number.NaN])).toBe(varianceRatio([1, 3], [1, 4])));
});

describe('ratioOfMeans', () => {
  it('leaves each replicate out in turn', () => {
    const { ratio, se, undetermined } = ratioOfMeans([10, 12, 20], [1, 2, 3]);
    const without = [32 / 5, 30 / 4, 22 / 3];
    const middle = (without[0] + without[1] + without[2]) / 3;
    expect(ratio).toBe(7);
    expect(se).toBeCloseTo(Math.sqrt((2 / 3) * without.reduce((sum, value) => sum + (value - middle) ** 2, 0)), 12);
    expect(undetermined).toBe(false);
  });

  it('is undetermined where what lies below cannot be told from 0', () => {
    expect(ratioOfMeans([5, 6, 7], [-1, 1, 2]).undetermined).toBe(true);
    expect(ratioOfMeans([5], [0]).undetermined).toBe(true);
  });

  it('is exact, without error, where one is a multiple of the other', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 20 }), (below) => {
        const { ratio, se } = ratioOfMeans(
          below.map((value) => 3 * value),
          below,
        );
        expect(ratio).toBeCloseTo(3, 10);
        expect(se).toBeCloseTo(0, 10);
      }),
    ));
});

describe('a number is told as far as its error justifies', () => {
  it.each([
    [0.7634, 0.1123, '0.76 ± 0.11'],
    [33_127, 4721, '33,000 ± 5,000'],
    [33_127, 1421, '33,100 ± 1,400'],
    [-0.004, 0.0312, '0.00 ± 0.03'],
    [57.0842, 0.0011, '57.0842 ± 0.0011'],
    [12, 0.96, '12.0 ± 1.0'],
    [5, 0, '5 ± 0'],
    [24_687.5, 0, '24,687.5 ± 0'],
  ])('%d ± %d is %s', (value, se, text) => expect(plusMinus(value, se)).toBe(text));

  it('a difference that is more has a sign, one without error three digits', () => {
    expect(withError(0.7634, 0.1123)).toBe('+0.76 ± 0.11');
    expect(withError(-1234.5, Number.NaN)).toBe('-1,230');
    expect(withError(0, 0)).toBe('0 ± 0');
    // what is left of zero when the same numbers are added in another order
    expect(withError(-4e-16, 4e-16)).toBe('0 ± 0');
    expect(withError(4e-16, 4e-16)).toBe('0 ± 0');
    expect(justified(Number.NaN, 1)).toBe('–');
  });
});
