import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadLabels } from '../../src/report/spread-labels.ts';

it('leaves labels that have room where they are', () => {
  expect(spreadLabels([30, 10, 20], 5)).toEqual([30, 10, 20]);
});

it('moves a crowded pair apart about its middle', () => {
  expect(spreadLabels([10, 11], 4)).toEqual([8.5, 12.5]);
});

it('keeps the order and the distance, whatever is asked for', () => {
  const places = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 });
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 20 }), (asked, gap) => {
      const got = spreadLabels(asked, gap);
      const sorted = [...got].sort((a, b) => a - b);
      sorted.forEach((place, i) => {
        if (i > 0) expect(place - sorted[i - 1]).toBeGreaterThanOrEqual(gap - 1e-9);
      });
      asked.forEach((a, i) => {
        asked.forEach((b, j) => {
          if (a < b) expect(got[i]).toBeLessThan(got[j]);
        });
      });
    }),
  );
});
