import { describe, expect, it } from 'vitest';
import { ownOutcomes } from '../../../src/analysis/backtest/own-outcomes.ts';
import { scenarioOutcomes } from '../../../src/analysis/backtest/scenario-outcomes.ts';
import { loadCityData } from '../../../src/scenario/load-city-data.ts';
import { readData } from '../../../src/scenario/read-data.ts';

const figure = (indicator: string, year: number, value: number, area = 'city') => {
  return { area, year, indicator, value, error: 1, source: 'bureau' };
};
const run = { city: '150200', baseYear: 2020, endYear: 2024 } as const;

describe('figures of one’s own as outcomes', () => {
  it('are forecast from their first where nobody published the series, and never beyond the run or the break of 2020', () => {
    const settled = [2022, 2021, 2023, 2025, 2019].map((year) => figure('settled_reported', year, 1000 + year));
    const outcomes = ownOutcomes(settled, run, []);
    expect(outcomes.map(({ origin, year, observed, past }) => [origin, year, observed, past])).toEqual(
      [2022, 2023].map((year) => [2021, year, 1000 + year, [{ year: 2021, value: 3021 }]]),
    );
    expect(ownOutcomes([settled[0]], run, [])).toEqual([]);
  });

  it('are forecast from the base year where the series was published to it, counties by themselves', () => {
    const points = [2010, 2015, 2020, 2021].map((year) => ({ year, value: year / 10, source: 'yearbook' }));
    const published = [{ indicator: 'resident_population', area: '150203', points }];
    const [outcome, ...others] = ownOutcomes([figure('resident_population', 2022, 9, '150203')], run, published);
    expect(others).toEqual([]);
    expect(outcome).toMatchObject({ level: 'county', origin: 2020, year: 2022, observed: 9 });
    expect(outcome.past).toEqual([2010, 2020].map((year) => ({ year, value: year / 10 })));
  });

  it('stand for published ones of the same place and year', () => {
    const city = loadCityData(readData, '150200', 2020);
    const published = scenarioOutcomes(readData, city, 2023);
    const known = published.find(({ indicator, year }) => indicator === 'resident_population' && year === 2022)!;
    const outcomes = scenarioOutcomes(readData, city, 2023, [figure('resident_population', 2022, 2_700_000)]);
    const same = outcomes.filter(
      ({ indicator, area, year }) => indicator === 'resident_population' && area === 'city' && year === 2022,
    );
    expect(same.map(({ observed }) => observed)).toEqual([2_700_000]);
    expect(known.observed).not.toBe(2_700_000);
    expect(outcomes).toHaveLength(published.length);
  });
});
