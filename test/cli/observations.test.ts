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

test('a project begins with a table of figures of the documented columns, in which the example stands as it is', () => {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'luohu-init-')), 'mine');
  const begun = luohu(['init', 'sanmenxia', folder, '--lang', 'en']);
  expect(begun.status, begun.stderr).toBe(0);
  const file = path.join(folder, 'observations', 'sanmenxia.csv');
  const [header] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\r\n');
  const [told, ...rows] = readFileSync('data/police-count.example.csv', 'utf8').trimEnd().split('\n');
  expect(header).toBe(told);
  expect(readFileSync('src/analysis/figures/README.md', 'utf8')).toContain(`\`${header}\``);
  writeFileSync(file, `${readFileSync(file, 'utf8')}${rows.join('\r\n')}\r\n`);
  const checked = luohu(['check', file, '--json']);
  expect(checked.status, checked.stderr).toBe(0);
  expect((JSON.parse(checked.stdout) as { files: { errors: unknown[] }[] }).files[0]!.errors).toEqual([]);
});
