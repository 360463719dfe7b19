import { describe, expect, it } from 'vitest';
import { placeScenario } from '../../src/run/place-name.ts';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { sampledCity, simulate } from '../support/sanmenxia.ts';
import { value } from '../support/value.ts';

/** Zhengzhou, Hohhot, Lanzhou, and the share of each that is simulated: about 40,000 persons. */
const PLACES = [
  ['410100', 0.0035],
  ['150100', 0.012],
  ['620100', 0.01],
] as const;
/**
 * Where many come to study (Hohhot: one in a hundred residents a year) those who leave college look for work from the second year on, fewer find
 * it, and fewer move to town: 1.6 times as many in the first year as in the next three on average.
 */
const MOST = { arrivals: 1.45, town_moves: 1.75 } as const;
const regions = readRegions(readData);

/**
 * Where outsiders are many the first simulated year once had several times the arrivals of the next: it answered to a chance of work that was
 * taken for certain, and the next to the one that was found.
 */
describe.each(PLACES)('the first simulated year of %s', (code, share) => {
  const city = sampledCity(placeScenario(regions.get(code)!, regions), share);
  const { scenario } = city;
  const result = simulate(city, { scenario: { ...scenario, uncertainty: 'fixed', endYear: scenario.baseYear + 4 } });
  const [, first, ...next] = result.years;

  it.each(['arrivals', 'town_moves'] as const)('has about as many %s as the years after', (indicator) => {
    const at = (year: number): number => value(result, indicator, year);
    const usual = next.reduce((sum, year) => sum + at(year), 0) / next.length;
    expect(at(first)).toBeGreaterThan(0.65 * usual);
    expect(at(first)).toBeLessThan(MOST[indicator] * usual);
  });
});
