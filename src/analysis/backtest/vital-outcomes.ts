import type { CityData } from '../../scenario/city-data.ts';
import { numberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';
import { closedEvents } from './closed-population.ts';
import type { ObservedSeries } from './observed-series.ts';
import type { Outcome, Point } from './unit.ts';

const EVENTS = [
  { indicator: 'births', rate: 'birth_rate' },
  { indicator: 'deaths', rate: 'death_rate' },
] as const;

/**
 * Births and deaths a city's bulletins printed after its base year, from 2021 on: before, bulletins miss a tenth of both and more. Where a rate
 * alone is printed it is taken of the residents printed. Where the base year has no figure the naive forecasts start from its residents
 * at the nation's rate of that year.
 */
export function vitalOutcomes(
  read: ReadText,
  city: CityData,
  series: readonly ObservedSeries[],
  endYear: number,
): Outcome[] {
  const origin = city.censusYear;
  if (origin !== 2020) return [];
  const of = (name: string): ObservedSeries['points'] =>
    series.find(({ indicator, area }) => indicator === name && area === 'city')?.points ?? [];
  const residents = new Map(of('resident_population').map(({ year, value }) => [year, value]));
  residents.set(
    origin,
    city.areas.reduce((sum, { population }) => sum + population, 0),
  );
  return EVENTS.flatMap(({ indicator, rate }) => {
    const printed = new Map(of(indicator).map((point) => [point.year, point]));
    for (const { year, value, source } of of(rate)) {
      const after = residents.get(year);
      if (printed.has(year) || after === undefined) continue;
      const persons = (after + (residents.get(year - 1) ?? after)) / 2;
      printed.set(year, { year, value: (value * persons) / 1000, source });
    }
    const past: Point[] = [
      { year: origin, value: printed.get(origin)?.value ?? atNationalRate(read, indicator, origin, residents) },
    ];
    return [...printed.values()]
      .filter(({ year }) => year > origin && year <= endYear)
      .map(({ year, value, source }) => ({
        ...{ indicator, prefecture: city.code, area: 'city', level: 'prefecture' as const, origin, year, past },
        ...{ closed: closedEvents(city, city.areas, year)[indicator], observed: value, source },
      }));
  });
}

function atNationalRate(
  read: ReadText,
  indicator: 'births' | 'deaths',
  year: number,
  residents: ReadonlyMap<number, number>,
): number {
  const years = readTable(read, 'vital-years.csv', ['year', 'births', 'deaths']);
  const row = years.rows.find((each) => numberAt(years, each, 'year') === year)!;
  const nation = readTable(read, 'census/000000.csv', ['year', 'population']);
  const counted = nation.rows.find((each) => textAt(each, 'year') === String(year))!;
  return (numberAt(years, row, indicator) / numberAt(nation, counted, 'population')) * residents.get(year)!;
}
