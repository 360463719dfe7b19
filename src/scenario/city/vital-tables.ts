import { AGES, type PlaceFactor, type VitalRates, type VitalTables } from '../city-data.ts';
import { noRow, numberAt, type ReadText, readTable, type Table, textAt } from '../tables.ts';

/** Census a place's own level of births is told from: 2010 is not to know the children of 2020. */
type VitalBase = 2010 | 2020;

/**
 * Vital rates of a place: the nation's single-age tables of UN WPP 2024, brought to the births and deaths the nation counted in each year
 * (`vital-years.csv`), times the place's own factors: probabilities of dying (capped at 1) and fertility.
 */
export function vitalTables(read: ReadText, prefecture: string, province: string, base: VitalBase = 2020): VitalTables {
  const ofPlace = (file: string): PlaceFactor => {
    const table = readTable(read, file, factorColumns);
    const own = factorOf(table, prefecture, base);
    return { ...own, provinceLogSd: factorOf(table, province, base).logSd };
  };
  const mortalityFactor = ofPlace('mortality-factor.csv');
  const fertilityFactor = ofPlace('fertility-factor.csv');
  const rates = nationalRates(read);
  const nation = nationalYears(read);
  const { firstYear } = rates;
  const known = (name: 'fertility' | 'mortality', y: number): number =>
    nation[name][firstYear + y - nation.firstYear] ?? 1;
  return {
    ...rates,
    qx: rates.qx.map((bySex, y) => {
      const factor = known('mortality', y) * mortalityFactor.value;
      return [bySex[0].map((q) => Math.min(1, q * factor)), bySex[1].map((q) => Math.min(1, q * factor))] as const;
    }),
    asfr: rates.asfr.map((year, y) => year.map((rate) => rate * known('fertility', y) * fertilityFactor.value)),
    nation: {
      ...nation,
      totalFertility: Float64Array.from(rates.asfr, (year) => year.reduce((sum, rate) => sum + rate, 0)),
    },
    province,
    fertilityFactor,
    mortalityFactor,
  };
}

/** The nation's tables as the United Nations give them. */
export function nationalRates(read: ReadText): VitalRates {
  const births = readSexRatios(read);
  const [firstYear, lastYear] = span(births);
  const ofEachYear = <T>(make: () => T): T[] => Array.from({ length: lastYear - firstYear + 1 }, make);

  const sexRatioAtBirth = new Float64Array(lastYear - firstYear + 1);
  for (const row of births.rows) {
    sexRatioAtBirth[numberAt(births, row, 'year') - firstYear] = numberAt(births, row, 'males_per_female');
  }
  const qx = ofEachYear(() => [new Float64Array(AGES), new Float64Array(AGES)] as const);
  const deaths = readTable(read, 'mortality.csv', ['year', 'sex', 'age', 'qx']);
  for (const row of deaths.rows) {
    const sex = textAt(row, 'sex') === 'F' ? 1 : 0;
    qx[numberAt(deaths, row, 'year') - firstYear][sex][numberAt(deaths, row, 'age')] = numberAt(deaths, row, 'qx');
  }
  const asfr = ofEachYear(() => new Float64Array(AGES));
  const fertility = readTable(read, 'fertility.csv', ['year', 'age', 'asfr']);
  for (const row of fertility.rows) {
    asfr[numberAt(fertility, row, 'year') - firstYear][numberAt(fertility, row, 'age')] = numberAt(
      fertility,
      row,
      'asfr',
    );
  }
  return { firstYear, lastYear, qx, asfr, sexRatioAtBirth };
}

/** What the nation counted over what those tables and `union.hazard` give, year by year without a gap. */
function nationalYears(read: ReadText) {
  const table = readTable(read, 'vital-years.csv', ['year', 'fertility_factor', 'mortality_factor', 'union_factor']);
  const column = (name: string): Float64Array => Float64Array.from(table.rows, (row) => numberAt(table, row, name));
  const [firstYear, lastYear] = span(table);
  return {
    firstYear,
    lastYear,
    fertility: column('fertility_factor'),
    mortality: column('mortality_factor'),
    unions: column('union_factor'),
  };
}

const readSexRatios = (read: ReadText): Table =>
  readTable(read, 'sex-ratio-at-birth.csv', ['year', 'males_per_female']);

/** First and last year of a table. */
function span(table: Table): [number, number] {
  const years = table.rows.map((row) => numberAt(table, row, 'year'));
  return [Math.min(...years), Math.max(...years)];
}

/** Last year the vital tables cover; later years hold it. */
export const lastVitalYear = (read: ReadText): number => span(readSexRatios(read))[1];

const factorColumns = ['code', 'base', 'factor', 'log_sd', 'method', 'confidence', 'note'];

function factorOf(table: Table, code: string, base: VitalBase): Omit<PlaceFactor, 'provinceLogSd'> {
  const row = table.rows.find((each) => textAt(each, 'code') === code && numberAt(table, each, 'base') === base);
  if (row === undefined) throw noRow(table.file, code);
  const note = textAt(row, 'note');
  const source = `${textAt(row, 'confidence')}: ${textAt(row, 'method')}${note === '' ? '' : ` (${note})`}`;
  return { value: numberAt(table, row, 'factor'), logSd: numberAt(table, row, 'log_sd'), source };
}
