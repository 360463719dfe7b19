import { numberAt, optionalNumberAt, type ReadText, type Row, readTable, type Table, textAt } from '../tables.ts';
import {
  type Count,
  countNames,
  counts,
  filledColumns,
  residentColumns,
  sparseColumns,
  type TableName,
  tableNames,
  tables,
} from './census-columns.ts';
import { placeOf, provinceOf, type Regions, readRegions } from './regions.ts';

/** Levels of the census tables; `remainder` is nobody's row but made here. */
export const censusLevels = ['nation', 'province', 'prefecture', 'direct_county', 'county', 'zone'] as const;
type CensusLevel = (typeof censusLevels)[number] | 'remainder';

/** One county, prefecture or province of one census as printed: persons and households, no estimates. */
export interface CensusUnit extends Readonly<Record<Count, number>>, Readonly<Record<TableName, Float64Array>> {
  readonly code: string;
  readonly level: CensusLevel;
  /** Persons by age group and sex, index = ageGroup * 2 + sex (0 male, 1 female). */
  readonly residents: Int32Array;
  readonly meanYearsSchooling: number;
  /** Persons registered here, in the 2010 census only. */
  readonly registered: number | undefined;
  /** Share of non-agricultural hukou, 0..1, in the 2010 census only. */
  readonly nonAgriculturalShare: number | undefined;
}

/** Table of a province's rows of both censuses (000000: the nation's of 2020). */
export const censusFile = (province: string): string => `census/${province}.csv`;

type Units = ReadonlyMap<string, CensusUnit>;

const known = new WeakMap<ReadText, { readonly text: string; readonly years: ReadonlyMap<string, Units> }>();

/** The units of one census in a province by code; the codes are those of the census. The last province read is kept. */
export function readCensus(read: ReadText, year: number, province: string): Units {
  const text = read(censusFile(province));
  const before = known.get(read);
  const years = before?.text === text ? before.years : unitsByYear(read, province);
  known.set(read, { text, years });
  return years.get(String(year)) ?? new Map();
}

function unitsByYear(read: ReadText, province: string): ReadonlyMap<string, Units> {
  const columns = ['year', 'code', 'level', ...filledColumns, ...sparseColumns];
  const table = readTable(read, censusFile(province), columns);
  const years = new Map<string, Map<string, CensusUnit>>();
  for (const row of table.rows) {
    const year = textAt(row, 'year');
    if (!years.has(year)) years.set(year, new Map());
    years.get(year)!.set(textAt(row, 'code'), parse(table, row));
  }
  return years;
}

/** Base years a place has census rows for. */
export function censusYears(read: ReadText, place: string): (2010 | 2020)[] {
  return ([2010, 2020] as const).filter((year) => placeCensus(read, place, year) !== undefined);
}

function parse(table: Table, row: Row): CensusUnit {
  const share = optionalNumberAt(table, row, 'nonagricultural_hukou_pct');
  return {
    ...valuesOf((count) => numberAt(table, row, counts[count])),
    ...tablesOf((name) => tables[name].map((column) => optionalNumberAt(table, row, column) ?? 0)),
    code: textAt(row, 'code'),
    level: textAt(row, 'level') as CensusUnit['level'],
    residents: Int32Array.from(residentColumns, (column) => numberAt(table, row, column)),
    meanYearsSchooling: numberAt(table, row, 'mean_years_schooling'),
    registered: optionalNumberAt(table, row, 'hukou_population'),
    nonAgriculturalShare: share === undefined ? undefined : Math.round(share * 100) / 10_000,
  };
}

const valuesOf = (value: (count: Count) => number): Record<Count, number> =>
  Object.fromEntries(countNames.map((count) => [count, value(count)])) as Record<Count, number>;

const tablesOf = (cells: (name: TableName) => Iterable<number>): Record<TableName, Float64Array> =>
  Object.fromEntries(tableNames.map((name) => [name, Float64Array.from(cells(name))])) as Record<
    TableName,
    Float64Array
  >;

/** A prefecture or a directly run county at one census, on its land of 2020. */
export interface PlaceCensus {
  /** The sum of the units. */
  readonly total: CensusUnit;
  /** Its counties, districts and zones in order of code, the remainder last. */
  readonly units: readonly CensusUnit[];
  /** Prefectures of the census that the units belonged to then, where it was not this one alone. */
  readonly from: readonly string[];
}

