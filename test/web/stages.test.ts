import { expect, test } from 'vitest';
import { stagesOf } from '../../src/web/page/stages.ts';

test('an answer is shown after the first few pairs, then twice as many, all at last', () => {
  expect(stagesOf(50, 0)).toEqual([6, 12, 24, 48, 50]);
  expect(stagesOf(24, 0)).toEqual([6, 12, 24]);
  expect(stagesOf(4, 0)).toEqual([4]);
});

test('pairs at hand make one answer', () => {
  expect(stagesOf(24, 24)).toEqual([24]);
  expect(stagesOf(50, 20)).toEqual([20, 24, 48, 50]);
  expect(stagesOf(24, 3)).toEqual([6, 12, 24]);
});
