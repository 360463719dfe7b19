import { type Localized, text } from '../language/language.ts';
import { areaShares } from './city/area-shares.ts';
import { type CensusUnit, type PlaceCensus, placeCensus, readCensus } from './city/census-unit.ts';
import { countyFlows, seatDistancesBetween } from './city/county-flows.ts';
import { countyWages } from './city/county-wages.ts';
import { householdSizeShare } from './city/household-size-share.ts';
import { marriedShare } from './city/married-share.ts';
import { nationYears } from './city/nation-years.ts';
import { isPlace, provinceOf, type Region, type Regions, readRegions } from './city/regions.ts';
import { readAccount } from './city/register-account.ts';
import { registerLevels } from './city/register-level.ts';
import { registeredOfCensus, registeredOfYearbook } from './city/registered-by-area.ts';
import { residentsBySide } from './city/residents-by-side.ts';
import { schoolingBySide } from './city/schooling-by-side.ts';
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
 *   3 registered 2010 from the census, 2020 from the yearbook; in towns and villages by what was printed and estimated
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
  const levels = registerLevels(read, code, year, units, registered.registered, regions);
  const wider = [prefecture, readCensus(read, year, provinceOf(code)).get(province.code)!];
  const seatKm = seatDistances(units, regions);
  const kindOfRegister = kindsOfRegister(read, province.code, regions, census2010);
  const centre = centralCodes(units, regions);
  const flowsOf = countyFlows(read, province.code, year);
  const areas = units.map((unit, index) => {
    const { borrowed, ...shares } = areaShares([unit, ...wider], year);
    const kind = kindOfRegister(unit.code);
    const region = regionOf(unit.code, regions);
    return {
      ...censusOf(unit),
      ...shares,
      name: region.name,
      level: areaLevelOf(region),
      central: centre.has(unit.code),
      distanceToCentreKm: seatKm(unit.code),
      registered: registered.registered[index],
      townRegister: levels.areas[index],
      nonAgriculturalShare2010: kind.share,
      notes: [...registered.areaNotes[index], ...notesOf(unit, regions, borrowed), ...kind.notes],
    };
  });

  return {
    code,
    name: region.name,
    province: province.name,
    censusYear: year,
    areas,
    flows: areas.map(({ code: area }) => flowsOf(area)),
    wages: countyWages(read, areas),
    kilometres: seatDistancesBetween(areas, regions),
    registered: registered.registered.reduce((sum, persons) => sum + persons, 0),
    townRegisters: levels.whole,
    registerAccount: readAccount(read),
    nation: nationYears(read),
    tables: tablesOf(read, prefecture, province.code, year),
    vitals: vitalTables(read, code, province.code, year),
    notes: registered.notes,
  };
}

/** What the census counted in an area. */
const censusOf = (unit: CensusUnit) => ({
  code: unit.code,
  residents: unit.residents,
  population: unit.population,
  urban: unit.urban,
  familyHouseholds: unit.familyHouseholds,
  familyPersons: unit.familyPersons,
  onePersonHouseholds: unit.onePersonHouseholds,
  generationHouseholds: [unit.oneGeneration, unit.twoGenerations, unit.threeGenerations, unit.fourGenerations] as const,
  householdsBy65Plus: [unit.householdsWithOne65Plus, unit.householdsWith65Plus - unit.householdsWithOne65Plus] as const,
  householdsWith65Plus: unit.householdsWith65Plus,
  fromSameCounty: unit.fromSameCounty,
  fromOtherCounty: unit.fromOtherCounty,
  fromOtherProvince: unit.fromOtherProvince,
  meanYearsSchooling: unit.meanYearsSchooling,
});

