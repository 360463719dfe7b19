import { cpSync, mkdtempSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { luohu, root } from './luohu.ts';

/** A copy of the package whose data can be spoilt. */
const copy = mkdtempSync(path.join(os.tmpdir(), 'luohu-data-'));
const aside = mkdtempSync(path.join(os.tmpdir(), 'luohu-aside-'));
beforeAll(() => {
  for (const name of ['src', 'data', 'scenarios', 'package.json']) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});

/** Calls the command while something of data/ is away. */
function calledWithout(name: string, args: readonly string[]) {
  const [here, there] = [path.join(copy, 'data', name), path.join(aside, path.basename(name))];
  renameSync(here, there);
  try {
    return luohu(args, {}, copy);
  } finally {
    renameSync(there, here);
  }
}

const baotou = 'scenarios/baotou.yaml';
const refused = (line: string) => ({ status: 2, stdout: '', stderr: `${line}\n` });

test.each(['mortality.csv', 'census/150000.csv', 'areas.csv', 'observations/150000.csv'])(
  'a run without %s ends before it begins',
  (name) => {
    expect(calledWithout(name, ['run', baotou, '--out', path.join(copy, 'out')])).toEqual(
      refused(`data/${name}: must be an existing file, got nothing there`),
    );
    expect(readdirSync(copy)).not.toContain('out');
  },
);

test('a population by code needs the same tables', () => {
  expect(calledWithout('mortality.csv', ['population', '150200', '--lang', 'zh'])).toEqual(
    refused('data/mortality.csv: 应为存在的文件，实际不存在'),
  );
});

test.each([
  ['check', [baotou]],
  ['policy', []],
])('%s without the policy documents', (command, args) => {
  expect(calledWithout('documents', [command, ...args])).toEqual(
    refused('data/documents: must be an existing folder, got nothing there'),
  );
  expect(calledWithout('documents', [command, ...args, '--lang', 'zh'])).toEqual(
    refused('data/documents: 应为存在的文件夹，实际不存在'),
  );
});

test('tables kept for calibration and scoring are not missed', () => {
  expect(calledWithout('vitals.csv', ['check', baotou]).status).toBe(0);
});
