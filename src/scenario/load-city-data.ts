import { type CensusUnit, readCensus, remainderOf } from './city/census-unit.ts';
import { educationShare } from './city/education-share.ts';
import { householdSizeShare } from './city/household-size-share.ts';
import { marriedShare } from './city/married-share.ts';
import { type Region, readRegions } from './city/regions.ts';
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
  if (region?.level !== 'prefecture') throw unknownPrefecture(code, regions);
  const province = regions.get(region.parent)!;

  const census = readCensus(read, year);
  const prefecture = census.get(code);
  if (prefecture === undefined) throw noCensusRows(region, year);
  const counties = [...census.values()].filter(
    (unit) => unit.level === 'county' && unit.code.startsWith(code.slice(0, 4)),
  );
  const remainder = remainderOf(prefecture, counties);
  const units = [...counties.sort((a, b) => (a.code < b.code ? -1 : 1)), ...(remainder ? [remainder] : [])];

  const census2010 = year === 2010 ? census : readCensus(read, 2010);
  const registered =
    year === 2010
      ? registeredOfCensus(prefecture, units)
      : registeredOfYearbook(read, units, census2010, regions, code);
  const areas = units.map((unit, index) => areaOf(unit, index, registered, regions, census2010.get(code)!, census2010));

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
  regions: ReadonlyMap<string, Region>,
  prefecture2010: CensusUnit,
  census2010: ReadonlyMap<string, CensusUnit>,
): AreaCensus {
  const region = regions.get(unit.code);
  if (region === undefined) {
    throw new InputError([
      { file: 'data/areas.csv', ...said(messages.rowMissing(`${unit.code} (census-county.csv)`)) },
    ]);
  }
  const predecessor = [...regions.values()].find((each) => each.successor === unit.code);
  const before = census2010.get(unit.code) ?? census2010.get(predecessor?.code ?? '') ?? prefecture2010;
  const notes = [...registered.areaNotes[index]];
  if (unit.level === 'remainder')
    notes.push('zones without rows of their own: counted to the central city, schooling that of the whole prefecture');
  if (before === prefecture2010) notes.push('share of non-agricultural hukou is that of the whole prefecture in 2010');
  const { oneGeneration, twoGenerations, threeGenerations, fourGenerations, ...census } = unit;
  return {
    code: unit.code,
    name: region.name,
    level: region.level as AreaCensus['level'],
    central: region.central,
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
    nonAgriculturalShare2010: before.nonAgriculturalShare!,
    meanYearsSchooling: census.meanYearsSchooling,
    notes,
  };
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

function unknownPrefecture(code: string, regions: ReadonlyMap<string, Region>): InputError {
  const known = [...regions.values()].filter((region) => region.level === 'prefecture').map((region) => region.code);
  return new InputError([said(messages.notAPrefecture(known.length, String(known[1]), code))]);
}

function noCensusRows(region: Region, year: number): InputError {
  return new InputError([said(messages.noCensusRows(region.name, region.code, year))]);
}
