import { expect, it } from 'vitest';
import type { Place } from '../../src/people/column/column.ts';
import { tablesFor } from '../../src/people/table/compile-table.ts';
import type { IndicatorRow } from '../../src/result/merge.ts';
import { rowsByCell, tableCsv } from '../../src/result/own-tables.ts';
import { summarize } from '../../src/result/summary.ts';
import type { TableFile } from '../../src/scenario/table-shape.ts';

const areas = ['100101', '100102', '100103'].map((code) => ({ code, name: { zh: code, en: code }, central: false }));
const place: Place = { areas, routes: [] };

/** A table of means by area of one year, as written: area, mean, why withheld. */
function written(table: TableFile, numbers: Readonly<Record<string, Readonly<Record<string, number>>>>): string[] {
  const tables = tablesFor({ t: table }, place);
  const rows: IndicatorRow[] = Object.entries(numbers).flatMap(([indicator, byArea]) =>
    ['city', ...areas.map(({ code }) => code)].map((area) => ({
      ...{ area, year: 2025, indicator, unit: 'persons' as const },
      ...summarize([byArea[area]]),
    })),
  );
  const [head, ...lines] = tableCsv('s', tables[0], rowsByCell(tables, rows)).trim().split('\n');
  const at = (name: string) => head.split(',').indexOf(name);
  return lines.map((line) => {
    const cells = line.split(',');
    return [cells[at('area')], cells[at('sex')], cells[at('mean')], cells[at('withheld')]]
      .filter((each) => each !== undefined)
      .join(' ');
  });
}

const counts = {
  'table.persons.t.male': { city: 1005, '100101': 900, '100102': 5, '100103': 100 },
  'table.persons.t.female': { city: 1200, '100101': 900, '100102': 0, '100103': 300 },
};

it('without a guard every cell is told, and no column says otherwise', () => {
  expect(written({ rows: ['sex'] }, counts)).toContain('100102 male 5');
});

it('a small cell is withheld, and the next smallest with it where the city would give it away', () => {
  expect(written({ rows: ['sex'], guard: 10 }, counts)).toEqual([
    'city male 1005 ',
    'city female 1200 ',
    '100101 male 900 ',
    '100101 female 900 ',
    '100102 male  small',
    '100102 female 0 ',
    '100103 male  beside',
    '100103 female 300 ',
  ]);
});

it('a mean is withheld by the number of those behind it, not by its size', () => {
  const table: TableFile = { measure: { mean: 'age' }, guard: 10 };
  const means = { city: 4, '100101': 3, '100102': 90, '100103': 4 };
  const behind = { city: 210, '100101': 200, '100102': 3, '100103': 7 };
  expect(written(table, { 'table.years.t': means, 'table.persons.t:count': behind })).toEqual([
    'city 4 ',
    '100101 3 ',
    '100102  small',
    '100103  small',
  ]);
});
