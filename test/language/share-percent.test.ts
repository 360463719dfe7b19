import { expect, test } from 'vitest';
import { sharePercent } from '../../src/language/share-percent.ts';

test.each([
  [1, 1, '100'],
  [0.035, 1, '3.5'],
  [0.0005, 1, '0.05'],
  [1, 3, '33.3'],
])('%d of %d is told as people write it', (part, whole, written) => {
  expect(String(sharePercent(part / whole))).toBe(written);
});
