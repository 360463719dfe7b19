import { beforeAll, describe, expect, it } from 'vitest';
import { servedCounters, servedGroups } from '../../src/indicator/names.ts';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { type SampledCity, sampledCity, simulate } from '../support/sanmenxia.ts';
import { value } from '../support/value.ts';

let town: SampledCity;
let result: ReplicateResult;
beforeAll(() => {
  town = sampledCity();
  result = simulate(town, { scenario: { ...town.scenario, endYear: 2027 } });
}, 120_000);

const years = [2020, 2023, 2027];
const areas = (): string[] => ['city', ...town.city.areas.map(({ code }) => code)];
const over = (counter: string, year: number, area: string): number =>
  servedGroups.reduce((sum, group) => sum + value(result, `by_status.${counter}.${group}`, year, area), 0);

describe('persons by register status', () => {
  it.each([
    ['residents', 'resident_population'],
    ['townspeople', 'urban_resident_population'],
    ['preschool', 'pupils.preschool'],
    ['primary', 'pupils.primary'],
    ['junior', 'pupils.junior'],
    ['senior', 'pupils.senior'],
    ['employee_insured', 'employee_insured'],
    ['elderly', 'age_60_plus_persons'],
  ])('%s add up to %s', (counter, indicator) => {
    for (const year of years) {
      for (const area of areas()) {
        expect(over(counter, year, area), `${counter} ${year} ${area}`).toBeCloseTo(
          value(result, indicator, year, area),
          6,
        );
      }
    }
  });

  it('every resident belongs to one scheme of medical insurance', () => {
    for (const year of years)
      expect(
        over('employee_insured', year, 'city') +
          over('employee_pension', year, 'city') +
          over('resident_insured', year, 'city'),
      ).toBeCloseTo(over('residents', year, 'city'), 6);
  });

  it('permit holders are those who hold a permit, and nobody is settled at the start', () => {
    for (const year of years)
      expect(value(result, 'by_status.residents.permit', year)).toBeCloseTo(value(result, 'permit_holders', year), 6);
    for (const counter of servedCounters) expect(value(result, `by_status.${counter}.settled`, 2020), counter).toBe(0);
    expect(value(result, 'by_status.residents.settled', 2027)).toBeGreaterThan(0);
  });

  it('nobody in a village lives in town, and pupils in towns are fewer than all', () => {
    for (const year of years) {
      expect(value(result, 'by_status.townspeople.village', year)).toBe(0);
      for (const stage of ['preschool', 'primary', 'junior', 'senior']) {
        const inTown = value(result, `town_pupils.${stage}`, year);
        expect(inTown).toBeGreaterThan(0);
        expect(inTown).toBeLessThan(value(result, `pupils.${stage}`, year));
      }
      expect(value(result, 'award_children', year)).toBeLessThan(
        value(result, 'town_pupils.primary', year) + value(result, 'town_pupils.junior', year),
      );
    }
  });
});

describe('settlers the award counts', () => {
  const tiers = ['same_county', 'same_city', 'province', 'other_province'];

  it('add up over tiers, and are no more than those of rural origin', () => {
    for (const year of [2023, 2027]) {
      for (const area of areas()) {
        const all = value(result, 'award_settlers', year, area);
        expect(tiers.reduce((sum, tier) => sum + value(result, `award_settlers.${tier}`, year, area), 0)).toBeCloseTo(
          all,
          6,
        );
        expect(all).toBeLessThanOrEqual(value(result, 'settled_persons.rural_origin', year, area));
      }
      expect(value(result, 'award_settlers', year)).toBeGreaterThan(0);
    }
  });

  it('who comes from another county of the city has left one of its counties', () => {
    for (const year of [2023, 2027])
      expect(value(result, 'award_settlers.left_for_other_county', year)).toBeCloseTo(
        value(result, 'award_settlers.same_city', year),
        6,
      );
  });
});
