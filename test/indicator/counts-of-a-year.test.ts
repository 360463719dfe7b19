import { beforeAll, expect, it } from 'vitest';
import { indicatorNames } from '../../src/indicator/indicators.ts';
import { placeKinds } from '../../src/indicator/names.ts';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { settlerTraits } from '../../src/population/settler-traits.ts';
import { sampledCity, simulate } from '../support/sanmenxia.ts';

let result: ReplicateResult;
beforeAll(() => {
  result = simulate(sampledCity());
}, 120_000);

const years = () => result.years.map((_, y) => y).slice(1);
const areas = () => result.areas.map((_, a) => a);
const value = (y: number, a: number, name: string): number => {
  const i = result.indicators.indexOf(name);
  expect(i).toBeGreaterThanOrEqual(0);
  return result.values[(y * result.areas.length + a) * result.indicators.length + i];
};
const sum = (values: readonly number[]): number => values.reduce((total, next) => total + next, 0);

it('everybody who settles is counted once under each trait, in every area and year', () => {
  let settled = 0;
  for (const y of years())
    for (const a of areas()) {
      const all = value(y, a, 'settled_persons');
      settled += all;
      for (const [trait, groups] of Object.entries(settlerTraits))
        expect(sum(groups.map((group) => value(y, a, `settled_persons.${trait}.${group}`)))).toBeCloseTo(all, 6);
    }
  expect(settled).toBeGreaterThan(0);
});

it('settlers of all ages and dwellings are met', () => {
  for (const trait of ['age', 'schooling'] as const)
    for (const group of settlerTraits[trait])
      expect(sum(years().map((y) => value(y, 0, `settled_persons.${trait}.${group}`)))).toBeGreaterThan(0);
});

it('moves over the border are the arrivals, departures, out- and return migrants', () => {
  for (const y of years()) {
    const inward = sum(placeKinds.slice(0, 3).map((to) => value(y, 0, `moves.outside.${to}`)));
    const outward = sum(placeKinds.slice(0, 3).map((from) => value(y, 0, `moves.${from}.outside`)));
    expect(inward).toBeCloseTo(value(y, 0, 'arrivals') + value(y, 0, 'return_migrants'), 6);
    expect(outward).toBeCloseTo(value(y, 0, 'departures') + value(y, 0, 'out_migrants'), 6);
    expect(inward).toBeGreaterThan(0);
  }
});

it('moves between village and town inside the city are the town moves and the village returns', () => {
  for (const y of years()) {
    const up = value(y, 0, 'moves.village.town') + value(y, 0, 'moves.village.centre');
    const down = value(y, 0, 'moves.town.village') + value(y, 0, 'moves.centre.village');
    expect(up).toBeCloseTo(value(y, 0, 'town_moves'), 6);
    expect(down).toBeCloseTo(value(y, 0, 'village_returns'), 6);
  }
});

it('moves are made for the city as a whole and not in the base year', () => {
  const names = indicatorNames.filter((name) => name.startsWith('moves.'));
  expect(names).toHaveLength(15);
  for (const name of names) {
    expect(value(1, 1, name)).toBeNaN();
    expect(value(0, 0, name)).toBeNaN();
  }
});

it('children short of a place are those who ask beyond the places of their town and stage', () => {
  for (const y of years())
    for (const a of areas().slice(1))
      for (const stage of ['preschool', 'primary', 'junior', 'senior']) {
        const [places, asked] = [value(y, a, `school_places.${stage}`), value(y, a, `school_places_asked.${stage}`)];
        expect(value(y, a, `school_places_short.${stage}`)).toBeCloseTo(Math.max(0, asked - places), 6);
      }
});
