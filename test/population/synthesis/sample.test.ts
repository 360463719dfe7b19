import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HouseholdKind, isInCity, NONE, Role } from '../../../src/population/codes.ts';
import type { Population } from '../../../src/population/population.ts';
import type { FitRow } from '../../../src/population/synthesis/fit/fit.ts';
import { synthesize } from '../../../src/population/synthesis/synthesize.ts';
import { baseKey } from '../../../src/random/key.ts';
import { AGE_GROUPS, type AreaCensus, type CityData } from '../../../src/scenario/city-data.ts';
import { loadCity, makeCity, parametersWith } from './city.ts';

/** Persons or households a margin may miss its share by: how many parts each rounded to within one it is made of. */
const within: Readonly<Record<string, number>> = {
  residents_by_age_and_sex: 1,
  residents_by_side: 2,
  family_households: 3,
  family_persons: 2,
  one_person_households: 2,
  households_by_generations: 3,
};
const beyond = (fit: readonly FitRow[]) =>
  fit.filter(({ control, difference }) => Math.abs(difference) >= (within[control] ?? Number.POSITIVE_INFINITY));

const city = loadCity('152900', 2010); // Alxa League
const parameters = parametersWith();
const whole = makeCity('152900', 2010);
const sample = (rate: number, part = 0) => synthesize(city, parameters, baseKey('test', Number(city.code), part), rate);

describe('a sample', () => {
  it('of all is the city', () => {
    const all = sample(1);
    const bytes = ({ persons }: Population) => Buffer.from(persons.buffer as ArrayBuffer);
    expect(bytes(all.population).equals(bytes(whole.population))).toBe(true);
    expect(all.fit).toEqual(whole.fit);
  });

  it.each([0.002, 0.01, 0.05, 0.3])('of %f has its share of everybody, and the census by its share', (rate) => {
    const { population, fit } = sample(rate);
    expect(Math.abs(population.persons.rows - rate * whole.population.persons.rows)).toBeLessThan(1);
    expect(beyond(fit)).toEqual([]);
  });

  it('has the villages of the whole, and families of one register', () => {
    const { population } = sample(0.05);
    const villages = whole.population.villages.rows;
    expect(Math.abs(population.villages.rows - villages)).toBeLessThan(0.03 * villages);
    const { household, registerArea, registerUrban } = population.persons.columns;
    const { head, kind } = population.households.columns;
    for (let i = 0; i < population.persons.rows; i++) {
      const h = household[i];
      if (kind[h] !== HouseholdKind.family) continue;
      expect([registerArea[i], registerUrban[i]]).toEqual([registerArea[head[h]], registerUrban[head[h]]]);
    }
  });

  it('of another part has other people, all of them in the same margins', () => {
    const [one, two] = [sample(0.02, 0), sample(0.02, 1)];
    const ages = ({ persons }: Population) => [...persons.columns.age.subarray(0, 200)];
    expect(ages(two.population)).not.toEqual(ages(one.population));
    expect(beyond(two.fit)).toEqual([]);
  });

  it('meets the census on average over parts: registers too, which are dealt to families', () => {
    const parts = 40;
    const inWhole = (of: string): number => whole.fit.find(({ control }) => control === of)!.difference;
    const sum = new Map<string, { control: string; target: number; total: number; squares: number }>();
    for (let part = 0; part < parts; part++)
      for (const { control, area, category, target, difference, controlled } of sample(0.02, part).fit) {
        if (!controlled) continue;
        const key = [control, area, category].join(' ');
        const cell = sum.get(key) ?? { control, target, total: 0, squares: 0 };
        // the level estimated is more than live in its towns, and is lowered in the whole as well
        const lowered = control === 'registered_in_town' ? 0.02 * inWhole(control) : 0;
        cell.total += difference - lowered;
        cell.squares += (difference - lowered) ** 2;
        sum.set(key, cell);
      }
    const far = [...sum].filter(([, { target, total, squares }]) => {
      const fraction = target % 1; // rounded up with this chance
      const error = Math.sqrt(Math.max(squares / parts, fraction * (1 - fraction)) / parts);
      return Math.abs(total / parts) > Math.max(4.5 * error, 0.02);
    });
    expect(far).toEqual([]);
  });
});

