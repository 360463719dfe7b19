import { beforeAll, describe, expect, it } from 'vitest';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import type { ParameterName } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { type SampledCity, sampledCity, simulate } from '../support/sanmenxia.ts';
import { total, value } from '../support/value.ts';

let town: SampledCity;
let asIs: ReplicateResult;
let short: ReplicateResult;
let ample: ReplicateResult;

/** The scenario with parameters fixed at other values and without draws, to 2026. */
function withValues(scenario: Scenario, values: Partial<Record<ParameterName, number>>): Scenario {
  const parameters = { ...scenario.parameters };
  for (const [name, value] of Object.entries(values) as [ParameterName, number][]) {
    parameters[name] = [{ ...parameters[name][0], value, range: null }];
  }
  return { ...scenario, parameters, uncertainty: 'fixed', endYear: 2026 };
}

const factors = (factor: number): Partial<Record<ParameterName, number>> => ({
  'school.capacityFactor': factor,
  'rental.capacityFactor': factor,
  'job.capacityFactor': factor,
});

beforeAll(() => {
  town = sampledCity();
  asIs = simulate(town, { scenario: withValues(town.scenario, {}) });
  short = simulate(town, { scenario: withValues(town.scenario, factors(0.5)) });
  ample = simulate(town, { scenario: withValues(town.scenario, factors(100)) });
}, 180_000);

const shortPlaces = (r: ReplicateResult): number =>
  ['preschool', 'primary', 'junior', 'senior'].reduce(
    (sum, stage) => sum + total(r, `school_places_short.${stage}`),
    0,
  );

describe('places that run out', () => {
  it('with places halved leave children unserved, families behind and applicants waiting', () => {
    expect(shortPlaces(short)).toBeGreaterThan(shortPlaces(asIs) * 2);
    expect(total(short, 'left_behind_children')).toBeGreaterThan(total(asIs, 'left_behind_children'));
    const waiting = (r: ReplicateResult): number =>
      total(r, 'public_rental_waiting') / total(r, 'public_rental_demand');
    expect(waiting(short)).toBeGreaterThan(waiting(asIs));
    expect(total(short, 'job_seekers')).toBeGreaterThan(total(asIs, 'job_seekers'));
  });

  it('change where people live: fewer town moves when jobs and school places are short', () => {
    expect(total(short, 'town_moves')).toBeLessThan(total(ample, 'town_moves'));
    expect(total(short, 'settled_persons')).not.toBe(total(ample, 'settled_persons'));
  });

  it('never house more families than there are dwellings', () => {
    for (const year of asIs.years.slice(1)) {
      for (const area of asIs.areas) {
        expect(value(asIs, 'public_rental_occupied', year, area)).toBeLessThanOrEqual(
          value(asIs, 'public_rental_stock', year, area),
        );
      }
    }
  });

  it('without limit leave nobody waiting, unserved or without work', () => {
    expect(shortPlaces(ample)).toBe(0);
    // where there was no dwelling at all a hundred times as many are none
    for (const area of ample.areas.slice(1))
      for (const year of ample.years.slice(1))
        if (value(ample, 'public_rental_stock', year, area) > 0)
          expect(value(ample, 'public_rental_waiting', year, area)).toBe(0);
    expect(total(ample, 'job_seekers')).toBe(0);
  });

  it('give every worker a job that exists: no more are taken than there were and were made', () => {
    const more = simulate(town, {
      scenario: withValues(town.scenario, { ...factors(0.5), 'job.creation': 0.02 }),
    });
    expect(total(more, 'job_seekers')).toBeLessThan(total(short, 'job_seekers'));
    const none = simulate(town, {
      scenario: withValues(town.scenario, { ...factors(0.5), 'job.ownAccount': 0 }),
    });
    expect(total(none, 'job_seekers')).toBeGreaterThan(total(short, 'job_seekers'));
  });

  it('of one county, from its year on, leave the others as they were in the year it happens', () => {
    const county = town.city.areas[0].code;
    const [usual] = town.scenario.parameters['job.capacityFactor'];
    const dated = { ...usual, range: null };
    const counties = { [county]: { 'job.capacityFactor': [dated, { ...dated, from: 2023, value: 0.5 }] } };
    const one = simulate(town, { scenario: { ...withValues(town.scenario, {}), counties } });
    const [here, ...others] = asIs.areas.slice(1);
    expect(here).toBe(county);
    for (const area of asIs.areas.slice(1))
      expect(value(one, 'job_seekers', 2022, area)).toBe(value(asIs, 'job_seekers', 2022, area));
    expect(value(one, 'job_seekers', 2023, here)).toBeGreaterThan(1.5 * value(asIs, 'job_seekers', 2023, here));
    // new jobs arise where jobs are: a few more of the year's fall to the other counties
    const elsewhere = (r: ReplicateResult): number =>
      others.reduce((sum, area) => sum + value(r, 'job_seekers', 2023, area), 0);
    expect(elsewhere(one)).toBeLessThanOrEqual(elsewhere(asIs));
    expect(elsewhere(one)).toBeGreaterThan(0.9 * elsewhere(asIs));
    expect(value(one, 'resident_population', 2026, here)).toBeLessThan(value(asIs, 'resident_population', 2026, here));
  });
});
