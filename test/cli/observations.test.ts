import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { luohu } from './luohu.ts';

test('a table in the shape of scenarios is understood as it is, with its sources and errors, also one that import wrote', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-import-'));
  const [once, twice] = ['once.csv', 'twice.csv'].map((name) => path.join(folder, name));
  const take = (from: string, out: string) =>
    luohu(['observations', 'import', from, '--city', 'sanmenxia', '--lang', 'en', '--write', '--out', out]);
  const first = take('data/police-count.example.csv', once);
  expect(first.status, first.stderr).toBe(0);
  expect(first.stdout).toContain('4 figures understood');
  expect(first.stderr).not.toContain('not understood');
  expect(readFileSync(once, 'utf8')).toContain('made up: an example of a police count');
  const second = take(once, twice);
  expect(second.status, second.stderr).toBe(0);
  expect(readFileSync(twice)).toEqual(readFileSync(once));
});

test('a figure of a year that is not over is warned of: a target is no count', () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'luohu-ahead-')), 'ahead.csv');
  writeFileSync(
    file,
    'place,year,indicator,value,unit,source\n三门峡市,2022,resident_population,200,万人,公报\n三门峡市,2059,resident_population,200,万人,规划\n',
  );
  const { status, stderr } = luohu(['check', file, '--lang', 'zh']);
  expect(status).toBe(0);
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^警告：.*ahead\.csv:3:\d+: 2059年还没有过完/)]);
});
