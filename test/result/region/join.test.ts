import { expect, test } from 'vitest';
import { indicatorNames, indicators } from '../../../src/indicator/indicators.ts';
import { joinPlaces } from '../../../src/result/region/join.ts';
import { placeOf } from './places.ts';

const route = { name: 'job', document: 'national-2014', clause: '1' };
const one = placeOf(
  '340100',
  [2020, 2021],
  [
    {
      resident_population: [300, 310],
      urban_resident_population: [200, 210],
      resident_urbanization_rate: [200 / 3, (100 * 210) / 310],
      registered_population: [100, 100],
      registered_urbanization_rate: [50, 60],
      births: [Number.NaN, 4],
      'resident_rate_change.natural': [Number.NaN, 1],
    },
  ],
  [route],
);
const other = placeOf(
  '360100',
  [2010, 2020, 2021],
  [
    {
      resident_population: [90, 100, 90],
      urban_resident_population: [10, 20, 30],
      resident_urbanization_rate: [100 / 9, 20, 100 / 3],
      registered_population: [300, 300, 300],
      registered_urbanization_rate: [10, 10, 20],
      births: [Number.NaN, 1, 2],
    },
  ],
  [route, { ...route, name: 'kin' }],
);
const [joined] = joinPlaces(
  [one, other],
  { provinces: ['340000', '360000'], places: ['340100', '360100'] },
  new Set(['births']),
);
const value = (area: string, year: number, indicator: string): number => {
  const { areas, years, values } = joined;
  const row = years.indexOf(year) * areas.length + areas.indexOf(area);
  return values[row * indicatorNames.length + indicatorNames.indexOf(indicator)];
};

test('the whole begins when all places have begun', () => {
  expect(joined.years).toEqual([2020, 2021]);
  expect(joined.areas).toEqual(['city', '340000', '360000', '340100', '360100']);
});

test('counts add up, rates are those of the sums', () => {
  expect(value('city', 2021, 'resident_population')).toBe(400);
  expect(value('city', 2021, 'resident_urbanization_rate')).toBeCloseTo((100 * 240) / 400, 9);
  expect(value('city', 2021, 'registered_urbanization_rate')).toBeCloseTo((60 + 60) / 4, 9);
  expect(value('city', 2021, 'rate_gap')).toBeCloseTo(60 - 30, 9);
  expect(value('360000', 2021, 'resident_urbanization_rate')).toBeCloseTo(100 / 3, 9);
});

test('the change of a rate by channel is of single places only', () => {
  expect(value('city', 2021, 'resident_rate_change.natural')).toBeNaN();
});

test("of places only what is kept is written, and a flow that not every place has yet is nobody's", () => {
  expect(value('340100', 2021, 'births')).toBe(4);
  expect(value('340100', 2021, 'resident_population')).toBeNaN();
  expect(value('city', 2020, 'births')).toBeNaN();
  expect(value('360000', 2020, 'births')).toBe(1);
  expect(value('city', 2021, 'births')).toBe(6);
  expect(value('340000', 2020, 'births')).toBeNaN();
});

test('routes of all places stand once, persons added up', () => {
  expect(joined.routes.map(({ name }) => name)).toEqual(['job', 'kin']);
  const { areas, settlements } = joined;
  const of = (area: string, r: number) => settlements[(1 * areas.length + areas.indexOf(area)) * 2 + r];
  expect([of('city', 0), of('city', 1), of('340100', 1), of('360000', 0)]).toEqual([2, 1, 0, 1]);
});

test('every rate says what it is weighted by, or that it is not joined', () => {
  for (const { name, kind, joined: how } of indicators) {
    if (kind !== 'rate') expect(how, name).toBe('sum');
    else if (how !== null) expect(indicatorNames, name).toContain((how as { weight: string }).weight);
    else expect(name).toMatch(/_rate_change\./);
  }
});
