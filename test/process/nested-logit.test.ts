import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inclusiveValue, nestedLogit, pick } from '../../src/process/place/nested-logit.ts';

const none = Number.NEGATIVE_INFINITY;

function probabilities(utility: number[], nest: number[], lambda: number): number[] {
  const out = new Float64Array(utility.length);
  nestedLogit(Float64Array.from(utility), nest, Math.max(...nest) + 1, lambda, out);
  return [...out];
}

describe('nested logit', () => {
  it('is the red bus and blue bus: two like alternatives share one vote as their nest closes', () => {
    // car against two identical buses, all of equal utility: thirds under the plain logit, a half for the car in the limit
    expect(probabilities([0, 0, 0], [0, 1, 1], 1)[0]).toBeCloseTo(1 / 3, 12);
    expect(probabilities([0, 0, 0], [0, 1, 1], 0.01)[0]).toBeCloseTo(1 / (1 + 2 ** 0.01), 12);
  });

  it('meets a hand-computed example with an inclusive value', () => {
    // V = (0, 1, 0.5) with the last two in one nest, lambda 0.5:
    // I = ln(e^2 + e^1) = 2.313262, nest weight sqrt(e^2 + e) = 3.179204, P(0) = 1/4.179204
    // P(1) = 0.760720 * e^2/(e^2+e) = 0.760720 * 0.731059
    const utility = Float64Array.from([0, 1, 0.5]);
    expect(inclusiveValue(utility, [0, 1, 1], 1, 0.5)).toBeCloseTo(2.3132617, 7);
    const [stay, first, second] = probabilities([0, 1, 0.5], [0, 1, 1], 0.5);
    expect(stay).toBeCloseTo(0.23928, 6);
    expect(first).toBeCloseTo(0.5561309, 6);
    expect(second).toBeCloseTo(0.2045891, 6);
  });

  it('gives nothing to what is not available and sums to one, whatever the utilities', () => {
    const utility = fc.oneof(fc.double({ min: -20, max: 20, noNaN: true }), fc.constant(none));
    fc.assert(
      fc.property(
        fc.tuple(utility, utility, utility, utility),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (u, lambda) => {
          const p = probabilities([0, ...u], [0, 1, 2, 2, 3], lambda);
          expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          for (const [j, v] of u.entries()) if (v === none) expect(p[j + 1]).toBe(0);
        },
      ),
    );
  });

  it('picks by cumulative probability and never the impossible', () => {
    expect(pick(Float64Array.from([0.25, 0, 0.75]), 0.2499)).toBe(0);
    expect(pick(Float64Array.from([0.25, 0, 0.75]), 0.25)).toBe(2);
    expect(pick(Float64Array.from([0.5, 0.5, 0]), 0.9999999999999999)).toBe(1);
  });
});
