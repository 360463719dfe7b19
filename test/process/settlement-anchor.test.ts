import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firmAfter } from '../../src/process/settlement/anchor.ts';

describe('chance to be firm after years of not acting', () => {
  it('is the closed form when tastes never change', () => {
    // f0 (1-h)^n / (1 - f0 + f0 (1-h)^n) with f0 = 0.1, h = 0.06, n = 10
    const survived = 0.1 * 0.94 ** 10;
    expect(firmAfter(10, 0.1, 0.06, 1)).toBeCloseTo(survived / (0.9 + survived), 12);
  });

  it('is the first chance when nobody has been eligible, and falls towards a level above zero', () => {
    expect(firmAfter(0, 0.1, 0.06, 0.85)).toBe(0.1);
    const ten = firmAfter(10, 0.1, 0.06, 0.85);
    expect(ten).toBeLessThan(0.1);
    expect(firmAfter(200, 0.1, 0.06, 0.85)).toBeGreaterThan(0.05);
    expect(Math.abs(firmAfter(200, 0.1, 0.06, 0.85) - firmAfter(201, 0.1, 0.06, 0.85))).toBeLessThan(1e-12);
  });

  it('stays a probability', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        p,
        p,
        (n, f, h, rho) => {
          const firm = firmAfter(n, f, h, rho);
          expect(firm).toBeGreaterThanOrEqual(0);
          expect(firm).toBeLessThanOrEqual(f + 1e-12);
        },
      ),
    );
  });
});
