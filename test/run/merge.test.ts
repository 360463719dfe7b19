import { expect, test } from 'vitest';
import { mergeIndicators, mergeSettlements } from '../../src/result/merge.ts';
import { fakeResult } from './fake/result.ts';

test('rows go by area, year and indicator, and carry the unit', () => {
  const rows = mergeIndicators([fakeResult(0, () => 1)]);
  expect(rows.map(({ area, year, indicator }) => `${area} ${year} ${indicator}`)).toEqual([
    'city 2020 resident_population',
    'city 2020 settled_persons',
    'city 2021 resident_population',
    'city 2021 settled_persons',
    '150202 2020 resident_population',
    '150202 2020 settled_persons',
    '150202 2021 resident_population',
    '150202 2021 settled_persons',
  ]);
  expect(rows[0]?.unit).toBe('persons');
});

test('each number is summarized over replicates, in replicate order whatever order they arrive in', () => {
  const results = [3, 0.1, 0.2].map((value, replicate) =>
    fakeResult(replicate, (year, area) => (year === 2021 && area === '150202' ? value : 5)),
  );
  const rows = mergeIndicators(results);
  expect(mergeIndicators([results[2], results[0], results[1]])).toEqual(rows);
  expect(rows.at(-1)).toMatchObject({ area: '150202', year: 2021, replicates: 3, mean: 3.3 / 3, p50: 0.2 });
});

test('a number defined in no replicate has no row, one defined in some counts those', () => {
  const rows = mergeIndicators([
    fakeResult(0, (year, area) => (area === 'city' && year === 2020 ? NaN : 1)),
    fakeResult(1, (year, area) => (area === 'city' ? NaN : year)),
  ]);
  expect(rows.some(({ area, year }) => area === 'city' && year === 2020)).toBe(false);
  expect(rows.find(({ area, year }) => area === 'city' && year === 2021)).toMatchObject({ replicates: 1, mean: 1 });
});

test('settlements keep only what happened', () => {
  const settled = (replicate: number) =>
    fakeResult(
      replicate,
      () => 1,
      (year, area) => (year === 2021 && area === 'city' ? 10 + 2 * replicate : 0),
    );
  expect(mergeSettlements([settled(0), settled(1)])).toEqual([
    {
      year: 2021,
      area: 'city',
      route: 'owner',
      document: 'baotou-2024',
      clause: '2.1',
      persons_mean: 11,
      persons_mcse: 1,
    },
  ]);
});

test('replicates of different runs cannot be merged', () => {
  const other = { ...fakeResult(1, () => 1), years: [2020, 2022] };
  expect(() => mergeIndicators([fakeResult(0, () => 1), other])).toThrow('different shape');
  expect(() => mergeIndicators([])).toThrow('no replicate');
});
