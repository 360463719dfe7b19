import { beforeAll, expect, it, vi } from 'vitest';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import { Education, isInCity, Presence, Work } from '../../src/population/codes.ts';
import { entrantsOver } from '../../src/scenario/city/nation-years.ts';
import type { CountyFlows } from '../../src/scenario/city-data.ts';
import { replicateInput, type SampledCity, sampledCity } from '../support/sanmenxia.ts';
import { total, value } from '../support/value.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Share of residents who come to study in a year like 2020. */
const COMING = 0.02;
const END = 2027;

let town: SampledCity;
beforeAll(() => {
  town = sampledCity();
}, 600_000);

/** A run in which so many come to study in every county, and nobody else is driven; the tables at its end. */
function runWith(students: number) {
  const flows = town.city.flows.map((each) => ({ ...(each as CountyFlows), students }));
  const city = { ...town.city, flows };
  const scenario = { ...town.scenario, uncertainty: 'fixed' as const, endYear: END };
  const input = { ...replicateInput({ ...town, city }, { scenario }), city, strict: true };
  return { result: runReplicate(input), persons: input.workspace.persons, city };
}

/** Persons who came to study in a year: at college, from outside the city, and 18 in the year they came. */
function arrivedIn({ persons }: ReturnType<typeof runWith>, year: number) {
  const { presence, age, education, arrivalYear, registerArea, residenceArea, work } = persons.columns;
  const rows = Array.from({ length: persons.rows }, (_, i) => i).filter(
    (i) =>
      presence[i] === Presence.present &&
      arrivalYear[i] === year &&
      age[i] - (END - year) === 18 &&
      education[i] === Education.college &&
      isInCity(residenceArea[i]) &&
      !isInCity(registerArea[i]),
  );
  return { all: rows.length, studying: rows.filter((i) => work[i] === Work.student).length };
}

it('those who come to study are as many as the flows say, stay while they study, and seek work at 22', () => {
  const [none, some] = [runWith(0), runWith(COMING)];
  const residents = town.city.areas.reduce((sum, { population }) => sum + population, 0);
  let expected = 0;
  for (let year = 2021; year <= END; year++) expected += COMING * residents * entrantsOver(some.city.nation, year);
  const came = ({ result }: typeof some): number =>
    total(result, 'arrivals.province') + total(result, 'arrivals.other_province');
  const more = came(some) - came(none);
  expect(more / expected).toBeGreaterThan(0.97);
  expect(more / expected).toBeLessThan(1.03);

  const inThatYear = (year: number): number => (COMING * residents * entrantsOver(some.city.nation, year)) / 25;
  // four in five and more bring no register along
  for (const year of [2024, 2025, 2026, 2027]) {
    const { all, studying } = arrivedIn(some, year);
    expect(studying).toBe(all);
    expect(all / inThatYear(year)).toBeGreaterThan(0.65);
    expect(all / inThatYear(year)).toBeLessThan(0.9);
  }
  // who came in 2021 and 2022 has done with studying, and a part has left
  for (const year of [2021, 2022]) {
    const { all, studying } = arrivedIn(some, year);
    expect(studying).toBe(0);
    expect(all).toBeLessThan(arrivedIn(some, 2025).all);
    expect(all).toBeGreaterThan(0.2 * inThatYear(year));
  }
});

it('some of them bring their register along, as students', () => {
  const [none, some] = [runWith(0), runWith(COMING)];
  const brought = ({ result }: typeof some): number => {
    let sum = 0;
    for (let year = 2022; year <= END; year++) sum += value(result, 'settled_reported.students', year);
    return sum;
  };
  expect(brought(some)).toBeGreaterThan(2 * brought(none) + 1000);
});
