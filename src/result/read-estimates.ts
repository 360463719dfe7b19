import type { Estimate } from '../fiscal/index.ts';
import type { Localized } from '../language/language.ts';
import type { Mark } from '../scenario/mark.ts';
import { numberAt, type ReadText, readTable, textAt } from '../scenario/tables.ts';

const both = ['author', 'region', 'component', 'source'] as const;
const columns = [...both.flatMap((column) => [column, `${column}_zh`]), 'year', 'value', 'unit', 'confidence'];

/** Published estimates of what a settler costs (data/citizenization-cost.csv). */
export function readEstimates(read: ReadText): Estimate[] {
  const table = readTable(read, 'citizenization-cost.csv', columns);
  return table.rows.map((row) => {
    const said = (column: (typeof both)[number]): Localized => ({
      zh: textAt(row, `${column}_zh`),
      en: textAt(row, column),
    });
    return {
      author: said('author'),
      year: numberAt(table, row, 'year'),
      region: said('region'),
      component: said('component'),
      value: numberAt(table, row, 'value'),
      unit: textAt(row, 'unit'),
      mark: textAt(row, 'confidence') as Mark,
      source: said('source'),
    };
  });
}
