import { numberAt, type ReadText, readTable, type Table, textAt } from '../../scenario/tables.ts';
import { nationalYears, type PrintedYear } from './national-years.ts';
import { type FactorRow, fertilityFactors, mortalityFactors } from './place-factors.ts';

const YEARS = 'vital-years.csv';
const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: readonly (string | number)[]): string => `${cells.map((each) => cell(String(each))).join(',')}\n`;

/** The derived tables of births, deaths and marriages by the name of their file, made from the others. */
export function vitalTableTexts(read: ReadText): Readonly<Record<string, string>> {
  const table = readTable(read, YEARS, ['year', 'births', 'deaths', 'marriages']);
  const years = nationalYears(
    read,
    table.rows.map((row) => printedYear(table, row)),
  );
  const made = ['fertility_factor', 'mortality_factor', 'union_factor'] as const;
  const body = table.rows.map((row, y) => {
    const { fertility, mortality, unions } = years[y];
    const factors = { fertility_factor: fertility, mortality_factor: mortality, union_factor: unions };
    const values = table.columns.map((column) => {
      const name = made.find((each) => each === column);
      return name === undefined ? textAt(row, column) : factors[name].toFixed(4);
    });
    return line(values);
  });
  return {
    [YEARS]: line(table.columns) + body.join(''),
    'fertility-factor.csv': factorTable(fertilityFactors(read, years), 'census 2010 and 2020; UN WPP 2024'),
    'mortality-factor.csv': factorTable(
      mortalityFactors(read),
      'census life expectancy by province (e0 in observations/); census 2010; UN WPP 2024',
    ),
  };
}

const printedYear = (table: Table, row: Table['rows'][number]): PrintedYear => ({
  year: numberAt(table, row, 'year'),
  births: numberAt(table, row, 'births'),
  deaths: numberAt(table, row, 'deaths'),
  unions: numberAt(table, row, 'marriages'),
});

const factorTable = (rows: readonly FactorRow[], source: string): string =>
  line(['code', 'base', 'factor', 'log_sd', 'method', 'source', 'confidence', 'note']) +
  rows
    .map(({ code, base, factor, logSd, method, confidence }) =>
      line([code, base, factor.toFixed(4), logSd.toFixed(2), method, source, confidence, '']),
    )
    .join('');
