import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { luohu } from './luohu.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-cache-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const cache = path.join(folder, 'cache');
const env = { LUOHU_CACHE: cache, LUOHU_CACHE_MAX: '500M' };

test('base populations are kept from run to run, shown and cleared; results are the same with and without', {
  timeout: 300_000,
}, () => {
  const hashOf = (out: string, environment: NodeJS.ProcessEnv) => {
    const place = path.join(folder, out);
    const args = ['run', 'scenarios/sanmenxia.yaml', '--sample', '0.005', '--replicates', '1', '--to', '2021'];
    expect(luohu([...args, '--workers', '1', '--out', place], environment)).toMatchObject({ status: 0 });
    const [run] = readdirSync(place);
    return (JSON.parse(readFileSync(path.join(place, run, 'manifest.json'), 'utf8')) as { resultHash: string })
      .resultHash;
  };
  const made = hashOf('made', env);
  expect(hashOf('read', env)).toBe(made);
  expect(hashOf('off', { LUOHU_CACHE: 'off' })).toBe(made);

  const shown = JSON.parse(luohu(['cache', '--json'], env).stdout);
  expect(shown).toMatchObject({ folder: cache, populations: 1, maxBytes: 5e8 });
  expect(luohu(['cache'], env).stdout).toMatch(/^\S+: 1 base population, \d\.\d MB of at most 500 \(LUOHU_CACHE_MAX\)/);
  expect(luohu(['cache', '--lang', 'zh'], env).stdout).toContain('1 份基年人口');
  expect(JSON.parse(luohu(['cache', 'clear', '--json'], env).stdout)).toEqual({
    folder: cache,
    removed: 1,
    bytes: shown.bytes,
  });
  expect(readdirSync(cache)).toEqual([]);
});

test('off and settings that are none are told', () => {
  expect(luohu(['cache'], { LUOHU_CACHE: 'off' }).stdout).toBe('no base populations are kept (LUOHU_CACHE=off)\n');
  const { status, stderr } = luohu(['cache'], { ...env, LUOHU_CACHE_MAX: 'much' });
  expect(status).toBe(0);
  expect(stderr).toBe('LUOHU_CACHE_MAX must be a number of bytes or like 500M or 2G, got much; taken as 2000 MB\n');
});

test('an action that is none is refused', () => {
  const { status, stderr } = luohu(['cache', 'drop'], env);
  expect(status).toBe(2);
  expect(stderr).toContain('clear');
});
