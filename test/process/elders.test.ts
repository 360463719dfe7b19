import { beforeAll, expect, it, vi } from 'vitest';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import { HouseholdKind, isInCity, NONE, Outside, Presence, Role } from '../../src/population/codes.ts';
import type { CountyFlows } from '../../src/scenario/city-data.ts';
import { replicateInput, type SampledCity, sampledCity } from '../support/sanmenxia.ts';
import { total } from '../support/value.ts';

vi.setConfig({ testTimeout: 240_000 });

const END = 2024;
const OLD = 60;

let town: SampledCity;
beforeAll(() => {
  town = sampledCity();
}, 600_000);

/** A run in which old people come or go at a rate in every county. */
function runWith(elders: number) {
  const flows = town.city.flows.map((each) => ({ ...(each as CountyFlows), elders }));
  const city = { ...town.city, flows };
  const scenario = { ...town.scenario, uncertainty: 'fixed' as const, endYear: END };
  const input = { ...replicateInput({ ...town, city }, { scenario }), city, strict: true };
  return { result: runReplicate(input), workspace: input.workspace };
}

const rows = <T>({ workspace: { persons } }: ReturnType<typeof runWith>, of: (i: number) => T): T[] =>
  Array.from({ length: persons.rows }, (_, i) => of(i));

const residentsAged = (run: ReturnType<typeof runWith>, least: number): number => {
  const { presence, age, residenceArea } = run.workspace.persons.columns;
  return rows(run, (i) => i).filter(
    (i) => presence[i] === Presence.present && age[i] >= least && isInCity(residenceArea[i]),
  ).length;
};

it('where a county loses old people as many leave, couples together, and keep their register', () => {
  const [none, some] = [runWith(0), runWith(-0.03)];
  const { columns } = some.workspace.persons;
  const { presence, age, residenceArea, registerArea, arrivalYear, spouse, household, sex } = columns;
  const left = rows(some, (i) => i).filter(
    (i) =>
      presence[i] === Presence.present &&
      age[i] >= OLD &&
      isInCity(registerArea[i]) &&
      !isInCity(residenceArea[i]) &&
      arrivalYear[i] > 2020,
  );
  const fewer = residentsAged(none, OLD) - residentsAged(some, OLD);
  // three in a hundred a year for four years, less those with school children at home and those who came back
  const share = fewer / residentsAged(none, OLD);
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(0.12);
  expect(left.length).toBeGreaterThan(0.7 * fewer);
  const wives = left.filter((i) => sex[i] === 1 && spouse[i] !== NONE && household[spouse[i]] === household[i]);
  const together = wives.filter((i) => residenceArea[spouse[i]] === residenceArea[i]);
  expect(wives.length).toBeGreaterThan(20);
  expect(together.length / wives.length).toBeGreaterThan(0.9);
  // nobody else is moved by it
  expect(Math.abs(residentsAged(none, 0) - residentsAged(some, 0) - fewer)).toBeLessThan(0.15 * fewer);
});

it('where a county gains them as many come, from outside, and most live with a family of outsiders', () => {
  const [none, some] = [runWith(0), runWith(0.02)];
  const arrivals = ({ result }: typeof some): number =>
    total(result, 'arrivals.province') + total(result, 'arrivals.other_province');
  const weight = 25;
  const more = (arrivals(some) - arrivals(none)) / weight;
  // two in a hundred of those of the base year and of the years since
  const expected = 4 * 0.02 * residentsAged(none, OLD);
  expect(more / expected).toBeGreaterThan(0.85);
  expect(more / expected).toBeLessThan(1.1);
  const parents = (run: typeof some): number => {
    const { age, registerArea, residenceUrban, role, household, arrivalYear } = run.workspace.persons.columns;
    const { kind } = run.workspace.households.columns;
    return rows(run, (i) => i).filter(
      (i) =>
        age[i] >= OLD &&
        role[i] === Role.parent &&
        registerArea[i] >= Outside.province &&
        residenceUrban[i] === 1 &&
        arrivalYear[i] > 2020 &&
        kind[household[i]] === HouseholdKind.family,
    ).length;
  };
  expect(parents(some) - parents(none)).toBeGreaterThan(0.5 * more);
});
