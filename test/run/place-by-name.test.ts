import { expect, test } from 'vitest';
import { statedParameters } from '../../src/kernel/parameters.ts';
import type { FitRow } from '../../src/population/synthesis/fit/fit.ts';
import { withMissedChildren } from '../../src/population/synthesis/plan/missed-children.ts';
import { synthesize } from '../../src/population/synthesis/synthesize.ts';
import { uniform } from '../../src/random/draw.ts';
import { baseKey } from '../../src/random/key.ts';
import { type Inputs, loadInputs, readShared } from '../../src/run/load-inputs.ts';
import { censusYears, placeCensus } from '../../src/scenario/city/census-unit.ts';
import { isPlace, provinceOf, type Region, readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';

const SAMPLE = 0.02;
/** Twenty places by a seeded draw: from each of the six great regions (first digit of the code) in turn. */
const PLACES = 20;

const shared = readShared();
const prefectures = [...readRegions(readData).values()].filter((each) => isPlace(each) && each.level === 'prefecture');
const rank = ({ code }: Region): number => uniform(baseKey('twenty'), Number(code), 0, 2020, 0);
const byRegion = ['1', '2', '3', '4', '5', '6'].map((digit) =>
  prefectures.filter(({ code }) => code.startsWith(digit)).sort((a, b) => rank(a) - rank(b)),
);
const drawn = Array.from({ length: PLACES }, (_, n) => byRegion[n % 6][Math.floor(n / 6)]);
const bases = drawn.flatMap((place) =>
  censusYears(readData, place.code).map((year) => [place.name.zh, year, place] as const),
);

/** Tables of persons the base population is built to, and how many persons a cell of a sample may be off its share of the census. */
const counted = { residents_by_age_and_sex: 1, residents_by_side: 1.5, residents_by_register: 20 } as const;

function fitOf(name: string, year: number, sample: number): { inputs: Inputs; fit: readonly FitRow[] } {
  const inputs = loadInputs({ scenario: name, overrides: { from: year }, sample }, 'zh', shared);
  const { scenario, city } = inputs;
  const key = baseKey(scenario.seed, Number(city.code));
  const { fit } = synthesize(city, statedParameters(scenario, year), key, sample);
  return { inputs, fit };
}

const isCounted = ({ control }: FitRow): boolean => Object.hasOwn(counted, control);

test('the draw reaches all regions and many provinces', () => {
  expect(new Set(drawn).size).toBe(PLACES);
  expect(new Set(drawn.map(({ code }) => provinceOf(code))).size).toBeGreaterThanOrEqual(14);
  expect(bases.filter(([, year]) => year === 2010)).toHaveLength(PLACES);
});

test.each(bases)('%s from %d, by its name alone: residents, townspeople and kinds of migrants', (name, year, place) => {
  const { inputs, fit } = fitOf(name, year, SAMPLE);
  const { scenario, city, warnings } = inputs;
  expect([scenario.city, scenario.baseYear, warnings]).toEqual([place.code, year, []]);
  const far = fit.filter(
    (row) => isCounted(row) && Math.abs(row.difference) > counted[row.control as keyof typeof counted],
  );
  expect(far.map(({ control, area, category, difference }) => [control, area, category, difference])).toEqual([]);
  const targets = fit.filter(({ control }) => control === 'residents_by_age_and_sex').map(({ target }) => target);
  const { areas } = withMissedChildren(city, statedParameters(scenario, year));
  const residents = areas.reduce((sum, { population }) => sum + population, 0);
  expect(targets.reduce((sum, target) => sum + target, 0) / SAMPLE).toBeCloseTo(residents, 2);
});

const smallest = bases
  .map(([name, year, place]) => [name, year, placeCensus(readData, place.code, year)!.total.population] as const)
  .sort(([, , a], [, , b]) => a - b)
  .slice(0, 4);

test.each(smallest)('%s from %d, all %d residents: the census to the person', (name, year) => {
  const wrong = fitOf(name, year, 1).fit.filter((row) => isCounted(row) && row.difference !== 0);
  expect(wrong).toEqual([]);
});
