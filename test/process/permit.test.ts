import { beforeAll, expect, it, vi } from 'vitest';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import { isInCity, Presence } from '../../src/population/codes.ts';
import { eventsOf } from '../../src/trace/events.ts';
import { type Scene, takeSnapshot } from '../../src/trace/facts.ts';
import { replicateInput, type SampledCity, sampledCity } from '../support/sanmenxia.ts';

vi.setConfig({ testTimeout: 240_000 });

const END = 2024;
const YEARS = END - 2020;

let town: SampledCity;
beforeAll(() => {
  town = sampledCity();
}, 600_000);

/** Permits held in the city at the end, by the year they were issued, and whom they are of. */
function held(applyHazard: number, lapse: number) {
  const always = (name: 'permit.applyHazard' | 'permit.lapse', value: number) => [
    { ...town.scenario.parameters[name][0], value, range: null },
  ];
  const parameters = {
    ...town.scenario.parameters,
    'permit.applyHazard': always('permit.applyHazard', applyHazard),
    'permit.lapse': always('permit.lapse', lapse),
  };
  const scenario = { ...town.scenario, parameters, uncertainty: 'fixed' as const, endYear: END };
  const input = { ...replicateInput(town, { scenario }), strict: true };
  runReplicate(input);
  const { persons } = input.workspace;
  const { presence, permitYear, registerArea, registerUrban, residenceArea, residenceUrban } = persons.columns;
  const holders = Array.from({ length: persons.rows }, (_, i) => i).filter(
    (i) => presence[i] === Presence.present && permitYear[i] !== 0,
  );
  for (const i of holders) {
    expect(isInCity(residenceArea[i])).toBe(true);
    expect(registerArea[i] === residenceArea[i] && registerUrban[i] === residenceUrban[i]).toBe(false);
  }
  return { old: holders.filter((i) => permitYear[i] <= 2020).length, all: holders.length };
}

it('a permit of the base year is held on by who endorses it every year', () => {
  const [kept, halved] = [held(0, 0), held(0, 0.5)];
  expect(kept.all).toBe(kept.old);
  expect(halved.all).toBe(halved.old);
  expect(kept.old).toBeGreaterThan(500);
  const expected = kept.old * 0.5 ** YEARS;
  expect(Math.abs(halved.old - expected)).toBeLessThan(4 * Math.sqrt(expected));
});

it('who let it lapse may apply again: with every permit lapsing after a year some are held all the same', () => {
  const yearly = held(0.5, 1);
  expect(yearly.old).toBe(0);
  expect(yearly.all).toBeGreaterThan(0);
});

it('a life course tells a lapse, and a move that ends a permit as a move', () => {
  const input = replicateInput(town);
  const { columns } = input.base.persons;
  const scene = {
    state: { law: { routes: [] }, city: town.city, year: 2021 },
    population: input.base,
  } as unknown as Scene;
  const i = columns.permitYear.findIndex((year) => year !== 0);
  const before = takeSnapshot(scene, columns.household[i]);
  const without = (change: object) => ({
    ...before,
    members: new Map(
      [...before.members].map(([key, member]) => [
        key,
        key === i ? { ...member, permitSince: null, ...change } : member,
      ]),
    ),
  });
  const said = (change: object) =>
    eventsOf(scene, columns.household[i], 'residence permit', before, without(change)).map(({ what }) => what);
  expect(said({})).toEqual(['permit-lapsed']);
  expect(said({ residence: { area: 'nation', side: 'town' } })).toEqual(['moved']);
});
