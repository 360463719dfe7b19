import { AGE_GROUP_START, AGES } from '../city-data.ts';
import { noRow, numberAt, type ReadText, readTable, textAt } from '../tables.ts';

/** Weight of each single age inside its census age group, by sex, of the nation in the census year; sums to 1 in a group. */
export function singleAgeShare(read: ReadText, year: number): readonly [Float64Array, Float64Array] {
  const table = readTable(read, 'single-age.csv', ['year', 'sex', 'age', 'population']);
  if (!table.rows.some((row) => textAt(row, 'year') === String(year))) throw noRow(table.file, String(year));
  const persons = [new Float64Array(AGES), new Float64Array(AGES)] as const;
  for (const row of table.rows) {
    if (textAt(row, 'year') !== String(year)) continue;
    persons[textAt(row, 'sex') === 'F' ? 1 : 0][numberAt(table, row, 'age')] = numberAt(table, row, 'population');
  }
  for (const column of persons) {
    for (const [group, start] of AGE_GROUP_START.entries()) {
      const members = column.subarray(start, AGE_GROUP_START[group + 1] ?? AGES);
      const all = members.reduce((sum, value) => sum + value, 0);
      for (let age = 0; age < members.length; age++) members[age] /= all;
    }
  }
  return persons;
}