/** Share of non-agricultural hukou of 2010 on the land of an area, else of the place, else of the province. */
function kindsOfRegister(
  read: ReadText,
  province: string,
  regions: Regions,
  census2010: PlaceCensus | undefined,
): (code: string) => { readonly share: number; readonly notes: readonly Localized[] } {
  const whole = census2010?.total ?? readCensus(read, 2010, province).get(province);
  const ofWhole = whole?.nonAgriculturalShare ?? 0;
  const of = census2010 === undefined ? text('全省', 'province') : text('全市', 'whole prefecture');
  return (code) => {
    const share = census2010 && unitOn(code, census2010.units, regions)?.nonAgriculturalShare;
    if (share !== undefined) return { share, notes: [] };
    const note = text(
      `非农业户口的比例取2010年${of.zh}的比例`,
      `share of non-agricultural hukou is that of the ${of.en} in 2010`,
    );
    return { share: ofWhole, notes: [note] };
  };
}

function regionOf(code: string, regions: Regions): Region {
  const region = regions.get(code);
  if (region === undefined) {
    throw new InputError([{ file: 'data/areas.csv', ...said(messages.rowMissing(`${code} (census)`)) }]);
  }
  return region;
}

/** What had to be assumed for an area because the census says less of it. */
function notesOf(unit: CensusUnit, regions: Regions, borrowed: readonly Localized[]): Localized[] {
  const region = regionOf(unit.code, regions);
  const notes: Localized[] = [];
  if (unit.level === 'remainder')
    notes.push(
      text(
        '没有单列数字的开发区等：计入中心城区，平均受教育年限取全市的数',
        'zones without rows of their own: counted to the central city, schooling in years that of the whole prefecture',
      ),
    );
  else if (region.seatKm === undefined)
    notes.push(
      text(
        `驻地位置不明：距离取${region.central ? '中心城区驻地的' : '其他县区的平均'}`,
        `no seat known: its distance is ${region.central ? 'that of the central seat' : 'the mean of the other areas'}`,
      ),
    );
  if (unit.fromSameCounty === 0)
    notes.push(
      text(
        '县内人户分离为零：确实没有，或普查表中空白',
        'nobody off the register inside the county: none, or blank in the census',
      ),
    );
  if (borrowed.length > 0)
    notes.push(
      text(
        `下列比例表取自上一级地区：${borrowed.map(({ zh }) => zh).join('、')}`,
        `tables of shares taken from a wider unit: ${borrowed.map(({ en }) => en).join(', ')}`,
      ),
    );
  return notes;
}

/** Codes of the central areas; where data/areas.csv knows none, the area with most townspeople. */
function centralCodes(units: readonly CensusUnit[], regions: Regions): ReadonlySet<string> {
  const central = units.filter(({ code }) => {
    const region = regionOf(code, regions);
    return region.central || region.level === 'direct_county';
  });
  const [largest] = [...units].sort((a, b) => b.urban - a.urban);
  return new Set((central.length > 0 ? central : [largest]).map(({ code }) => code));
}

/** Distance of an area's seat to the prefecture's: 0 for central areas without a known one, the mean of the known for the others. */
function seatDistances(units: readonly CensusUnit[], regions: Regions): (code: string) => number {
  const known = units.flatMap(({ code }) => regions.get(code)?.seatKm ?? []);
  const mean = known.reduce((sum, km) => sum + km, 0) / (known.length || 1);
  return (code) => {
    const { seatKm, central, level } = regionOf(code, regions);
    return seatKm ?? (central || level === 'remainder' ? 0 : mean);
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
  const schooling = schoolingBySide(read, prefecture.code, province);
  const married = marriedShare(read, prefecture.code, province, year);
  const size = householdSizeShare(read, prefecture, province);
  return {
    residentsBySide: sides.residents,
    singleAgeShare: singleAgeShare(read, year),
    schoolingBySide: schooling.share,
    marriedShare: married.share,
    householdSizeShare: size.share,
    origin: {
      residentsBySide: sides.origin,
      singleAgeShare: `000000 ${year}, ${year === 2010 ? 'published' : 'derived from the single ages of 2010'}`,
      schoolingBySide: schooling.origin,
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
