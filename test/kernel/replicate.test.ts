import { beforeAll, describe, expect, it } from 'vitest';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { Cancelled } from '../../src/kernel/cancelled.ts';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import { replicateInput, type SampledCity, sampledCity, simulate } from '../support/sanmenxia.ts';
import { value } from '../support/value.ts';

let town: SampledCity;
let result: ReplicateResult;

/** Results of the years up to and including one. */
const until = (r: ReplicateResult, year: number): Float64Array =>
  r.values.slice(0, (r.years.indexOf(year) + 1) * r.areas.length * r.indicators.length);

beforeAll(() => {
  town = sampledCity();
  result = simulate(town); // strict: the invariants hold after every year, or this throws
}, 120_000);

describe('one replicate', () => {
  it('gives the same numbers twice, also in a workspace another replicate has used', () => {
    const workspace = replicateInput(town).workspace;
    simulate(town, { replicate: 7, workspace });
    expect(simulate(town, { workspace }).values).toEqual(result.values);
  });

  it('differs from another replicate and from another seed', () => {
    expect(simulate(town, { replicate: 2 }).values).not.toEqual(result.values);
    expect(simulate(town, { scenario: { ...town.scenario, seed: 'other' } }).values).not.toEqual(result.values);
  });

  it('stops between two years when asked to', () => {
    expect(() => simulate(town, { onYear: (year) => year < 2022 })).toThrow(Cancelled);
  });

  it('leaves the shared base population untouched', () => {
    const copy = new Uint8Array(town.base.persons.buffer).slice();
    simulate(town, { replicate: 3 });
    expect(Buffer.compare(copy, new Uint8Array(town.base.persons.buffer))).toBe(0);
  });
});

describe('indicators', () => {
  it('of the city are the sums of the areas', () => {
    for (const name of [
      'resident_population',
      'registered_population',
      'settled_persons',
      'births',
      'households',
      'pupils.primary',
    ]) {
      for (const year of [2025, 2035]) {
        const sum = town.city.areas.reduce((total, area) => total + value(result, name, year, area.code), 0);
        expect(value(result, name, year), `${name} ${year}`).toBeCloseTo(sum, 6);
      }
    }
  });

  it('balance: residents and registers change by their flows alone', () => {
    for (let year = 2021; year <= 2035; year++) {
      const flow = (name: string) => value(result, name, year);
      const residents = value(result, 'resident_population', year) - value(result, 'resident_population', year - 1);
      expect(residents).toBeCloseTo(flow('natural_increase') + flow('net_migration'), 6);
      const registers = value(result, 'registered_population', year) - value(result, 'registered_population', year - 1);
      const natural = flow('registered_births') - flow('registered_deaths');
      expect(registers).toBeCloseTo(natural + flow('register_in') - flow('register_out'), 6);
    }
  });

  it('split every change of a rate by channel, exactly, in the city and in every area', () => {
    const parts = (stem: string): string[] => result.indicators.filter((name) => name.startsWith(`${stem}.`));
    for (const area of result.areas) {
      for (let year = 2021; year <= 2035; year++) {
        const at = (name: string, when = year) => value(result, name, when, area);
        const sum = (stem: string) => parts(stem).reduce((all, name) => all + at(name), 0);
        const resident = at('resident_urbanization_rate') - at('resident_urbanization_rate', year - 1);
        expect(sum('resident_rate_change'), `${area} ${year}`).toBeCloseTo(resident, 9);
        const rate = 'registered_urbanization_rate.by_place';
        expect(sum('registered_rate_change'), `${area} ${year}`).toBeCloseTo(at(rate) - at(rate, year - 1), 9);
      }
    }
  });

  it('settlements by route add up to the persons settled', () => {
    const routes = result.routes.length;
    for (let year = 2021; year <= 2035; year++) {
      const first = result.years.indexOf(year) * result.areas.length * routes;
      const sum = result.settlements.subarray(first, first + routes).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(value(result, 'settled_persons', year), 6);
    }
  });

  it('show the patterns: moving and settling are different, people age, households shrink', () => {
    expect(value(result, 'resident_urbanization_rate', 2035)).toBeGreaterThan(
      value(result, 'resident_urbanization_rate', 2020) + 4,
    );
    expect(value(result, 'rate_gap', 2035)).toBeGreaterThan(5);
    expect(value(result, 'age_60_plus_share', 2035)).toBeGreaterThan(value(result, 'age_60_plus_share', 2020) + 8);
    expect(value(result, 'mean_household_size', 2035)).toBeLessThan(value(result, 'mean_household_size', 2020));
    expect(value(result, 'natural_increase', 2035)).toBeLessThan(0);
  });

  it('settling in a year stays between 0.2 and 3 % of the pool, without a boom at the start', () => {
    const middle = simulate(town, { scenario: { ...town.scenario, uncertainty: 'fixed' } });
    const rates = middle.years
      .slice(1)
      .map((y) => value(middle, 'settled_persons.same_county', y) / value(middle, 'settlement_pool', y));
    for (const rate of rates) {
      expect(rate).toBeGreaterThan(0.002);
      expect(rate).toBeLessThan(0.03);
    }
    const mean = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0) / some.length;
    const early = mean(rates.slice(0, 5));
    const late = mean(rates.slice(-5));
    expect(early).toBeLessThan(1.5 * late);
    expect(early).toBeGreaterThan(late / 2);
  });
});

describe('scenarios under common random numbers', () => {
  it('are identical before they differ', () => {
    const later = {
      ...town.scenario,
      policy: { ...town.scenario.policy, add: [{ clause: 'chifeng-2016:2.1.2', from: '2030-01-01' }] },
    };
    const reform = simulate(town, { scenario: later });
    expect(until(reform, 2029)).toEqual(until(result, 2029));
  });

  it('without a single open route nobody settles, whatever the wish', () => {
    const noLaw = compileLawBook([], { documents: [], without: [], add: [], areas: town.city.areas });
    const none = simulate(town, { law: noLaw });
    for (let year = 2021; year <= 2035; year++) {
      expect(value(none, 'settled_persons', year)).toBe(0);
      expect(value(none, 'eligible_share', year)).toBe(0);
    }
    expect(value(none, 'willing_share', 2030)).toBeGreaterThan(10);
  });

  it('one family more changes nobody else’s draws: deaths of the others are the same', () => {
    const short = { ...town.scenario, endYear: 2021 };
    const input = replicateInput(town, { scenario: short });
    runReplicate(input);
    const all = input.workspace.persons.columns;
    const fewer = replicateInput(town, { scenario: short, base: withoutLastHousehold(town) });
    runReplicate(fewer);
    const some = fewer.workspace.persons.columns;
    let compared = 0;
    const rows = fewer.base.persons.rows;
    for (let i = 0; i < rows; i++) {
      // a person may leave through a family tie, but dying depends on nobody: births and deaths keep their draws
      if (all.identity[i] !== some.identity[i]) continue;
      expect(some.births[i]).toBe(all.births[i]);
      compared++;
    }
    expect(compared).toBe(rows);
  });
});

/** The base with its last household closed. */
function withoutLastHousehold({ base }: SampledCity): SampledCity['base'] {
  const last = base.persons.columns.household[base.persons.rows - 1];
  let rows = base.persons.rows;
  while (base.persons.columns.household[rows - 1] === last) rows--;
  return { ...base, persons: { ...base.persons, rows } };
}
