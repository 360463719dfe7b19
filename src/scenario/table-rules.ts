import type { Localized } from '../language/language.ts';
import { filledColumns, residentColumns, sparseColumns } from './city/census-columns.ts';
import { censusFile, censusLevels } from './city/census-unit.ts';
import { countyFlowsFile, JOB_CHANCES } from './city/county-flows.ts';
import { nationYearsFile } from './city/nation-years.ts';
import { accountFile } from './city/register-account.ts';
import { ratesFile } from './city/register-rates.ts';
import { registeredFile } from './city/registered-by-area.ts';
import { observationsFile } from './load-observations.ts';
import { messages } from './messages.ts';
import {
  addTo,
  birthsAreBirths,
  type Identity,
  livesAreLives,
  oldAreWomen,
  residencesAddUp,
  sumOf,
  womenMarryEarlier,
} from './table-identities.ts';
import { type Row, textAt } from './tables.ts';

/** What is wrong with a cell; null when nothing is. */
type CellRule = (text: string, row: Row) => Localized | null;

/** What one table of data/ must hold before a run reads it. */
export interface TableRule {
  readonly name: string;
  /** Columns that tell the rows apart: no two rows share all of them. */
  readonly key: readonly string[];
  readonly cells: Readonly<Record<string, CellRule>>;
  /** The rows a run reads; all of them when left out. */
  readonly where?: (row: Row) => boolean;
  /** What must hold between its rows; asked once every cell is right. */
  readonly identities?: readonly Identity[];
  /** Last columns of the key, each with the values that must stand in it wherever the columns before them agree. */
  readonly complete?: Readonly<Record<string, readonly string[]>>;
}

const number =
  (allowed: (value: number) => Localized | null): CellRule =>
  (text) => {
    const value = Number(text);
    return text === '' || !Number.isFinite(value) ? messages.kind('number', text) : allowed(value);
  };

const between = (low: number, high: number): CellRule =>
  number((value) => (value < low || value > high ? messages.between(low, high, value) : null));

const notNegative = number((value) => (value < 0 ? messages.atLeast(0, value) : null));

const isWhole = number((value) => (Number.isInteger(value) ? null : messages.kind('int', value)));

const both =
  (first: CellRule, second: CellRule): CellRule =>
  (text, row) =>
    first(text, row) ?? second(text, row);

const count = both(notNegative, isWhole);
const whole = (low: number, high: number): CellRule => both(between(low, high), isWhole);

const oneOf =
  (...allowed: readonly string[]): CellRule =>
  (text) =>
    allowed.includes(text) ? null : messages.oneOf(allowed, text, undefined);

const unlessEmpty =
  (rule: CellRule): CellRule =>
  (text, row) =>
    text === '' ? null : rule(text, row);

/** A column that one census filled. */
const onlyIn =
  (year: string, rule: CellRule): CellRule =>
  (text, row) =>
    text === '' && textAt(row, 'year') !== year ? null : rule(text, row);

const ages = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
const sexes = ['M', 'F'];
const sex = oneOf(...sexes);
const year = whole(1900, 2100);
const share = between(0, 1);
const percent = between(0, 100);
/** Net flows of a year per resident: further out is a mistake. */
const aYear = between(-0.3, 0.3);
const anything: CellRule = () => null;

