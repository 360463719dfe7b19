import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HouseholdKind, NONE } from '../../src/population/codes.ts';
import { baseKey } from '../../src/random/key.ts';
import { samplePopulation } from '../../src/run/sample-population.ts';
import { fakePopulation } from './fake/population.ts';

const key = baseKey('luohu');
const population = fakePopulation(1000, 300);

test('a tenth of the families is kept, in each area and to within one group in each village', () => {
  const { households } = samplePopulation(population, 0.1, key);
  const { kind, homeArea, village } = households.columns;
  const families = Array.from({ length: households.rows }, (_, h) => h).filter((h) => kind[h] === HouseholdKind.family);
  const inArea = (area: number) => families.filter((h) => homeArea[h] === area).length;
  expect([inArea(0), inArea(1)]).toEqual([50, 50]);
  for (let v = 0; v < 20; v++) expect([4, 6]).toContain(families.filter((h) => village[h] === v).length); // two or three groups of two
});

test('families are whole, collective households are thinned person by person', () => {
  const { persons, households } = samplePopulation(population, 0.1, key);
  const size = new Int32Array(households.rows);
  for (let i = 0; i < persons.rows; i++) size[persons.columns.household[i]]++;
  const sizes = (wanted: number) => [...size].filter((_, h) => households.columns.kind[h] === wanted);
  expect(new Set(sizes(HouseholdKind.family))).toEqual(new Set([4]));
  const [one, two] = sizes(HouseholdKind.collective);
  expect(Math.abs(one + two - 60)).toBeLessThanOrEqual(1);
});

test('identities stay, rows are renumbered', () => {
  const { persons, households } = samplePopulation(population, 0.1, key);
  const identities = [...persons.columns.identity.subarray(0, persons.rows)];
  expect(new Set(identities).size).toBe(persons.rows);
  expect(identities.some((identity, i) => identity !== i)).toBe(true);
  for (let h = 0; h < households.rows; h++) {
    const head = households.columns.head[h];
    expect(persons.columns.household[head]).toBe(h);
    expect(households.columns.taste[h]).toBeCloseTo(
      population.persons.columns.household[persons.columns.identity[head]] / 1000,
    );
  }
});

test('links lead to the same people as before: nobody is kept without the relatives', () => {
  const { persons } = samplePopulation(population, 0.3, key);
  const { identity, mother, father, spouse } = persons.columns;
  const before = population.persons.columns;
  const personAt = (row: number) => (row === NONE ? NONE : identity[row]);
  for (let i = 0; i < persons.rows; i++) {
    const old = identity[i];
    expect(personAt(mother[i])).toBe(before.mother[old]);
    expect(personAt(father[i])).toBe(before.father[old]);
    expect(personAt(spouse[i])).toBe(before.spouse[old]);
  }
});

test('the same seed keeps the same people, another seed others', () => {
  const identities = (seed: string) => {
    const { persons } = samplePopulation(population, 0.05, baseKey(seed));
    return [...persons.columns.identity.subarray(0, persons.rows)];
  };
  expect(identities('a')).toEqual(identities('a'));
  expect(identities('a')).not.toEqual(identities('b'));
});

test('the number kept is within one group of the share, whatever the share', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (rate) => {
      const { households } = samplePopulation(population, rate, key);
      const families = [...households.columns.kind.subarray(0, households.rows)].filter(
        (kind) => kind === HouseholdKind.family,
      );
      return Math.abs(families.length - 1000 * rate) <= 2;
    }),
  );
});
