import type { IndicatorName } from '../../indicator/indicators.ts';
import type { CityData } from '../../scenario/city-data.ts';
import type { OwnFigure } from '../../scenario/scenario.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { areasOf, censusOutcomes } from './census-outcomes.ts';
import { closedPopulation } from './closed-population.ts';
import { comparable, comparablePast } from './comparable.ts';
import { type ObservedSeries, observedSeries } from './observed-series.ts';
import { ownOutcomes } from './own-outcomes.ts';
import type { Outcome, Unit } from './unit.ts';
import { vitalOutcomes } from './vital-outcomes.ts';

/** Published indicators that a run has too, and that mean the same in both. */
const SCORED: readonly string[] = [
  'resident_urbanization_rate',
  'resident_population',
  'registered_urbanization_rate',
  'registered_population',
] satisfies readonly IndicatorName[];

/**
 * What has been published of a city and its areas after the base year of a run: the later census for a run from 2010, and the
 * yearly figures on the same side of the break of 2020. A figure counts only where the base year has one too: else no naive
 * forecast could be held against it, and the run may have been started from it. Births and deaths have no such figure: see
 * `vitalOutcomes`. Figures of the user's own (`observations:`) are scored too, and stand for published ones of the same place and year.
 */
export function scenarioOutcomes(
  read: ReadText,
  city: CityData,
  endYear: number,
  figures: readonly OwnFigure[] = [],
): Outcome[] {
  const codes = city.areas.map(({ code }) => code);
  const census = city.censusYear === 2010 && endYear >= 2020 ? censusOutcomes(read, city.code) : [];
  const series = observedSeries(read, city.code, codes);
  const annual = series
    .filter(({ indicator }) => SCORED.includes(indicator))
    .flatMap((series) => annualOutcomes(city, series, endYear));
  const published = [...census, ...annual, ...vitalOutcomes(read, city, series, endYear)];
  const own = ownOutcomes(figures, { city: city.code, baseYear: city.censusYear, endYear }, series);
  const stated = new Set(own.map(placeAndYear));
  return [...published.filter((outcome) => !stated.has(placeAndYear(outcome))), ...own];
}

const placeAndYear = ({ area, indicator, year }: Unit): string => `${area} ${indicator} ${year}`;

function annualOutcomes(city: CityData, { indicator, area, points }: ObservedSeries, endYear: number): Outcome[] {
  const origin = city.censusYear;
  const past = comparablePast(points, origin).map(({ year, value }) => ({ year, value }));
  if (past.at(-1)?.year !== origin) return [];
  const later = points.filter(({ year }) => year > origin && year <= endYear && isAnnual(origin, year));
  return later.map(({ year, value, source }) => {
    const level = area === 'city' ? 'prefecture' : 'county';
    const unit: Unit = { indicator, prefecture: city.code, area, level, origin, year, past };
    const closed = indicator === 'resident_population' && closedPopulation(city, areasOf(city, area), year);
    return { ...unit, ...(closed === false ? {} : { closed }), observed: value, source };
  });
}

/** Comparable, and not from one census to the next, which `censusOutcomes` has with its land matched. */
const isAnnual = (origin: number, year: number): boolean => comparable(origin, year) && origin < 2020 === year < 2020;
