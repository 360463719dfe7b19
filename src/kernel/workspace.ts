import type { PopulationCapacity } from '../population/population.ts';
import { entrantsOver } from '../scenario/city/nation-years.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Births a year as a share of the base persons at national fertility, with room for a young age structure. */
const BIRTHS_A_YEAR = 0.015;
/** Households founded a year by couples and by those who leave home, as a share of the base households. */
const FOUNDED_A_YEAR = 0.025;
/** Households a person who arrives brings, at most: families count once, people alone each by themselves. */
const HOUSEHOLDS_AN_ARRIVAL = 0.7;
/** Drivers of a city's counties raise arrivals to so much of the usual at most. */
const ARRIVALS_TILTED = 2;
/** People of 60 and older are no larger a part of residents than this within the years of a run. */
const MOST_ELDERS = 0.5;
const SPARE = 20_000;

/** Rows of the three tables of a base population. */
interface RowCounts {
  readonly persons: { readonly rows: number };
  readonly households: { readonly rows: number };
  readonly villages: { readonly rows: number };
}

/**
 * Capacity of a replicate's own tables: rows are never reused, so everybody who is born or arrives during the run needs one.
 * Both are bounded by the highest rates a replicate may draw: births with the city's fertility, arrivals with the residents
 * registered in another county.
 */
export function workspaceCapacity(
  base: RowCounts,
  { baseYear, endYear, parameters }: Pick<Scenario, 'baseYear' | 'endYear' | 'parameters'>,
  { areas, flows, nation, vitals }: Pick<CityData, 'areas' | 'flows' | 'nation' | 'vitals'>,
): PopulationCapacity {
  const years = endYear - baseYear;
  const highest = (name: 'inMigration.factor' | 'inMigration.leaveHazard' | 'fertility.factor'): number =>
    Math.max(...parameters[name].map(({ value, range }) => Math.max(value, range?.[1] ?? value)));
  const sum = (of: (area: CityData['areas'][number]) => number): number =>
    areas.reduce((all, area) => all + of(area), 0);
  const residents = sum((area) => area.population);
  const outsiders = sum((area) => area.fromOtherCounty + area.fromOtherProvince) / residents;
  const net =
    flows.reduce(
      (all, each, a) => all + (each ? Math.max(0, each.arriving[0] + each.arriving[1]) * areas[a].population : 0),
      0,
    ) / residents;
  const students =
    (Math.max(...Array.from({ length: years }, (_, t) => entrantsOver(nation, baseYear + 1 + t))) *
      flows.reduce((all, each, a) => all + (each ? each.students * areas[a].population : 0), 0)) /
    residents;
  const elders =
    flows.reduce((all, each, a) => all + (each ? MOST_ELDERS * Math.max(0, each.elders) * areas[a].population : 0), 0) /
    residents;
  const ofCounty = Math.max(1, ...flows.map((each) => each?.births ?? 1));
  const ofPlace = Math.max(1, vitals.fertilityFactor.value) * ofCounty;
  const births = BIRTHS_A_YEAR * ofPlace * Math.max(1, highest('fertility.factor'));
  const arrivals =
    ARRIVALS_TILTED *
      highest('inMigration.factor') *
      (net + highest('inMigration.leaveHazard') * outsiders) *
      base.persons.rows +
    highest('inMigration.factor') * (students + elders) * base.persons.rows;
  return {
    persons: Math.ceil(base.persons.rows * (1 + births * years) + arrivals * years) + SPARE,
    households:
      Math.ceil(base.households.rows * (1 + FOUNDED_A_YEAR * years) + HOUSEHOLDS_AN_ARRIVAL * arrivals * years) + SPARE,
    villages: base.villages.rows,
  };
}
