import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { luohu, startLuohu } from './luohu.ts';

const scenario = 'scenarios/sanmenxia.yaml';
const small = ['--replicates', '2', '--sample', '0.02', '--to', '2022'];

test('a run writes its folder, which verify makes again and an edit spoils', { timeout: 300_000 }, () => {
  const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-run-'));
  const run = luohu(['run', scenario, ...small, '--out', out, '--json']);
  expect(run.status, run.stderr).toBe(0);
  const { runs } = JSON.parse(run.stdout) as { runs: { folder: string; resultHash: string; headlines: unknown[] }[] };
  const [{ folder, resultHash, headlines }] = runs as [(typeof runs)[number]];
  expect(headlines).toHaveLength(7);
  expect(readdirSync(out)).toEqual([path.basename(folder)]);
  expect(readdirSync(folder).sort()).toEqual([
    '.written.json',
    'areas.csv',
    'charts',
    'dictionary.csv',
    'fit.csv',
    'indicators.csv',
    'manifest.json',
    'readable',
    'replicates.parquet',
    'routes.csv',
    'settlements.csv',
  ]);

  const verified = luohu(['verify', folder]);
  expect(verified.status, verified.stderr).toBe(0);
  expect(verified.stdout).toBe(`the same result: ${resultHash}\n`);

  const indicators = path.join(folder, 'indicators.csv');
  writeFileSync(indicators, readFileSync(indicators, 'utf8').replace('2022', '2023'));
  const spoilt = luohu(['verify', folder]);
  expect(spoilt.status).toBe(1);
  expect(spoilt.stderr).toBe('result file indicators.csv was changed after the run\n');
});

test('Ctrl-C ends a run at once, with status 130 and nothing written', { timeout: 120_000 }, async () => {
  const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-stop-'));
  const child = startLuohu(['run', scenario, '--out', out]);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let told = '';
  child.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  while (!told.includes('making the base population')) await setTimeout(50);
  await setTimeout(500);
  const asked = performance.now();
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(performance.now() - asked).toBeLessThan(15_000); // a run takes minutes; the rest is a busy machine
  expect(told).toContain('interrupted, no result written');
  expect(readdirSync(out)).toEqual([]);
});
