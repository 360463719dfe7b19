import { HouseholdKind, NONE, Presence } from '../../../src/population/codes.ts';
import { allocatePopulation, type Population } from '../../../src/population/population.ts';

/**
 * Families of a father, a mother and two children in villages of fifty over two areas, every second one linked to the parents'
 * family before it, and one collective household an area, whose first member is the father of the area's first family.
 */
export function fakePopulation(families: number, collectivePersons: number): Population {
  const population = allocatePopulation({
    persons: 4 * families + 2 * collectivePersons,
    households: families + 2,
    villages: Math.ceil(families / 50),
  });
  const { persons, households, villages } = population;
  villages.rows = villages.capacity;
  const p = persons.columns;
  const addPerson = (household: number): number => {
    const i = persons.rows++;
    p.identity[i] = i;
    p.presence[i] = Presence.present;
    p.household[i] = household;
    p.mother[i] = p.father[i] = p.spouse[i] = NONE;
    return i;
  };
  const addHousehold = (kind: number, area: number, village: number): number => {
    const h = households.rows++;
    const { columns } = households;
    columns.kind[h] = kind;
    columns.homeArea[h] = area;
    columns.village[h] = village;
    columns.head[h] = persons.rows;
    columns.taste[h] = h / 1000;
    return h;
  };
  for (let f = 0; f < families; f++) {
    const h = addHousehold(HouseholdKind.family, f < families / 2 ? 0 : 1, Math.floor(f / 50));
    const [father, mother, ...children] = [addPerson(h), addPerson(h), addPerson(h), addPerson(h)];
    p.spouse[father] = mother;
    p.spouse[mother] = father;
    if (f % 2 === 1) p.mother[mother] = mother - 4;
    for (const child of children) {
      p.mother[child] = mother;
      p.father[child] = father;
    }
  }
  for (const area of [0, 1]) {
    const h = addHousehold(HouseholdKind.collective, area, NONE);
    const parent = addPerson(h);
    p.father[area * 2 * families] = parent; // the first family of the area begins at this row
    for (let i = 1; i < collectivePersons; i++) addPerson(h);
  }
  return population;
}
