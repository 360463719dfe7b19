import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { readEstimates } from '../../src/result/read-estimates.ts';
import { readCoefficients } from '../../src/scenario/coefficient-table.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { readData } from '../../src/scenario/read-data.ts';

const HAN = /\p{Script=Han}/u;
const rows = csvParse(readFileSync('data/fiscal-coefficients.csv', 'utf8'));
/** Every number of a text, a day as the month and day it is: `2020-06-09` and `2020年6月9日` have the same. */
const figuresOf = (text: string): number[] =>
  (text.replaceAll(',', '').match(/\d+(\.\d+)?/g) ?? []).map(Number).sort((a, b) => a - b);

describe('the source of a fiscal coefficient', () => {
  test('stands in both languages in every row, the Chinese in Chinese', () => {
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.filter(({ source }) => !/[a-z〔]/i.test(source))).toEqual([]);
    expect(rows.filter((row) => !HAN.test(row.source_zh))).toEqual([]);
  });

  test('is one text wherever the English is', () => {
    const chinese = new Map<string, Set<string>>();
    for (const row of rows) chinese.set(row.source, (chinese.get(row.source) ?? new Set()).add(row.source_zh));
    expect([...chinese].filter(([, texts]) => texts.size > 1)).toEqual([]);
  });

  test('names the same document numbers in both', () => {
    const numbers = (text: string) => text.match(/\p{Script=Han}{2}〔\d{4}〕\d+号/gu) ?? [];
    const differing = rows.filter((row) => String(numbers(row.source)) !== String(numbers(row.source_zh)));
    expect(rows.filter((row) => numbers(row.source).length > 0).length).toBeGreaterThan(10);
    expect(differing.map(({ source, source_zh }) => [source, source_zh])).toEqual([]);
  });

  test('dates the press by the same day in both', () => {
    const dated = rows.filter(({ source }) => /\d{4}-\d\d-\d\d$/.test(source));
    expect(dated.length).toBeGreaterThan(15);
    for (const { source, source_zh } of dated)
      expect(figuresOf(source_zh)).toEqual(figuresOf(source.replaceAll('-', ' ')));
  });

  test('may be missing in neither', () => {
    const without = (file: string) =>
      file === 'fiscal-coefficients.csv' ? readData(file).replace('财政部预算公布，凭记忆', '') : readData(file);
    expect(() => readCoefficients(without, '150200')).toThrow(InputError);
    try {
      readCoefficients(without, '150200');
    } catch (error) {
      const [issue] = (error as InputError).issues;
      expect(issue).toMatchObject({ file: 'data/fiscal-coefficients.csv', line: 2 });
      expect(issue.message).toContain('must not be empty');
    }
  });
});

test('the published estimates name author, region, component and source in both languages', () => {
  const estimates = readEstimates(readData);
  const told = estimates.flatMap(({ author, region, component, source }) => [author, region, component, source]);
  expect(estimates.length).toBeGreaterThan(50);
  expect(told.filter(({ zh, en }) => !HAN.test(zh) || HAN.test(en) || en === '')).toEqual([]);
});
