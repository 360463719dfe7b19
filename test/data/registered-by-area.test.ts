import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareAbove } from '../../src/scenario/city/registered-by-area.ts';

const part = fc.record({ weight: fc.integer({ min: 1, max: 1_000_000 }), floor: fc.integer({ min: 0, max: 500_000 }) });

describe('shareAbove', () => {
  it('divides by weight where no floor is in the way', () => {
    expect(shareAbove(100, [3, 1], [0, 0])).toEqual([75, 25]);
  });

  it('takes what a floor needs from the others', () => {
    expect(shareAbove(100, [1, 1, 2], [40, 0, 0])).toEqual([40, 20, 40]);
  });

  it('keeps the total when the floors allow it, and every floor always', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 5_000_000 }),
        (parts, total) => {
          const floors = parts.map(({ floor }) => floor);
          const shared = shareAbove(
            total,
            parts.map(({ weight }) => weight),
            floors,
          );
          const floorSum = floors.reduce((sum, floor) => sum + floor, 0);
          expect(shared.reduce((sum, value) => sum + value, 0)).toBe(Math.max(total, floorSum));
          expect(shared.every((value, index) => Number.isInteger(value) && value >= floors[index])).toBe(true);
        },
      ),
    );
  });
});
