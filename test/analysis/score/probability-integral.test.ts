import { expect, test } from 'vitest';
import { probabilityIntegral } from '../../../src/analysis/score/probability-integral.ts';

const members = Array.from({ length: 9 }, (_, n) => n + 1); // 1 to 9: ten stretches

test('an outcome falls into the tenth it lies in; ends are open', () => {
  expect(probabilityIntegral([{ members, observed: 0 }])).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(probabilityIntegral([{ members, observed: 4.5 }])[4]).toBeCloseTo(1, 12);
  expect(probabilityIntegral([{ members, observed: 99 }])[9]).toBeCloseTo(1, 12);
});

test('an outcome equal to a member lies half on either side', () => {
  const shares = probabilityIntegral([{ members, observed: 3 }]);
  expect(shares[2]).toBeCloseTo(0.5, 12);
  expect(shares[3]).toBeCloseTo(0.5, 12);
});

test('shares sum to one, whatever the number of members', () => {
  const shares = probabilityIntegral([1, 2.5, 7].map((observed) => ({ members: [1, 2, 6], observed })));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});
