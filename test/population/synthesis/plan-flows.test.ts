import { expect, it } from 'vitest';
import { planFlows } from '../../../src/population/synthesis/plan/plan-flows.ts';
import type { AreaCensus, CityData } from '../../../src/scenario/city-data.ts';

const area = (code: string, registered: number, fromOtherCounty: number, distanceToCentreKm: number): AreaCensus =>
  ({
    code,
    name: { zh: code, en: code },
    registered,
    fromOtherCounty,
    fromOtherProvince: 50,
    population: 1000,
    distanceToCentreKm,
  }) as AreaCensus;

const cityOf = (...areas: AreaCensus[]) => ({ areas }) as unknown as CityData;

// local residents: 1000 - other county - other province
const city = cityOf(area('a', 900, 400, 0), area('b', 1200, 100, 30), area('c', 1300, 100, 80));

it('fills every destination and sends no more than are away', () => {
  const { into, away, notes } = planFlows(city, 0.5);
  const columns = [0, 1, 2].map((d) => [0, 1, 2].reduce((sum, o) => sum + into(o, d), 0));
  expect(columns).toEqual([200, 50, 50]);
  expect([0, 1, 2].map((a) => into(a, a))).toEqual([0, 0, 0]);
  expect([0, 1, 2].map((d) => into(3, d))).toEqual([200, 50, 50]);
  expect([0, 1, 2].map((d) => into(4, d))).toEqual([50, 50, 50]);
  expect(away.every((persons) => persons >= 0)).toBe(true);
  expect(away.reduce((a, b) => a + b)).toBe(350 + 350 + 450 - 300);
  expect(notes).toEqual([]);
});

it('draws the near before the far', () => {
  const near = cityOf(area('a', 550, 400, 0), area('b', 1200, 0, 10), area('c', 1200, 0, 200));
  const { into } = planFlows(near, 0.25);
  expect(into(1, 0)).toBeGreaterThan(into(2, 0) * 5);
});

it('lowers the share from inside when too few are away, and says so', () => {
  const few = cityOf(area('a', 600, 400, 0), area('b', 900, 100, 30));
  const { into, away, notes } = planFlows(few, 0.7);
  expect(into(1, 0)).toBe(50);
  expect(into(0, 1)).toBe(50);
  expect(away).toEqual([0, 0]);
  expect(notes.map(({ en }) => en)).toEqual([
    'share from inside the city lowered from 0.7 to 0.200: no more are away from its other areas',
  ]);
});

it('reports an area with fewer registered than resident there', () => {
  const { away, notes } = planFlows(cityOf(area('a', 500, 400, 0), area('b', 1200, 100, 30)), 0);
  expect(away[0]).toBe(0);
  expect(notes.map(({ en }) => en)).toEqual(['a: 500 registered below 550 registered residents, nobody is away']);
});
