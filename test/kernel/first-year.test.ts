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
/** A hundred moves a year of the smaller sample are luck to a tenth: so many together. */
const REPLICATES = [1, 2, 3, 4];
const regions = readRegions(readData);

/**
 * Where outsiders are many the first simulated year once had several times the arrivals of the next: it answered to a chance of work that was
 * taken for certain, and the next to the one that was found.
 */
describe.each(PLACES)('the first simulated year of %s', (code, share) => {
  const city = sampledCity(placeScenario(regions.get(code)!, regions), share);
  const { scenario } = city;
  const fixed = { ...scenario, uncertainty: 'fixed', endYear: scenario.baseYear + 4 } as const;
  const results = REPLICATES.map((replicate) => simulate(city, { scenario: fixed, replicate }));
  const [, first, ...next] = results[0].years;

  it.each(['arrivals', 'town_moves'])('has about as many %s as the years after', (indicator) => {
    const at = (year: number): number =>
      results.reduce((sum, result) => sum + value(result, indicator, year), 0) / results.length;
    const usual = next.reduce((sum, year) => sum + at(year), 0) / next.length;
    expect(at(first)).toBeGreaterThan(0.65 * usual);
    expect(at(first)).toBeLessThan(1.45 * usual);
  });
});
