import { type CensusUnit, type PlaceCensus, placeCensus } from './city/census-unit.ts';
import { educationShare } from './city/education-share.ts';
import { householdSizeShare } from './city/household-size-share.ts';
import { marriedShare } from './city/married-share.ts';
import { isPlace, provinceOf, type Region, type Regions, readRegions } from './city/regions.ts';
import { type RegisteredByArea, registeredOfCensus, registeredOfYearbook } from './city/registered-by-area.ts';
import { residentsBySide } from './city/residents-by-side.ts';
import { singleAgeShare } from './city/single-age-share.ts';
import { vitalTables } from './city/vital-tables.ts';
import type { AreaCensus, CityData, CityTables } from './city-data.ts';
import { InputError, said } from './errors.ts';
import { messages } from './messages.ts';
import type { ReadText } from './tables.ts';

/**
 * Joins the tables of data/ for one prefecture and one census.
 *
 *   1 regions    names, division, distances
 *   2 units      the counties of the census, and the remainder they leave
 *   3 registered 2010 from the census, 2020 from the yearbook
 *   4 tables     what only the prefecture, the province or the nation publishes
 *   5 vitals     national rates times local factors
 *
 * The census night, 1 November, stands for the end of its year. Throws InputError for a code that is no prefecture of
 * data/ and for a census the prefecture has no rows of.
 */
export function loadCityData(read: ReadText, code: string, year: 2010 | 2020): CityData {
  const regions = readRegions(read);
  const region = regions.get(code);
  if (region === undefined || !isPlace(region)) throw unknownPrefecture(code, regions);
  const province = regions.get(provinceOf(code))!;

  const census = placeCensus(read, code, year);
  if (census === undefined) throw noCensusRows(region, year);
  const { total: prefecture, units } = census;

  const census2010 = year === 2010 ? census : placeCensus(read, code, 2010);
  const registered =
    year === 2010
      ? registeredOfCensus(prefecture, units)
      : registeredOfYearbook(read, units, census2010?.units ?? [], regions, code);
  const areas = units.map((unit, index) => areaOf(unit, index, registered, regions, census2010));

  return {
    code,
    name: region.name,
    province: province.name,
    censusYear: year,
    areas,
    registered: registered.registered.reduce((sum, persons) => sum + persons, 0),
    tables: tablesOf(read, prefecture, province.code, year),
    vitals: vitalTables(read, code, province.code),
    notes: registered.notes,
  };
}

function areaOf(
  unit: CensusUnit,
  index: number,
  registered: RegisteredByArea,
  regions: Regions,
  census2010: PlaceCensus | undefined,
): AreaCensus {
  const region = regions.get(unit.code);
  if (region === undefined) {
    throw new InputError([{ file: 'data/areas.csv', ...said(messages.rowMissing(`${unit.code} (census)`)) }]);
  }
  const before = census2010 && (unitOn(unit.code, census2010.units, regions) ?? census2010.total);
  const notes = [...registered.areaNotes[index]];
  if (unit.level === 'remainder')
    notes.push('zones without rows of their own: counted to the central city, schooling that of the whole prefecture');
  if (before === census2010?.total)
    notes.push('share of non-agricultural hukou is that of the whole prefecture in 2010');
  const { oneGeneration, twoGenerations, threeGenerations, fourGenerations, ...census } = unit;
  return {
    code: unit.code,
    name: region.name,
    level: areaLevelOf(region),
    central: region.central || region.level === 'direct_county',
    distanceToCentreKm: region.seatKm ?? 0,
    residents: census.residents,
    population: census.population,
    urban: census.urban,
    familyHouseholds: census.familyHouseholds,
    familyPersons: census.familyPersons,
    onePersonHouseholds: census.onePersonHouseholds,
    generationHouseholds: [oneGeneration, twoGenerations, threeGenerations, fourGenerations],
    householdsWith65Plus: census.householdsWith65Plus,
    fromSameCounty: census.fromSameCounty,
    fromOtherCounty: census.fromOtherCounty,
    fromOtherProvince: census.fromOtherProvince,
    registered: registered.registered[index],
    nonAgriculturalShare2010: before?.nonAgriculturalShare ?? 0,
    meanYearsSchooling: census.meanYearsSchooling,
    notes,
  };
}

/** The unit of 2010 on an area's land: its own row, or the first that became it. */
function unitOn(code: string, units: readonly CensusUnit[], regions: Regions): CensusUnit | undefined {
  return (
    units.find((unit) => unit.code === code) ??
    units.find((unit) => regions.get(unit.code)?.successors.some((each) => each.code === code && !each.part))
  );
}

/** Zones of the central city count as its districts; directly run counties and other zones as counties. */
function areaLevelOf({ level, central }: Region): AreaCensus['level'] {
  if (level === 'district' || level === 'remainder') return level;
  return level === 'zone' && central ? 'district' : 'county';
}

function tablesOf(read: ReadText, prefecture: CensusUnit, province: string, year: 2010 | 2020): CityTables {
  const sides = residentsBySide(read, prefecture, province, year);
  const urbanShare = prefecture.urban / prefecture.population;
  const education = educationShare(read, prefecture.code, province, year, urbanShare);
  const married = marriedShare(read, prefecture.code, province, year);
  const size = householdSizeShare(read, prefecture, province);
  return {
    residentsBySide: sides.residents,
    singleAgeShare: singleAgeShare(read, year),
    educationShare: education.share,
    marriedShare: married.share,
    householdSizeShare: size.share,
    origin: {
      residentsBySide: sides.origin,
      singleAgeShare: `000000 ${year}, ${year === 2010 ? 'published' : 'derived from the single ages of 2010'}`,
      educationShare: education.origin,
      marriedShare: married.origin,
      householdSizeShare: size.origin,
    },
  };
}

function unknownPrefecture(code: string, regions: Regions): InputError {
  const known = [...regions.values()].filter(isPlace).map((region) => region.code);
  return new InputError([said(messages.notAPrefecture(known.length, String(known[1]), code))]);
}

function noCensusRows(region: Region, year: number): InputError {
  return new InputError([said(messages.noCensusRows(region.name, region.code, year))]);
}
