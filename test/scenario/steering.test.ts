import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readResultTable } from '../../src/report/read/read-table.ts';
import { readGrid } from '../../src/run/observations/grid.ts';
import { localizedShape } from '../../src/run/record/shapes.ts';
import { steeringIn } from '../../src/scenario/errors.ts';
import { readTable } from '../../src/scenario/tables.ts';
import { parseYamlSource } from '../../src/scenario/yaml-source.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-steering-'));
const saved = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

/** Escape, null, bell, marks of direction, separators of lines. */
const steering = ['\u001b', '\u0007', '\u009b', '\u200f', '\u202e', '\u2066', '\u2028'];

test.each(steering)('%j in a text is refused by every reader, with its place', (c) => {
  const code = `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const told = `must hold no control characters that are not seen, got ${code}`;
  const table = `area,name\ncity,a${c}b\n`;
  expect(steeringIn(table)).toEqual({ code: c.codePointAt(0), line: 2, column: 7 });
  expect(() => readTable(() => table, 'x.csv', ['area'])).toThrow(`data/x.csv:2:7: ${told}`);
  expect(() => readGrid(saved('figures.csv', table))).toThrow(`figures.csv:2:7: ${told}`);
  saved('areas.csv', table);
  expect(() => readResultTable(folder, 'areas.csv', ['area'])).toThrow(`areas.csv:2:7: ${told}`);
  expect(() => parseYamlSource('x.yaml', `title: a${c}b\n`)).toThrow(`x.yaml:1:9: ${told}`);
  expect(() => parseYamlSource('x.yaml', `title: "a\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}b"\n`)).toThrow(
    told,
  );
  expect(localizedShape.safeParse({ zh: c, en: '' }).success).toBe(false);
});

test('what is only unusual is taken: tabs, other spaces, joined emoji, every script', () => {
  for (const text of ['a\tb\r\n', '包头\u3000市', '👨\u200d👩', 'الرياض', 'é\u0301', 'a\u00a0b']) {
    expect(steeringIn(text)).toBeNull();
    expect(localizedShape.safeParse({ zh: text, en: text }).success).toBe(true);
  }
});
