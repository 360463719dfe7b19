import { censusYears } from '../../scenario/city/census-unit.ts';
import { isPlace, provinceOf, readRegions } from '../../scenario/city/regions.ts';
import type { AreaCensus, CityData } from '../../scenario/city-data.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { blockTargets, hindcastTargets } from '../hindcast/targets.ts';
import { closedPopulation } from './closed-population.ts';
import { comparablePast } from './comparable.ts';
import { type ObservedSeries, observedSeries } from './observed-series.ts';
import type { Level, Outcome, Point } from './unit.ts';

const ORIGIN = 2010;
const YEAR = 2020;

/** What the censuses of both years tell of every area. */
const censusIndicators = ['resident_urbanization_rate', 'resident_population'] as const;

/** Prefectures with county rows in both censuses, in order of code. */
export function prefecturesOfBothCensuses(read: ReadText, provinces?: readonly string[]): string[] {
  return [...readRegions(read).values()]
    .filter(({ code }) => provinces?.includes(provinceOf(code)) ?? true)
    .filter((region) => isPlace(region) && censusYears(read, region.code).length === 2)
    .map(({ code }) => code)
    .sort();
}

/**
 * What came of a prefecture and its areas between the censuses of 2010 and 2020: urban share and residents, as units with
 * their outcome. Areas are those of 2010 that can be compared (`comparableAreas`): where land changed hands, sums of them.
 */
export function censusOutcomes(read: ReadText, code: string): Outcome[] {
  const city = loadCityData(read, code, ORIGIN);
  const series = observedSeries(
    read,
    code,
    city.areas.map(({ code }) => code),
  );
  return [...hindcastTargets(read, city), ...blockTargets(read, city)].flatMap(({ indicator, area, value, source }) => {
    if (!isCensusIndicator(indicator)) return [];
    const areas = areasOf(city, area);
    const past = [...earlierFigures(series, indicator, area), { year: ORIGIN, value: censusValue(areas, indicator) }];
    const closed = indicator === 'resident_population' ? { closed: closedPopulation(city, areas, YEAR) } : {};
    const level: Level = area === 'city' ? 'prefecture' : 'county';
    const unit = { indicator, prefecture: code, area, level, origin: ORIGIN, year: YEAR, past, ...closed };
    return [{ ...unit, observed: value, source }];
  });
}

type CensusIndicator = (typeof censusIndicators)[number];
const isCensusIndicator = (name: string): name is CensusIndicator => censusIndicators.some((each) => each === name);

/** The areas a key of `hindcastTargets` stands for: all, one, or several joined by `+`. */
export const areasOf = (city: CityData, area: string): readonly AreaCensus[] =>
  area === 'city' ? city.areas : city.areas.filter(({ code }) => area.split('+').includes(code));

function censusValue(areas: readonly AreaCensus[], indicator: CensusIndicator): number {
  const sum = (of: (area: AreaCensus) => number) => areas.reduce((total, area) => total + of(area), 0);
  const residents = sum(({ population }) => population);
  return indicator === 'resident_population' ? residents : (100 * sum(({ urban }) => urban)) / residents;
}

/** Published figures before the origin. */
function earlierFigures(series: readonly ObservedSeries[], indicator: string, area: string): Point[] {
  const points = series.find((each) => each.indicator === indicator && each.area === area)?.points ?? [];
  return comparablePast(points, ORIGIN)
    .filter(({ year }) => year < ORIGIN)
    .map(({ year, value }) => ({ year, value }));
}