/**
 * A place at one census: the counties whose land lies in it since 2020, and what its own row has beyond the counties it had then.
 * Where nothing moved that is the printed row, exactly. Undefined where the census has no rows for it.
 * @param place code of the end of 2020
 */
export function placeCensus(read: ReadText, place: string, year: 2010 | 2020): PlaceCensus | undefined {
  const regions = readRegions(read);
  const census = readCensus(read, year, provinceOf(place));
  const inside = [...census.values()].filter(
    ({ code, level }) =>
      (level === 'county' || level === 'zone' || level === 'direct_county') && homeOf(code, regions) === place,
  );
  const own = [...census.values()].find(
    ({ code, level }) => level === 'prefecture' && (code === place || onlyHeirOf(code, regions) === place),
  );
  const then = [...census.values()].filter(({ code }) => own !== undefined && regions.get(code)?.parent === own.code);
  const remainder =
    own &&
    remainderOf(
      own,
      then.filter(({ level }) => level !== 'prefecture'),
      place,
    );
  const units = [...inside.sort((a, b) => (a.code < b.code ? -1 : 1)), ...(remainder ? [remainder] : [])];
  if (units.length === 0) return undefined;
  const from = [...new Set(inside.map(({ code }) => regions.get(code)?.parent ?? ''))].filter((code) => code !== place);
  const isWhole = own !== undefined && then.length === inside.length && from.every((code) => code === own.code);
  return { total: isWhole ? own : sumOf(place, units), units, from: isWhole ? [] : from };
}

function homeOf(code: string, regions: Regions): string | undefined {
  const region = regions.get(code);
  return region && placeOf(region, regions);
}

/** Where a former prefecture became one other as a whole: that one. */
function onlyHeirOf(code: string, regions: Regions): string | undefined {
  const successors = regions.get(code)?.successors ?? [];
  return successors.length === 1 && !successors[0].part ? successors[0].code : undefined;
}

/** Several units as one; means and shares weighted by residents. */
function sumOf(code: string, units: readonly CensusUnit[]): CensusUnit {
  const total = (value: (unit: CensusUnit) => number): number => units.reduce((sum, unit) => sum + value(unit), 0);
  const population = total((unit) => unit.population);
  const known = units.filter((unit) => unit.nonAgriculturalShare !== undefined);
  return {
    ...valuesOf((count) => total((unit) => unit[count])),
    ...tablesOf((name) => units[0][name].map((_, cell) => total((unit) => unit[name][cell]))),
    code,
    level: 'prefecture',
    residents: units[0].residents.map((_, cell) => total((unit) => unit.residents[cell])),
    meanYearsSchooling: total((unit) => unit.meanYearsSchooling * unit.population) / population,
    registered: units.every((unit) => unit.registered !== undefined)
      ? total((unit) => unit.registered ?? 0)
      : undefined,
    nonAgriculturalShare:
      known.length === 0
        ? undefined
        : known.reduce((sum, unit) => sum + (unit.nonAgriculturalShare ?? 0) * unit.population, 0) /
          known.reduce((sum, unit) => sum + unit.population, 0),
  };
}

/**
 * What a prefecture has beyond its listed counties: zones the county volume leaves out. Undefined when nothing is left.
 * Means cannot be subtracted, so schooling is the prefecture's.
 */
function remainderOf(prefecture: CensusUnit, counties: readonly CensusUnit[], place: string): CensusUnit | undefined {
  const left = (value: (unit: CensusUnit) => number): number =>
    value(prefecture) - counties.reduce((sum, county) => sum + value(county), 0);
  const rest = valuesOf((count) => left((unit) => unit[count]));
  const residents = prefecture.residents.map((_, cell) => left((unit) => unit.residents[cell]));
  if (countNames.every((count) => rest[count] === 0) && residents.every((persons) => persons === 0)) return undefined;
  return {
    ...rest,
    ...tablesOf((name) => prefecture[name].map((_, cell) => left((unit) => unit[name][cell]))),
    code: `${place.slice(0, 4)}99`,
    level: 'remainder',
    residents,
    meanYearsSchooling: prefecture.meanYearsSchooling,
    registered: undefined,
    nonAgriculturalShare: prefecture.nonAgriculturalShare,
  };
}

/** Residents whose register lies in the county they live in. */
export const localResidents = (unit: CensusUnit): number =>
  unit.population - unit.fromOtherCounty - unit.fromOtherProvince;
