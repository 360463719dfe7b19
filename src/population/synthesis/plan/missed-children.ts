import type { AreaCensus, CityData } from '../../../scenario/city-data.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';

/** Age groups of 0-4: infants, and 1-4. */
const YOUNGEST_GROUPS = 2;

/**
 * Boys and girls missed a child counted, over both together. The census of 2020 counted 45.61 million boys and 39.65 million girls of
 * 10-14; of the 41.06 and 34.47 million of 0-4 in 2010, 40.78 and 34.26 million were alive by the mortality used here: 0.118 and 0.157,
 * 0.136 together.
 */
const MISSED_OF_SEX = [0.118 / 0.136, 0.157 / 0.136] as const;

/**
 * A city as it was in 2010, with the children of 0-4 its census missed: `base.missedChildren` a child counted, more of them girls. They
 * live and are registered where those counted do, in families; urban shares and everybody else stay as counted. The city itself in 2020.
 */
export function withMissedChildren(city: CityData, parameters: Pick<ParameterValues, 'base.missedChildren'>): CityData {
  const missed = parameters['base.missedChildren'];
  if (city.censusYear !== 2010 || missed === 0) return city;
  const areas = city.areas.map((area) => withMissed(area, missed));
  const found = areas.reduce((all, { population }, a) => all + population - city.areas[a].population, 0);
  return { ...city, areas, registered: city.registered + found };
}

function withMissed(area: AreaCensus, missed: number): AreaCensus {
  const residents = area.residents.map((persons, cell) =>
    cell < 2 * YOUNGEST_GROUPS ? Math.round(persons * (1 + missed * MISSED_OF_SEX[cell % 2])) : persons,
  );
  const found = residents.reduce((all, persons, cell) => all + persons - area.residents[cell], 0);
  return {
    ...area,
    residents,
    population: area.population + found,
    urban: area.urban + Math.round((found * area.urban) / (area.population || 1)),
    familyPersons: area.familyPersons + found,
    registered: area.registered + found,
  };
}
