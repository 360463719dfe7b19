import { AGES, type VitalTables } from '../city-data.ts';
import { noRow, numberAt, type ReadText, readTable, type Table, textAt } from '../tables.ts';

/**
 * Vital rates of the prefecture: the nation's single-age tables of UN WPP 2024, probabilities of dying times the factor of
 * the province (capped at 1), fertility times the factor of the prefecture.
 */
export function vitalTables(read: ReadText, prefecture: string, province: string): VitalTables {
  const mortalityFactor = factorOf(readTable(read, 'mortality-factor.csv', factorColumns), province);
  const fertilityFactor = factorOf(readTable(read, 'fertility-factor.csv', factorColumns), prefecture);
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
    const probability = Math.min(1, numberAt(deaths, row, 'qx') * mortalityFactor.value);
    qx[numberAt(deaths, row, 'year') - firstYear][sex][numberAt(deaths, row, 'age')] = probability;
  }
  const asfr = ofEachYear(() => new Float64Array(AGES));
  const fertility = readTable(read, 'fertility.csv', ['year', 'age', 'asfr']);
  for (const row of fertility.rows) {
    asfr[numberAt(fertility, row, 'year') - firstYear][numberAt(fertility, row, 'age')] =
      numberAt(fertility, row, 'asfr') * fertilityFactor.value;
  }
  return { firstYear, lastYear, qx, asfr, sexRatioAtBirth, fertilityFactor, mortalityFactor };
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

const factorColumns = ['code', 'factor', 'method', 'confidence', 'note'];

function factorOf(table: Table, code: string): { readonly value: number; readonly source: string } {
  const row = table.rows.find((each) => textAt(each, 'code') === code);
  if (row === undefined) throw noRow(table.file, code);
  const source = `${textAt(row, 'confidence')}: ${textAt(row, 'method')} (${textAt(row, 'note')})`;
  return { value: numberAt(table, row, 'factor'), source };
}
