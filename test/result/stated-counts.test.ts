import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, test } from 'vitest';
import { readStatedCounts } from '../../src/result/read-stated-counts.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { smallCounts } from '../fiscal/fixture.ts';

const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'luohu-stated-')), 'stated.csv');
const head = 'area,item,year,value,source\n';
function read(text: string) {
  writeFileSync(file, text);
  return readStatedCounts(file, smallCounts());
}
function complaints(text: string): string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.split('\n').map((line) => line.replace(`${file}:`, ''));
  }
}

it('what bureaus state is read by county name or code, money in yuan', () => {
  expect(read(`${head}甲区,settlers.province,2025,120,公安〔2025〕1号\ncity,spent,2024,5000000,决算\n`)).toEqual([
    { area: '150402', item: 'settlers.province', year: 2025, value: 120, source: '公安〔2025〕1号' },
    { area: 'city', item: 'spent', year: 2024, value: 5_000_000, source: '决算' },
  ]);
});

test.each([
  ['甲区,settlers.provnce,2025,1,s', '2:4: item must be '],
  ['丙县,children,2025,1,s', '2:1: area must be 150402 or 150421, got "丙县"'],
  ['150402,spent,2025,1,s', '2:1: area must be city, got "150402"'],
  ['150402,children,1990,1,s', '2:17: year must be between 2013 and 2026, got 1990'],
  ['city,spent,2020,1,s', '2:12: year must be between 2024 and 2026, got 2020'],
  ['150402,children,later,1,s', '2:17: year must be a whole number, got "later"'],
  ['150402,children,2025,-3,s', '2:22: value must be at least 0, got -3'],
  ['150402,children,2025,many,s', '2:22: value must be a number, got "many"'],
  ['150402,children,2025,1.5,s', '2:22: value must be a whole number, got 1.5'],
  ['150402,children,2025,1,', '2:24: source must not be empty, got nothing'],
])('%s is one mistake in one line', (row, message) => {
  const [told, ...more] = complaints(`${head}${row}\n`);
  expect(told).toContain(message);
  expect(more).toEqual([]);
});

it('a row stated twice and a file without its columns are refused', () => {
  expect(complaints(`${head}150402,children,2025,1,s\n150402,children,2025,2,s\n`)[0]).toMatch(/^3:1: area /);
  expect(complaints('area,item\n150402,children\n')).toHaveLength(1);
});
