import { expect, test } from 'vitest';
import { csvText } from '../../src/result/csv.ts';

test('numbers are printed in their shortest exact form, NaN as an empty cell, minus zero as zero', () => {
  expect(csvText(['a', 'b', 'c', 'd'], [[0.1 + 0.2, NaN, -0, 1e21]])).toBe('a,b,c,d\n0.30000000000000004,,0,1e+21\n');
});

test('commas, quotes and line feeds in a text are quoted', () => {
  expect(csvText(['a', 'b'], [['落户, "包头"', 'x']])).toBe('a,b\n"落户, ""包头""",x\n');
});
