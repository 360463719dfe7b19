import { expect, test } from 'vitest';
import { known } from '../../src/run/known.ts';
import { readData } from '../../src/scenario/read-data.ts';

test('data/ knows its prefectures, their censuses and the last year of its vital tables', () => {
  const { knownCities, knownBaseYears, lastVitalYear } = known(readData, []);
  expect(knownCities.size).toBe(367);
  expect([knownBaseYears?.('150200'), knownBaseYears?.('610500')]).toEqual([[2010, 2020], [2010]]);
  expect(lastVitalYear).toBe(2040);
});
