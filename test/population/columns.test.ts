import { expect, it } from 'vitest';
import { adoptTable, allocateTable, bytesPerRow, copyRows, sealTable } from '../../src/population/columns.ts';

const spec = {
  age: { type: 'u8', unit: 'year', meaning: 'age' },
  land: { type: 'f32', unit: 'mu', meaning: 'land' },
} as const;

it('a thread that adopts a sealed table reads the same columns', () => {
  const table = allocateTable(spec, 3);
  table.columns.age.set([7, 8, 9]);
  table.columns.land[1] = 2.5;
  table.rows = 2;
  const adopted = adoptTable(spec, sealTable(table).buffer);
  expect([adopted.rows, adopted.capacity]).toEqual([2, 3]);
  expect(Array.from(adopted.columns.age)).toEqual([7, 8, 9]);
  expect(adopted.columns.land[1]).toBe(2.5);
  expect(bytesPerRow(spec)).toBe(5);
});

it('a buffer that is no table, or one of other columns, is refused', () => {
  const { buffer } = allocateTable(spec, 1);
  expect(() => adoptTable(spec, new ArrayBuffer(256))).toThrow('not a luohu table');
  expect(() => adoptTable({ age: spec.age }, buffer)).toThrow('table has other columns than expected');
  expect(() => adoptTable({ ...spec, land: { ...spec.land, type: 'i32' } }, buffer)).toThrow('other columns');
});

it('copies the rows in use and refuses a target that is too small', () => {
  const from = allocateTable(spec, 2);
  from.columns.age.set([1, 2]);
  from.rows = 2;
  const to = allocateTable(spec, 4);
  to.columns.age.fill(9);
  copyRows(from, to);
  expect(to.rows).toBe(2);
  expect(Array.from(to.columns.age)).toEqual([1, 2, 9, 9]);
  expect(() => copyRows(to, allocateTable(spec, 1))).toThrow('capacity 1 below 2 rows');
});
