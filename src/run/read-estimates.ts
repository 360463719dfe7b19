import type { ComparisonRow } from '../fiscal/index.ts';
import type { Mark } from '../scenario/scenario.ts';
import { numberAt, type ReadText, readTable, textAt } from '../scenario/tables.ts';

const columns = ['author', 'year', 'region', 'component', 'value', 'unit', 'source', 'confidence'];

/** Published estimates of what a settler costs (data/citizenization-cost.csv). */
export function readEstimates(
  read: ReadText,
): Pick<ComparisonRow, 'author' | 'year' | 'region' | 'component' | 'value' | 'unit' | 'mark' | 'source'>[] {
  const table = readTable(read, 'citizenization-cost.csv', columns);
  return table.rows.map((row) => ({
    author: textAt(row, 'author'),
    year: numberAt(table, row, 'year'),
    region: textAt(row, 'region'),
    component: textAt(row, 'component'),
    value: numberAt(table, row, 'value'),
    unit: textAt(row, 'unit'),
    mark: textAt(row, 'confidence') as Mark,
    source: textAt(row, 'source'),
  }));
}
