import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/scenario/errors.ts';
import { numberAt, optionalNumberAt, readTable, recordingReader } from '../../src/scenario/tables.ts';

const read = () => 'code,persons\r\n150200,12\r\n150400,\r\n621000,many\r\n';

describe('readTable', () => {
  it('keeps codes as text and numbers lines from the header', () => {
    const table = readTable(read, 'a.csv', ['code', 'persons']);
    expect(table.rows[0].cells.code).toBe('150200');
    expect(table.rows.map((row) => row.line)).toEqual([2, 3, 4]);
  });

  it('names the file and the columns that are missing, in one line', () => {
    const asked =
      (...columns: string[]) =>
      () =>
        readTable(read, 'a.csv', columns);
    expect(asked('code', 'households')).toThrow('data/a.csv:1: households must be a column of the table, got none');
    expect(asked('year', 'sex')).toThrow('data/a.csv:1: must have the columns year, sex, got none of them');
  });

  it.each([
    ['nothing', ''],
    ['a header alone', 'code,persons\n'],
  ])('refuses a table of %s in one line', (_, text) => {
    expect(() => readTable(() => text, 'a.csv', ['code', 'year'])).toThrow(
      /^data\/a\.csv: must have a header and rows, got none$/,
    );
  });

  it('names the file, the line and the column of a cell that is no number', () => {
    const table = readTable(read, 'a.csv', ['persons']);
    expect(numberAt(table, table.rows[0], 'persons')).toBe(12);
    expect(optionalNumberAt(table, table.rows[1], 'persons')).toBeUndefined();
    expect(() => numberAt(table, table.rows[1], 'persons')).toThrow(InputError);
    expect(() => numberAt(table, table.rows[2], 'persons')).toThrow(
      'data/a.csv:4:8: persons must be a number, got "many"',
    );
  });
});

it('counts the commas of a quoted cell as part of it', () => {
  const table = readTable(() => 'note,persons\n"a, ""b"", c",many\n', 'a.csv', ['persons']);
  expect(() => numberAt(table, table.rows[0], 'persons')).toThrow('data/a.csv:2:15: persons must be');
});

describe('recordingReader', () => {
  it('reads a file once and keeps its text', () => {
    let times = 0;
    const recording = recordingReader((path) => `${path} ${++times}`);
    recording.read('b.csv');
    recording.read('a.csv');
    expect(recording.read('b.csv')).toBe('b.csv 1');
    expect([...recording.files]).toEqual([
      ['b.csv', 'b.csv 1'],
      ['a.csv', 'a.csv 2'],
    ]);
  });
});
