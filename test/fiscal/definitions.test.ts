import { expect, it } from 'vitest';
import { smallResult } from './fixture.ts';

const result = smallResult();
const of = (id: string) => result.definitions.find((row) => row.id === id && row.year === 2025)!;

it('the lawful definition gives the award itself', () => {
  const award = result.award.intervals.find(
    (row) => row.form === 'envelope' && row.area === 'city' && row.year === 2025,
  )!;
  expect(of('rural_register').lawful).toBe(true);
  expect(of('rural_register').awardYuan.envelope).toBeCloseTo(award.mean, 4);
});

it('other ways of counting change persons and money', () => {
  expect(of('all_settled').persons - of('rural_register').persons).toBe(2 * 4 * 5);
  expect(of('with_reclassified').persons - of('rural_register').persons).toBe(180);
  expect(of('with_reclassified').awardYuan.fixed).toBeGreaterThan(of('rural_register').awardYuan.fixed);
  expect(of('districts').persons).toBeLessThan(of('rural_register').persons);
  expect(of('register_growth').persons).toBeCloseTo(700, 9);
  expect(of('run_definition').persons).toBeCloseTo(600, 9);
});
