import { beforeAll, describe, expect, it } from 'vitest';
import { type Asked, measuredFor } from '../../src/indicator/asked.ts';
import { indicatorNames } from '../../src/indicator/indicators.ts';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { type SampledCity, sampledCity, simulate } from '../support/sanmenxia.ts';

let town: SampledCity;
let all: ReplicateResult;

beforeAll(() => {
  const sampled = sampledCity('scenarios/sanmenxia.yaml', 0.01);
  town = { ...sampled, scenario: { ...sampled.scenario, endYear: 2026 } };
  all = simulate(town);
}, 120_000);

/** Values of an indicator by year and area. */
function columnOf({ indicators, values }: ReplicateResult, name: string): number[] {
  const column = indicators.indexOf(name);
  return [...values].filter((_, n) => n % indicators.length === column);
}

describe('what is asked', () => {
  it('has the same bits as where everything is counted, whichever indicator is asked alone', () => {
    // one of each way of counting: stocks, the register, services, events, channels, moves, the survey
    for (const name of [
      'resident_population',
      'registered_urbanization_rate',
      'public_rental_stock',
      'public_health_persons',
      'settled_persons',
      'willing_share',
      'left_behind_children',
    ]) {
      const only = simulate(town, { asked: [{ indicators: [name], from: 2020, to: 2026 }] });
      expect(only.indicators).toEqual([name]);
      expect(columnOf(only, name), name).toEqual(columnOf(all, name));
    }
  });

  it('has every indicator of the table where all are asked of one year, and nothing of the others', () => {
    const asked = simulate(town, { asked: [{ indicators: indicatorNames, from: 2025, to: 2025 }] });
    const year = all.areas.length * all.indicators.length;
    expect(asked.values.slice(5 * year, 6 * year)).toEqual(all.values.slice(5 * year, 6 * year));
    expect(asked.values.slice(0, 5 * year).every(Number.isNaN)).toBe(true);
    expect(asked.values.slice(6 * year).every(Number.isNaN)).toBe(true);
  });

  it('is counted from what it needs alone', () => {
    const needs = (...indicators: string[]) => {
      const asked: Asked[] = [{ indicators, from: 2021, to: 2021 }];
      const [before, { stocks, served, survey }] = measuredFor(asked, [2020, 2021]).years;
      expect(before.columns).toEqual([]);
      return { stocks, served, survey };
    };
    expect(needs('settled_persons')).toEqual({ stocks: false, served: false, survey: false });
    expect(needs('firm_share')).toEqual({ stocks: false, served: false, survey: true });
    expect(needs('rate_gap')).toEqual({ stocks: true, served: false, survey: false });
  });

  it('must be in the table', () => {
    expect(() => measuredFor([{ indicators: ['happiness'], from: 2020, to: 2020 }], [2020])).toThrow(
      'no indicator happiness',
    );
  });
});
