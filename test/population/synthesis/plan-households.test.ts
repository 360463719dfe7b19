import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FEWEST, planHouseholds } from '../../../src/population/synthesis/plan/plan-households.ts';
import type { AreaCensus } from '../../../src/scenario/city-data.ts';
import { loadCity } from './city.ts';

const holds = (area: AreaCensus, year: 2010 | 2020): void => {
  const sides = planHouseholds(area, year);
  const [one, two, three, four] = area.generationHouseholds;
  const types = [area.onePersonHouseholds, one - area.onePersonHouseholds, two, three, four];
  expect(types.map((_, type) => sides[0].households[type] + sides[1].households[type])).toEqual(types);
  expect(sides[0].familyPersons + sides[1].familyPersons).toBe(area.familyPersons);
  [area.population - area.urban, area.urban].forEach((persons, side) => {
    const { collectivePersons, familyPersons, households } = sides[side];
    expect(collectivePersons + familyPersons).toBe(persons);
    expect(Math.min(collectivePersons, familyPersons, ...households)).toBeGreaterThanOrEqual(0);
    const fewest = FEWEST.reduce((sum, size, type) => sum + size * households[type], 0);
    expect(fewest).toBeLessThanOrEqual(familyPersons);
    const joinable = households.slice(1).reduce((a, b) => a + b, 0);
    if (familyPersons > fewest) expect(joinable).toBeGreaterThan(0);
  });
};

it('keeps every sum of every area of Baotou and Sanmenxia', () => {
  for (const year of [2010, 2020] as const) {
    for (const code of ['150200', '411200']) for (const area of loadCity(code, year).areas) holds(area, year);
  }
});

it('keeps every sum however small or lopsided a side is', () => {
  const small = fc.nat(40);
  fc.assert(
    fc.property(
      fc.tuple(small, small, small, small, small),
      small,
      small,
      fc.nat(1000),
      ([h1, g1, g2, g3, g4], extra, collective, cut) => {
        const fewest = h1 + 2 * g1 + 2 * g2 + 3 * g3 + 4 * g4;
        fc.pre(g1 + g2 + g3 + g4 > 0);
        const population = fewest + extra + collective;
        const area = {
          population,
          urban: cut % 3 === 0 ? population : cut % 3 === 1 ? 0 : Math.round((population * cut) / 1000),
          familyHouseholds: h1 + g1 + g2 + g3 + g4,
          familyPersons: fewest + extra,
          onePersonHouseholds: h1,
          generationHouseholds: [h1 + g1, g2, g3, g4] as const,
        } as AreaCensus;
        fc.pre(area.urban === 0 || area.urban === population || (area.urban > 60 && population - area.urban > 60));
        holds(area, 2020);
      },
    ),
  );
});
