import { AGE_GROUPS } from '../city-data.ts';
import { numberAt, optionalNumberAt, type ReadText, type Row, readTable, type Table, textAt } from '../tables.ts';

/** Columns of the census that add up over counties, by the name used here. */
const additive = {
  population: 'population',
  urban: 'urban',
  familyHouseholds: 'family_households',
  familyPersons: 'family_household_persons',
  onePersonHouseholds: 'hh_one_person',
  oneGeneration: 'hh_one_generation',
  twoGenerations: 'hh_two_generation',
  threeGenerations: 'hh_three_generation',
  fourGenerations: 'hh_four_plus_generation',
  householdsWith65Plus: 'hh_with_65plus',
  fromSameCounty: 'migrants_from_same_county',
  fromOtherCounty: 'migrants_from_other_county_same_province',
  fromOtherProvince: 'migrants_from_other_province',
} as const;
type Count = keyof typeof additive;
const counts = Object.keys(additive) as Count[];

/** One county, prefecture or province of one census as printed: persons and households, no estimates. */
export interface CensusUnit extends Readonly<Record<Count, number>> {
  readonly code: string;
  readonly level: 'county' | 'prefecture' | 'province' | 'remainder';
  /** Persons by age group and sex, index = ageGroup * 2 + sex (0 male, 1 female). */
  readonly residents: Int32Array;
  readonly meanYearsSchooling: number;
  /** Persons registered here, in the 2010 census only. */
  readonly registered: number | undefined;
  /** Share of non-agricultural hukou, 0..1, in the 2010 census only. */
  readonly nonAgriculturalShare: number | undefined;
}

const ageColumns = AGE_GROUPS.flatMap((group) => [`M_${group}`, `F_${group}`]);

/** The columns of persons and households: whole numbers, never empty. */
export const censusCounts: readonly string[] = [...Object.values(additive), ...ageColumns];

/** The units of one census by code. */
export function readCensus(read: ReadText, year: number): ReadonlyMap<string, CensusUnit> {
  const table = readTable(read, 'census-county.csv', ['year', 'code', 'level', ...censusCounts]);
  const rows = table.rows.filter((row) => textAt(row, 'year') === String(year));
  return new Map(rows.map((row) => [textAt(row, 'code'), parse(table, row)]));
}

function parse(table: Table, row: Row): CensusUnit {
  const share = optionalNumberAt(table, row, 'nonagricultural_hukou_pct');
  return {
    ...valuesOf((count) => numberAt(table, row, additive[count])),
    code: textAt(row, 'code'),
    level: textAt(row, 'level') as CensusUnit['level'],
    residents: Int32Array.from(ageColumns, (column) => numberAt(table, row, column)),
    meanYearsSchooling: numberAt(table, row, 'mean_years_schooling'),
    registered: optionalNumberAt(table, row, 'hukou_population'),
    nonAgriculturalShare: share === undefined ? undefined : Math.round(share * 100) / 10_000,
  };
}

const valuesOf = (value: (count: Count) => number): Record<Count, number> =>
  Object.fromEntries(counts.map((count) => [count, value(count)])) as Record<Count, number>;

/**
 * What a prefecture has beyond its listed counties: zones the county volume leaves out. Undefined when nothing is left.
 * Means cannot be subtracted, so schooling is the prefecture's.
 */
export function remainderOf(prefecture: CensusUnit, counties: readonly CensusUnit[]): CensusUnit | undefined {
  const left = (value: (unit: CensusUnit) => number): number =>
    value(prefecture) - counties.reduce((sum, county) => sum + value(county), 0);
  const rest = valuesOf((count) => left((unit) => unit[count]));
  const residents = prefecture.residents.map((_, cell) => left((unit) => unit.residents[cell]));
  if (counts.every((count) => rest[count] === 0) && residents.every((persons) => persons === 0)) return undefined;
  return {
    ...rest,
    code: `${prefecture.code.slice(0, 4)}99`,
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