/** Areas of some dozens to hundreds of people with figures that agree with each other. */
const smallArea = fc
  .record({
    types: fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(40), fc.nat(10)),
    extra: fc.nat(120),
    collective: fc.nat(60),
    urbanShare: fc.constantFrom(0, 0.3, 0.7, 1),
    migrants: fc.tuple(fc.double({ min: 0, max: 0.4, noNaN: true }), fc.double({ min: 0, max: 0.4, noNaN: true })),
    awayShare: fc.double({ min: 0, max: 0.6, noNaN: true }),
    ages: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 38, maxLength: 38 }),
  })
  .map(({ types, extra, collective, urbanShare, migrants, awayShare, ages }): Partial<AreaCensus> => {
    const [one, oneGeneration, two, three, four] = types.map((count) => count + 130);
    const familyPersons = one + 2 * oneGeneration + 2 * two + 3 * three + 4 * four + extra;
    const population = familyPersons + collective;
    const residents = new Int32Array(2 * AGE_GROUPS.length);
    const weight = ages.reduce((a, b) => a + b, 0);
    ages.forEach((age, cell) => {
      residents[cell] = Math.floor((population * age) / weight);
    });
    residents[10] += population - residents.reduce((a, b) => a + b, 0);
    const [fromOtherCounty, fromOtherProvince] = migrants.map((share) => Math.floor(share * population));
    return {
      residents,
      population,
      urban: Math.round(urbanShare * population),
      familyHouseholds: one + oneGeneration + two + three + four,
      familyPersons,
      onePersonHouseholds: one,
      generationHouseholds: [one + oneGeneration, two, three, four],
      fromOtherCounty,
      fromOtherProvince,
      registered: Math.floor((population - fromOtherCounty - fromOtherProvince) * (1 + awayShare)),
    };
  });

/** What holds of any population: everyone in one household with a head of its own, relatives in both directions. */
function broken({ persons, households, villages }: Population): string[] {
  const c = persons.columns;
  const h = households.columns;
  const wrong: string[] = [];
  const members = new Int32Array(households.rows);
  for (let i = 0; i < persons.rows; i++) {
    members[c.household[i]]++;
    const spouse = c.spouse[i];
    if (spouse !== NONE && (c.spouse[spouse] !== i || c.sex[spouse] === c.sex[i])) wrong.push(`spouse of ${i}`);
    if (c.mother[i] !== NONE && c.age[c.mother[i]] < c.age[i] + 15) wrong.push(`mother of ${i}`);
    if (c.father[i] !== NONE && c.age[c.father[i]] < c.age[i] + 15) wrong.push(`father of ${i}`);
    if (!isInCity(c.residenceArea[i]) && !isInCity(c.registerArea[i])) wrong.push(`${i} is nowhere`);
    if ((c.role[i] === Role.collective) !== (h.kind[c.household[i]] === HouseholdKind.collective))
      wrong.push(`role ${i}`);
  }
  for (let row = 0; row < households.rows; row++) {
    if (members[row] === 0 || c.household[h.head[row]] !== row) wrong.push(`household ${row}`);
    if (h.village[row] !== NONE && villages.columns.area[h.village[row]] !== h.homeArea[row])
      wrong.push(`village ${row}`);
  }
  return wrong;
}

it('a sample of small areas is sound whatever its rate, down to nobody', { timeout: 300_000 }, () => {
  const rates = fc.oneof(fc.double({ min: 0.002, max: 1, noNaN: true }), fc.constantFrom(0.002, 0.004, 0.01, 0.02, 1));
  fc.assert(
    fc.property(fc.array(smallArea, { minLength: 1, maxLength: 3 }), rates, fc.nat(9), (areas, rate, part) => {
      const small: CityData = { ...city, areas: areas.map((area, a) => ({ ...city.areas[a], ...area })) };
      const { population, fit } = synthesize(small, parameters, baseKey('small', Number(small.code), part), rate);
      expect(broken(population)).toEqual([]);
      const sized = new Set(['residents_by_age_and_sex', 'residents_by_side']);
      expect(beyond(fit.filter(({ control }) => sized.has(control)))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('every table of counts has the share of the sample for its target, whether or not it was used', () => {
  const whole = new Map<string, number>();
  const part = new Map<string, number>();
  const addUp = (sums: Map<string, number>, rows: ReturnType<typeof sample>['fit']): void => {
    for (const { control, target } of rows) sums.set(control, (sums.get(control) ?? 0) + target);
  };
  addUp(whole, sample(1).fit);
  addUp(part, sample(0.05).fit);
  const isOfCounts = (control: string): boolean => !/_share|mean_years/.test(control);
  for (const [control, target] of [...whole].filter(([control]) => isOfCounts(control)))
    expect((part.get(control) ?? 0) / target, control).toBeCloseTo(0.05, 4);
});
