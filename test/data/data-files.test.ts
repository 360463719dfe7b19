import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeOf, readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { numberAt, readTable, textAt } from '../../src/scenario/tables.ts';

const folder = new URL('../../data/', import.meta.url);
const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
const files = entries.filter((name) => /^[a-z-]+(\/\d{6})?\.csv$/.test(name));
const tables = [...new Set(files.map((name) => (name.includes('/') ? `${name.split('/')[0]}/` : name)))];
/** The files of a table cut by province, or the one file it is. */
const filesOf = (table: string): string[] =>
  files.filter((name) => (table.endsWith('/') ? name.startsWith(table) : name === table));
const codes = new Set(readTable(readData, 'areas.csv', ['code']).rows.map((row) => textAt(row, 'code')));

/** Tables computed as a whole from others, as data/README.md tells, and the one that says what the sources are called. */
const derived = ['census-repairs.csv', 'score-units.csv', 'county-flows/', 'source-names.csv'];

describe('data/', () => {
  it('cuts every table by province, or not at all', () => {
    expect(tables).toContain('census/');
    for (const table of tables.filter((name) => name.endsWith('/'))) {
      expect([table, filesOf(table).length >= 30 && filesOf(table).length <= 32]).toEqual([table, true]);
    }
  });

  it.each(tables)('%s is plain UTF-8 with source and confidence in every row', (name) => {
    for (const file of filesOf(name)) {
      const bytes = readFileSync(new URL(file, folder));
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      expect(text.startsWith('\uFEFF')).toBe(false);
      expect(text.includes('\r')).toBe(false);
      if (file !== 'census-repairs.csv') expect(text.includes('\u5DFF')).toBe(false);
      if (derived.includes(name)) continue;
      const { rows } = readTable(readData, file, ['source', 'confidence']);
      expect(rows.filter((row) => textAt(row, 'source') === '' || textAt(row, 'confidence') === '')).toEqual([]);
    }
  });

  it.each(tables)('%s is described in data/README.md', (table) => {
    expect(readFileSync(new URL('README.md', folder), 'utf8')).toContain(`\`${table}\``);
  });

  it.each([
    ['observations/', 'area_code'],
    ['income/', 'area_code'],
    ['census/', 'code'],
    ['county-flows/', 'code'],
    ['fertility-factor.csv', 'code'],
    ['mortality-factor.csv', 'code'],
  ])('%s speaks of areas that areas.csv knows', (file, column) => {
    const rows = filesOf(file).flatMap((name) => readTable(readData, name, [column]).rows);
    expect(rows.map((row) => textAt(row, column)).filter((code) => code !== '' && !codes.has(code))).toEqual([]);
  });

  it('observations are plausible numbers of past years, not targets', () => {
    const wanted = ['year', 'indicator', 'value', 'unit'];
    const read = filesOf('observations/').map((name) => readTable(readData, name, wanted));
    for (const [table, row] of read.flatMap((each) => each.rows.map((line) => [each, line] as const))) {
      expect(numberAt(table, row, 'year')).toBeLessThanOrEqual(2025);
      expect(textAt(row, 'indicator')).not.toContain('target');
      if (textAt(row, 'unit') !== 'percent') continue;
      expect(numberAt(table, row, 'value')).toBeGreaterThanOrEqual(0);
      expect(numberAt(table, row, 'value')).toBeLessThanOrEqual(100);
    }
  });

  it('areas are succeeded by areas in force, most by one of their own prefecture', () => {
    const regions = readRegions(readData);
    const heirs = [...regions.values()].flatMap((region) => region.successors.map(({ code }) => ({ region, code })));
    expect(heirs.filter(({ code }) => !regions.has(code))).toEqual([]);
    const inside = heirs.filter(
      ({ region, code }) => placeOf(region, regions) === placeOf(regions.get(code)!, regions),
    );
    expect(inside.length / heirs.length).toBeGreaterThan(0.9);
  });
});
