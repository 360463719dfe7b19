import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { smallScenario } from '../support/small-scenario.ts';
import { luohu } from './luohu.ts';

let out: string;
let run: ReturnType<typeof luohu>;
let folder: string;
const scenario = smallScenario();
const small = ['--replicates', '2', '--sample', '0.05', '--to', '2023'];

beforeAll(() => {
  out = mkdtempSync(path.join(os.tmpdir(), 'luohu-shown-'));
  run = luohu(['run', scenario, ...small, '--years', '2021，2023', '--area', '额济纳', '--out', out, '--lang', 'zh']);
  folder = path.join(out, readdirSync(out).find((name) => name.startsWith('small-'))!);
}, 200_000);

test('the table of a run shows the years and the areas asked for', () => {
  expect(run.status, run.stderr).toBe(0);
  const heads = run.stdout.split('\n').filter((line) => line.startsWith('指标 '));
  expect(heads).toHaveLength(2);
  for (const head of heads) expect(head.trim().split(/\s+/)).toEqual(['指标', '2021', '2023']);
  expect(run.stdout).toContain('\n额济纳旗\n');
});

test('a page opens with the area and the last of the years; pictures are named for them', { timeout: 200_000 }, () => {
  const asked = ['--years', '2022,2023', '--area', 'ejin', '--png', '--json'];
  const report = luohu(['report', folder, ...asked]);
  expect(report.status, report.stderr).toBe(0);
  expect(readFileSync(path.join(folder, 'report.html'), 'utf8')).toContain('"opened":{"year":2023,"area":"152923"}');
  const pictures = readdirSync(path.join(folder, 'charts')).filter((name) => name.endsWith('.zh.png'));
  expect(pictures).toContain('rates.152923.zh.png');
  expect(pictures).toContain('age-pyramid.2022.zh.png');
  expect(pictures).toContain('counties.2023.zh.png');
});

test('years and areas a result does not have are refused in one line each, with what may have been meant', () => {
  const year = luohu(['export', folder, '--years', '2030', '--out', path.join(out, 'x'), '--lang', 'en']);
  expect([year.status, year.stderr]).toEqual([
    2,
    '--years must be among the years of the result, 2020 to 2023, got 2030\n',
  ]);
  const area = luohu(['run', scenario, ...small, '--area', '额济那', '--out', out, '--lang', 'zh']);
  expect(area.status).toBe(2);
  expect(area.stderr.trim()).toBe(
    '--area 应为结果中的地区（代码或名称，全市写 city），实际为“额济那”；是指额济纳旗吗？',
  );
});
