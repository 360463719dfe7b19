import type { ReplicateResult } from '../../../src/indicator/result.ts';

/** A small result: two years, the city and one area, two indicators, one route; every number from `value`. */
export function fakeResult(
  replicate: number,
  value: (year: number, area: string, indicator: string) => number,
  settled: (year: number, area: string) => number = () => 0,
): ReplicateResult {
  const indicators = ['resident_population', 'settled_persons'];
  const years = [2020, 2021];
  const areas = ['city', '150202'];
  const cells = years.flatMap((year) => areas.map((area) => ({ year, area })));
  return {
    replicate,
    indicators,
    years,
    areas,
    routes: [{ name: 'owner', document: 'baotou-2024', clause: '2.1' }],
    values: Float64Array.from(
      cells.flatMap(({ year, area }) => indicators.map((indicator) => value(year, area, indicator))),
    ),
    settlements: Float64Array.from(cells, ({ year, area }) => settled(year, area)),
    personYears: 100,
  };
}