/** Every table that all runs read. vitals.csv is kept for calibration and scoring. */
export const tableRules: readonly TableRule[] = [
  { name: 'areas.csv', key: ['code'], cells: { seat_km: unlessEmpty(notNegative) } },
  {
    name: 'age-structure.csv',
    key: ['year', 'region_code', 'residence', 'sex', 'age_group'],
    cells: { residence: oneOf('urban', 'rural', 'total'), population: notNegative },
    identities: [residencesAddUp('population', 'year', 'region_code', 'sex', 'age_group')],
  },
  {
    name: 'single-age.csv',
    key: ['year', 'region_code', 'sex', 'age'],
    cells: { sex, age: whole(0, 100), population: notNegative },
    identities: [oldAreWomen],
    complete: { sex: sexes, age: ages(0, 100) },
  },
  {
    name: 'education.csv',
    key: ['year', 'region_code', 'population', 'sex', 'age_group', 'indicator'],
    cells: { value: percent },
  },
  {
    name: 'household-structure.csv',
    key: ['year', 'region_code', 'residence', 'category'],
    cells: { value: percent },
    where: (row) => textAt(row, 'indicator') === 'household_size_share',
    identities: [addTo('value', 100, 0.05, 'year', 'region_code', 'residence')],
  },
  {
    name: 'married-share.csv',
    key: ['year', 'region_code', 'sex', 'age'],
    cells: { sex, age: whole(15, 100), married: share },
    identities: [womenMarryEarlier],
    complete: { sex: sexes, age: ages(15, 100) },
  },
  {
    name: 'mortality.csv',
    key: ['year', 'sex', 'age'],
    cells: { year, sex, age: whole(0, 100), qx: share },
    identities: [livesAreLives],
    complete: { sex: sexes, age: ages(0, 100) },
  },
  {
    name: 'fertility.csv',
    key: ['year', 'age'],
    cells: { year, age: whole(15, 49), asfr: share },
    identities: [birthsAreBirths],
    complete: { age: ages(15, 49) },
  },
  { name: 'city-size.csv', key: ['code', 'census'], cells: { census: oneOf('2010', '2020'), urban: count } },
  { name: 'sex-ratio-at-birth.csv', key: ['year'], cells: { year, males_per_female: between(0.8, 1.5) } },
  {
    name: ratesFile,
    key: ['area_code', 'year', 'by'],
    cells: { year, by: oneOf('kind', 'place'), rate: percent, confidence: anything },
  },
  {
    name: accountFile,
    key: ['year'],
    cells: { year, natural: number(() => null), settled: notNegative, clean_up: notNegative, settled_of_pool: share },
  },
  {
    name: nationYearsFile,
    key: ['year'],
    cells: { year, urban: percent, town_register: percent, college_enrolment: percent, college_entrants: count },
  },
  {
    name: 'vital-years.csv',
    key: ['year'],
    cells: {
      year,
      births: count,
      deaths: count,
      marriages: count,
      fertility_factor: between(0.1, 10),
      mortality_factor: between(0.1, 10),
      union_factor: between(0.1, 10),
    },
  },
  ...['mortality-factor.csv', 'fertility-factor.csv'].map((name) => ({
    name,
    key: ['code', 'base'],
    cells: { base: oneOf('2010', '2020'), factor: between(0.1, 10), log_sd: share },
  })),
];

/** The tables of one province that a run of a place in it, or its charts, reads. */
export const provinceTableRules = (province: string): readonly TableRule[] => [
  {
    name: censusFile(province),
    key: ['year', 'code'],
    cells: {
      level: oneOf(...censusLevels),
      ...Object.fromEntries(filledColumns.map((column) => [column, count])),
      ...Object.fromEntries(sparseColumns.map((column) => [column, unlessEmpty(count)])),
      mean_years_schooling: notNegative,
      hukou_population: onlyIn('2010', count),
      nonagricultural_hukou_pct: onlyIn('2010', percent),
    },
    identities: [
      sumOf('population', 'male', 'female'),
      sumOf('population', 'urban', 'rural'),
      sumOf('male', ...residentColumns.filter((column) => column.startsWith('M_'))),
      sumOf('female', ...residentColumns.filter((column) => column.startsWith('F_'))),
    ],
  },
  { name: registeredFile(province), key: ['year', 'area_code'], cells: { registered: count } },
  {
    name: countyFlowsFile(province),
    key: ['base_year', 'code'],
    cells: {
      base_year: oneOf('2010', '2020'),
      leaving: aYear,
      townward: aYear,
      arriving_province: aYear,
      arriving_nation: aYear,
      students: share,
      elders: aYear,
      draw: between(-10, 10),
      reclassified: share,
      births: between(0.3, 3),
      ...Object.fromEntries(JOB_CHANCES.map((column) => [column, share])),
      net_spread: share,
      urban_spread: share,
    },
  },
  {
    name: observationsFile(province),
    key: [],
    cells: {
      area_code: anything,
      year,
      indicator: anything,
      value: number(() => null),
      source: anything,
      confidence: anything,
    },
  },
];

/** Tables that must cover the same years without a gap. */
export const vitalTableNames: readonly string[] = ['mortality.csv', 'fertility.csv', 'sex-ratio-at-birth.csv'];
