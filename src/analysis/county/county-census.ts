import type { ReadText } from '../../scenario/tables.ts';
import { readTable } from '../../scenario/tables.ts';

/** A census row as printed, by column; NaN where nothing is. */
export type CensusRow = Readonly<Record<string, number>>;

const NOT_NUMBERS = new Set(['year', 'code', 'level', 'name_cn', 'source', 'confidence']);
/** Shares and means: of several counties together the mean by residents. All others are counts and add up. */
const isRatio = (column: string): boolean => /_pct|per_mille|^mean_|per_capita|^children_|^rooms_/.test(column);

/** Every county, zone and province of both censuses, read province by province. */
export interface NationalCensus {
  readonly county: (year: number, code: string) => CensusRow | undefined;
  readonly name: (code: string) => string;
}

export function readNationalCensus(read: ReadText, provinces: readonly string[]): NationalCensus {
  const rows = new Map<string, CensusRow>();
  const names = new Map<string, string>();
  for (const province of provinces) {
    const table = readTable(read, `census/${province}.csv`, ['year', 'code', 'level', 'name_cn']);
    for (const { cells } of table.rows) {
      const values: Record<string, number> = {};
      for (const column of table.columns) {
        if (NOT_NUMBERS.has(column)) continue;
        const text = cells[column] ?? '';
        values[column] = text === '' ? Number.NaN : Number(text);
      }
      rows.set(`${cells.year} ${cells.code}`, values);
      names.set(cells.code!, cells.name_cn ?? '');
    }
  }
  return { county: (year, code) => rows.get(`${year} ${code}`), name: (code) => names.get(code) ?? '' };
}

/** Several counties as one; undefined where one of them has no row. */
export function together(rows: readonly (CensusRow | undefined)[]): CensusRow | undefined {
  const known = rows.filter((row) => row !== undefined);
  const [first] = known;
  if (known.length < rows.length || first === undefined) return undefined;
  const sum = (column: string): number => known.reduce((all, row) => all + row[column], 0);
  const residents = sum('population');
  const mean = (column: string): number => {
    const printed = known.filter((row) => !Number.isNaN(row[column]));
    const of = printed.reduce((all, row) => all + row.population, 0);
    return printed.reduce((all, row) => all + row[column] * row.population, 0) / of;
  };
  return Object.fromEntries(
    Object.keys(first).map((column) => [column, residents > 0 && isRatio(column) ? mean(column) : sum(column)]),
  );
}

const AGE_COLUMNS = ['5-9', ...Array.from({ length: 15 }, (_, k) => `${10 + 5 * k}-${14 + 5 * k}`), '85+'];

/** Five-year age groups 0-4 to 85 and over: 18. */
export const AGE_GROUPS = 18;

/** Residents by sex (0 male, 1 female) and five-year age group. */
export type Ages = readonly [Float64Array, Float64Array];

export const agesOf = (row: CensusRow): Ages => [agesOfSex(row, 'M'), agesOfSex(row, 'F')];

function agesOfSex(row: CensusRow, sex: 'M' | 'F'): Float64Array {
  const young = row[`${sex}_0`] + row[`${sex}_1-4`];
  return Float64Array.of(young, ...AGE_COLUMNS.map((group) => row[`${sex}_${group}`]));
}
