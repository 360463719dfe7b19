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

  it('names the file and the column that is missing', () => {
    expect(() => readTable(read, 'a.csv', ['code', 'households'])).toThrow('a.csv:1: column "households" is missing');
  });

  it('names the file and the line of a cell that is no number', () => {
    const table = readTable(read, 'a.csv', ['persons']);
    expect(numberAt(table, table.rows[0], 'persons')).toBe(12);
    expect(optionalNumberAt(table, table.rows[1], 'persons')).toBeUndefined();
    expect(() => numberAt(table, table.rows[1], 'persons')).toThrow(InputError);
    expect(() => numberAt(table, table.rows[2], 'persons')).toThrow('a.csv:4: persons must be a number, got "many"');
  });
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
