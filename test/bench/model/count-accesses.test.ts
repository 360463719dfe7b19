import { expect, test } from 'vitest';
import { allocateTable } from '../../../src/population/columns.ts';
import { countAccesses } from './count-accesses.ts';

const spec = {
  age: { type: 'u8', unit: 'year', meaning: 'age' },
  mother: { type: 'i32', unit: 'person row', meaning: 'mother' },
} as const;

test('every element read or written adds its bytes, and the table itself changes', () => {
  const table = allocateTable(spec, 10);
  const accesses = { read: 0, written: 0 };
  const { age, mother } = countAccesses(table, accesses).columns;
  mother[3] = 7;
  age[1] = mother[3] + 1;
  age[1]++;
  expect(table.columns.mother[3]).toBe(7);
  expect(table.columns.age[1]).toBe(9);
  expect(accesses).toEqual({ read: 4 + 1, written: 4 + 1 + 1 });
});

test('rows and methods reach the table uncounted', () => {
  const table = allocateTable(spec, 10);
  const accesses = { read: 0, written: 0 };
  const counted = countAccesses(table, accesses);
  counted.rows = 4;
  counted.columns.age.fill(5, 0, counted.rows);
  expect(table.rows).toBe(4);
  expect([...table.columns.age.subarray(0, 5)]).toEqual([5, 5, 5, 5, 0]);
  expect(accesses).toEqual({ read: 0, written: 0 });
});
