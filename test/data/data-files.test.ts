import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readData } from '../../src/scenario/read-data.ts';
import { numberAt, readTable, textAt } from '../../src/scenario/tables.ts';

const folder = new URL('../../data/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
const codes = new Set(readTable(readData, 'areas.csv', ['code']).rows.map((row) => textAt(row, 'code')));

describe('data/', () => {
  it.each(files)('%s is plain UTF-8 with source and confidence in every row', (file) => {
    const bytes = readFileSync(new URL(file, folder));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFF')).toBe(false);
    expect(text.includes('\r')).toBe(false);
    expect(text.includes('\u5DFF')).toBe(false);
    const { rows } = readTable(readData, file, ['source', 'confidence']);
    expect(rows.filter((row) => textAt(row, 'source') === '' || textAt(row, 'confidence') === '')).toEqual([]);
  });

  it.each(files)('%s is described in data/README.md', (file) => {
    expect(readFileSync(new URL('README.md', folder), 'utf8')).toContain(`\`${file}\``);
  });

  it.each([
    ['observations.csv', 'area_code'],
    ['income.csv', 'area_code'],
    ['census-county.csv', 'code'],
    ['fertility-factor.csv', 'code'],
    ['mortality-factor.csv', 'code'],
  ])('%s speaks of areas that areas.csv knows', (file, column) => {
    const { rows } = readTable(readData, file, [column]);
    expect(rows.map((row) => textAt(row, column)).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('observations are plausible numbers of past years, not targets', () => {
    const table = readTable(readData, 'observations.csv', ['year', 'indicator', 'value', 'unit']);
    for (const row of table.rows) {
      expect(numberAt(table, row, 'year')).toBeLessThanOrEqual(2025);
      expect(textAt(row, 'indicator')).not.toContain('target');
      if (textAt(row, 'unit') !== 'percent') continue;
      expect(numberAt(table, row, 'value')).toBeGreaterThanOrEqual(0);
      expect(numberAt(table, row, 'value')).toBeLessThanOrEqual(100);
    }
  });

  it('an area is succeeded by one of its own prefecture', () => {
    const rows = readTable(readData, 'areas.csv', ['code', 'successor', 'parent']).rows;
    const parents = new Map(rows.map((row) => [textAt(row, 'code'), textAt(row, 'parent')]));
    const succeeded = rows.filter((row) => textAt(row, 'successor') !== '' && parents.has(textAt(row, 'successor')));
    expect(succeeded.length).toBeGreaterThan(2);
    for (const row of succeeded) expect(parents.get(textAt(row, 'successor'))).toBe(textAt(row, 'parent'));
  });
});
