import { buildLifeTables, type YearTable } from '../../process/demography/life-tables.ts';
import { AGE_GROUP_START, AGES, type AreaCensus, type CityData } from '../../scenario/city-data.ts';

/** Residents by single age 0..100 of each sex (0 male, 1 female). */
type Ages = readonly [Float64Array, Float64Array];

/**
 * Residents of some areas of a city in a later year if nobody moved: their ages at the census carried on with the births and
 * deaths of the city's vital tables, a cohort-component projection by single years (Preston, Heuveline & Guillot 2001,
 * Demography, ch. 6). Years past the tables take their last year.
 */
export function closedPopulation(city: CityData, areas: readonly AreaCensus[], year: number): number {
  const { ages } = closedYears(city, areas, year);
  return total(ages[0]) + total(ages[1]);
}

/** Births and deaths of that year in the same projection. */
export const closedEvents = (city: CityData, areas: readonly AreaCensus[], year: number): Events =>
  closedYears(city, areas, year).events;

interface Events {
  readonly births: number;
  readonly deaths: number;
}

function closedYears(city: CityData, areas: readonly AreaCensus[], year: number) {
  const tables = buildLifeTables(city.vitals, () => ({ mortality: 1, fertility: 1 }));
  let ages = singleAges(city, areas);
  let events: Events = { births: 0, deaths: 0 };
  for (let now = city.censusYear + 1; now <= year; now++) ({ ages, events } = yearLater(ages, tables.at(now)));
  return { ages, events };
}

/** The areas' age groups split by the nation's single ages. */
function singleAges({ tables }: CityData, areas: readonly AreaCensus[]): Ages {
  const ages = [new Float64Array(AGES), new Float64Array(AGES)] as const;
  for (let age = 0; age < AGES; age++) {
    const group = AGE_GROUP_START.findLastIndex((start) => start <= age);
    for (const sex of [0, 1] as const) {
      const persons = areas.reduce((sum, { residents }) => sum + residents[group * 2 + sex], 0);
      ages[sex][age] = persons * tables.singleAgeShare[sex][age];
    }
  }
  return ages;
}

/** One year on: deaths, a year older, births of those who lived on. */
function yearLater(ages: Ages, { death, birth, boys, newbornDeath }: YearTable): { ages: Ages; events: Events } {
  const later = [new Float64Array(AGES), new Float64Array(AGES)] as const;
  let births = 0;
  let deaths = 0;
  for (const sex of [0, 1] as const) {
    for (let age = 0; age < AGES; age++) {
      const alive = ages[sex][age] * (1 - death[sex][age]);
      deaths += ages[sex][age] - alive;
      later[sex][Math.min(age + 1, AGES - 1)] += alive;
      if (sex === 1) births += alive * birth[age];
    }
  }
  later[0][0] = births * boys * (1 - newbornDeath[0]);
  later[1][0] = births * (1 - boys) * (1 - newbornDeath[1]);
  deaths += births - later[0][0] - later[1][0];
  return { ages: later, events: { births, deaths } };
}

const total = (persons: Float64Array): number => persons.reduce((sum, value) => sum + value, 0);
