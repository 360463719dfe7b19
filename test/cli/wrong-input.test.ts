import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { luohu } from './luohu.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-cli-'));
});

const baotou = 'scenarios/baotou.yaml';

/** Runs a scenario into a fresh folder and expects one line on stderr, exit status 2 and nothing written. */
function refused(args: readonly string[], line: string): void {
  const out = path.join(folder, 'out');
  const called = luohu(['run', ...args, '--out', out]);
  expect(called).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
  expect(existsSync(out)).toBe(false);
}

test('an unknown command', () => {
  const { status, stderr } = luohu(['rum']);
  expect(status).toBe(2);
  expect(stderr).toBe('Did you mean run? luohu --help lists commands and options\n');
});

test('an unknown option', () =>
  refused([baotou, '--color'], 'Unknown argument: color; luohu --help lists commands and options'));

test('too few replicates', () =>
  refused([baotou, '--replicates', '0'], '--replicates must be a whole number from 1 to 100000, got 0'));

test('workers that are no number', () =>
  refused([baotou, '--workers', 'two'], '--workers must be a whole number from 1 to 512, got two'));

test('a sample above 1', () => refused([baotou, '--sample', '1.5'], '--sample must be above 0 and at most 1, got 1.5'));

test('an end year before the base year', () =>
  refused([baotou, '--to', '2019'], '--to must be later than the base year 2020, got 2019'));

test('a document that does not exist', () =>
  refused(
    [baotou, '--without', 'baotou-2042'],
    '--without must be a known policy document, got "baotou-2042"; did you mean baotou-2024',
  ));

test('a scenario that does not exist', () => {
  const missing = path.join(folder, 'nowhere.yaml');
  refused([missing], `${missing}: must be an existing file, got nothing there`);
});

test('a scenario without a name', () =>
  refused(
    [''],
    'must be a scenario file, or a prefecture or province by code or name (luohu places lists them), got ""',
  ));

test('a folder instead of a scenario', () => refused([folder], `${folder}: must be a file, got a folder`));

test('mistakes of all scenarios are told together, with their places', () => {
  const [first, second] = ['first.yaml', 'second.yaml'].map((name) => path.join(folder, name));
  writeFileSync(first, `extends: ${path.relative(folder, baotou)}\nreplicate: 3\n`);
  writeFileSync(second, `extends: ${path.relative(folder, baotou)}\nreplicates: 0\n`);
  refused(
    [first, second],
    `${first}:2:1: replicate must be a known key, got "replicate"; did you mean replicates\n${second}:2:13: replicates must be at least 1, got 0`,
  );
});

test('a result folder that cannot be written to', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const called = luohu(['run', baotou, '--out', file]);
  expect(called).toEqual({
    status: 2,
    stdout: '',
    stderr: `--out must be a folder that can be written to, got ${file}\n`,
  });
});

test('mistakes are told in Chinese', () => {
  const { stderr } = luohu(['run', baotou, '--replicates', '0', '--lang', 'zh']);
  expect(stderr).toBe('--replicates 应为 1 到 100000 的整数，实际为 0\n');
});

test('verify needs a result folder', () => {
  expect(luohu(['verify', folder])).toEqual({
    status: 2,
    stdout: '',
    stderr: `must be a result folder with a manifest.json, got ${folder}\n`,
  });
});

test('population needs a census the prefecture has', () => {
  const { status, stderr } = luohu(['population', '610500', '--year', '2020']);
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('population takes a scenario or a code, not both', () => {
  expect(luohu(['population', baotou, '--code', '150400'])).toEqual({
    status: 2,
    stdout: '',
    stderr: `must be either a scenario file or --code, got both: ${baotou} and --code 150400\n`,
  });
});

test('a household file that does not exist', () => {
  const eligible = (lang: string) =>
    luohu(['eligible', 'nowhere.yaml', '--city', '150200', '--date', '2025-01-01', '--lang', lang]);
  expect(eligible('en').stderr).toBe('nowhere.yaml: must be an existing file, got nothing there\n');
  expect(eligible('zh')).toEqual({ status: 2, stdout: '', stderr: 'nowhere.yaml: 应为存在的文件，实际不存在\n' });
});
