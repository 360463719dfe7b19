import { describe, expect, it } from 'vitest';
import { rake } from '../../src/scenario/city/rake.ts';

describe('rake', () => {
  it('gives the product of the margins when the seed is flat', () => {
    const cells = rake(
      [
        [1, 1],
        [1, 1],
      ],
      [30, 70],
      [40, 60],
    );
    expect(cells.flat().map((cell) => Math.round(cell * 1e6) / 1e6)).toEqual([12, 18, 28, 42]);
  });

  it('keeps the odds ratio of the seed', () => {
    const [[a, b], [c, d]] = rake(
      [
        [4, 1],
        [2, 3],
      ],
      [50, 50],
      [25, 75],
    );
    expect((a * d) / (b * c)).toBeCloseTo(6, 6);
    expect(a + c).toBeCloseTo(25, 6);
    expect(a + b).toBeCloseTo(50, 6);
  });
});
