import { group } from 'd3-array';
import { readRegions } from './city/regions.ts';
import { type Coefficient, type CoefficientKind, coefficientKinds, coefficientProblem } from './coefficient.ts';
import { InputError, type Issue } from './errors.ts';
import type { Mark } from './mark.ts';
import { messages } from './messages.ts';
import {
  cellIssue,
  numberAt,
  optionalNumberAt,
  type ReadText,
  type Row,
  readTable,
  type Table,
  textAt,
} from './tables.ts';

const NATION = '000000';
const columns =
  'id,region_code,year,value,low,high,unit,kind,confidence,source,source_zh,url,name_zh,name_en,note_zh,note_en';
const confidences: readonly Mark[] = ['published', 'derived', 'recalled', 'assumption'];

/**
 * The coefficients of data/fiscal-coefficients.csv for one city: of the rows of an id those of the city, else of its province,
 * else of the nation. An id known for several years gives one coefficient a year, `<id>.<year>`.
 * @throws InputError naming line and column: a value outside its kind or its range, an unknown word, no source
 *   in one of the languages, a row twice
 */
export function readCoefficients(read: ReadText, city: string): Coefficient[] {
  const table = readTable(read, 'fiscal-coefficients.csv', columns.split(','));
  const issues = table.rows.flatMap((row) => rowIssues(table, row));
  issues.push(...twice(table));
  if (issues.length > 0) throw new InputError(issues);
  const regions = readRegions(read);
  const order = [city, regions.get(city)?.parent ?? NATION, NATION];
  const byId = group(table.rows, (row) => textAt(row, 'id'));
  return [...byId].flatMap(([id, rows]) => {
    const region = order.find((code) => rows.some((row) => textAt(row, 'region_code') === code));
    const own = rows.filter((row) => textAt(row, 'region_code') === region);
    const dated = datedIds(rows);
    return own.map((row) => coefficientOf(table, row, dated ? `${id}.${textAt(row, 'year')}` : id));
  });
}

/** Ids of the table without their years, with their kind. */
export function coefficientKindsOf(read: ReadText): Map<string, CoefficientKind> {
  const table = readTable(read, 'fiscal-coefficients.csv', columns.split(','));
  const byId = group(table.rows, (row) => textAt(row, 'id'));
  return new Map(
    [...byId].flatMap(([id, rows]): [string, CoefficientKind][] => {
      const kind = textAt(rows[0], 'kind') as CoefficientKind;
      return datedIds(rows)
        ? [[id, kind], ...rows.map((row): [string, CoefficientKind] => [`${id}.${textAt(row, 'year')}`, kind])]
        : [[id, kind]];
    }),
  );
}

/** Whether an id is a series: amounts of money and standards that state their year. */
const datedIds = (rows: readonly Row[]): boolean =>
  /^(award\.envelope$|pool\.settlers$|standard\.|wage\.base$|debt\.revenue$)/.test(textAt(rows[0], 'id'));

function coefficientOf(table: Table, row: Row, id: string): Coefficient {
  return {
    id,
    kind: textAt(row, 'kind') as CoefficientKind,
    name: { zh: textAt(row, 'name_zh'), en: textAt(row, 'name_en') },
    value: numberAt(table, row, 'value'),
    low: numberAt(table, row, 'low'),
    high: numberAt(table, row, 'high'),
    unit: textAt(row, 'unit'),
    mark: textAt(row, 'confidence') as Mark,
    source: { zh: textAt(row, 'source_zh'), en: textAt(row, 'source') },
    url: textAt(row, 'url'),
    year: optionalNumberAt(table, row, 'year') ?? null,
    note: { zh: textAt(row, 'note_zh'), en: textAt(row, 'note_en') },
    from: 'data',
  };
}

function rowIssues(table: Table, row: Row): Issue[] {
  const wrong = (column: string, allowed: readonly string[]): Issue[] =>
    allowed.includes(textAt(row, column))
      ? []
      : [cellIssue(table, row, column, messages.oneOf(allowed, textAt(row, column), undefined))];
  const unsaid = ['source', 'source_zh'].filter((column) => textAt(row, column) === '');
  const words = [
    ...wrong('kind', coefficientKinds),
    ...wrong('confidence', confidences),
    ...unsaid.map((column) => cellIssue(table, row, column, messages.notEmpty())),
  ];
  if (words.length > 0) return words;
  const [value, low, high] = ['value', 'low', 'high'].map((column) => numberAt(table, row, column)) as [
    number,
    number,
    number,
  ];
  const problem = coefficientProblem(textAt(row, 'kind') as CoefficientKind, value);
  if (problem) return [cellIssue(table, row, 'value', problem)];
  if (datedIds([row]) && textAt(row, 'year') === '') return [cellIssue(table, row, 'year', messages.kind('int', ''))];
  return value < low || value > high ? [cellIssue(table, row, 'value', messages.between(low, high, value))] : [];
}

function twice(table: Table): Issue[] {
  const seen = new Map<string, number>();
  return table.rows.flatMap((row) => {
    const key = ['id', 'region_code', 'year'].map((column) => textAt(row, column)).join(' ');
    const before = seen.get(key);
    seen.set(key, before ?? row.line);
    return before === undefined ? [] : [cellIssue(table, row, 'id', messages.rowTwice(key, before))];
  });
}
