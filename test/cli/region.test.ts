import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../src/result/manifest.ts';
import { filesUnder } from '../support/files-under.ts';
import { luohu, startLuohu } from './luohu.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-region-'));
afterAll(() => rmSync(folder, { recursive: true }));
const small = ['--sample', '0.004', '--replicates', '2', '--to', '2023'];
const inFolder = (name: string): string => path.join(folder, name);
const manifestOf = (result: string): Manifest =>
  JSON.parse(readFileSync(path.join(result, 'manifest.json'), 'utf8')) as Manifest;
let result = '';

beforeAll(() => {
  const made = luohu(['run', '宁夏', ...small, '--out', inFolder('out'), '--json']);
  expect(made.status, made.stderr).toBe(0);
  expect(made.stderr).toContain('Ningxia: 5 places');
  expect(made.stderr).toContain('1 of them have no county rows of the 2020 census and begin in 2010');
  result = (JSON.parse(made.stdout) as { folder: string }).folder;
}, 300_000);

test('the whole is the sum of its places, and nothing else is left in the folder of results', () => {
  const rows = csvParse(readFileSync(path.join(result, 'indicators.csv'), 'utf8'));
  const of = (area: string, indicator: string): number =>
    Number(
      rows.find((row) => row['area'] === area && row['year'] === '2023' && row['indicator'] === indicator)?.['mean'],
    );
  const places = csvParse(readFileSync(path.join(result, 'places.csv'), 'utf8')).map(({ code }) => code);
  expect(places).toEqual(['640100', '640200', '640300', '640400', '640500']);
  for (const name of ['resident_population', 'urban_resident_population', 'registered_population', 'births'])
    expect(of('city', name), name).toBeCloseTo(
      places.reduce((sum, code) => sum + of(code, name), 0),
      6,
    );
  const rate = (100 * of('city', 'urban_resident_population')) / of('city', 'resident_population');
  expect(of('city', 'resident_urbanization_rate')).toBeCloseTo(rate, 1);
  expect(readdirSync(inFolder('out'))).toEqual([path.basename(result)]);
});

test('the manifest names every file any of its places read, and how large they were', () => {
  const { inputs, region, counts, command } = manifestOf(result);
  expect(inputs.map(({ path: file }) => file)).toEqual(
    expect.arrayContaining([
      'data/census/640000.csv',
      'data/documents/national-2014.yaml',
      'place:640500/zhongwei.yaml',
    ]),
  );
  expect(region?.members.map(({ baseYear }) => baseYear)).toEqual([2020, 2020, 2020, 2020, 2010]);
  expect(counts.basePersons).toBeGreaterThan(7e6);
  expect(command).toMatchObject({ scenario: '640000', overrides: { replicates: 2, to: 2023 }, sample: 0.004 });
});

test('made again it is the same; a changed file is told', { timeout: 300_000 }, () => {
  const same = luohu(['verify', result]);
  expect(same.status, same.stderr).toBe(0);
  expect(same.stdout).toBe(`the same result: ${manifestOf(result).resultHash}\n`);
  const changed = inFolder('changed');
  cpSync(result, changed, { recursive: true });
  cpSync(path.join(result, 'areas.csv'), path.join(changed, 'places.csv'));
  const told = luohu(['verify', changed]);
  expect(told.status).toBe(1);
  expect(told.stderr).toContain('places.csv');
});

test('parts made one by one are joined to the same bytes; what is missing is named', { timeout: 300_000 }, () => {
  const store = inFolder('store');
  const part = (n: string) => luohu(['run', '640000', ...small, '--shard', n, '--store', store]);
  expect(part('0/2').status).toBe(0);
  const early = luohu(['merge', store, '--out', inFolder('early')]);
  expect(early.status).toBe(1);
  expect(early.stderr).toContain('run the missing shards again');
  expect(part('1/2').stderr).toMatch(/5 replicates done \(0 more were there\)/);
  const joined = luohu(['merge', store, '--out', inFolder('joined'), '--json']);
  expect(joined.status, joined.stderr).toBe(0);
  const [{ folder: place }] = (JSON.parse(joined.stdout) as { runs: [{ folder: string }] }).runs;
  expect(path.basename(place)).toBe(path.basename(result));
  expect(manifestOf(place).resultHash).toBe(manifestOf(result).resultHash);
  for (const file of ['indicators.csv', 'migration.csv', 'counted.csv', 'places.csv', 'replicates.parquet'])
    expect(readFileSync(path.join(place, file)), file).toEqual(readFileSync(path.join(result, file)));
});

test('Ctrl-C keeps what is finished, and --resume goes on to the same result', { timeout: 300_000 }, async () => {
  const out = inFolder('stopped');
  const stopped = startLuohu(['run', 'ningxia', ...small, '--out', out]);
  const ended = new Promise<number | null>((resolve) => stopped.on('exit', resolve));
  let told = '';
  stopped.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  const finished = () => filesUnder(out).filter((file) => /replicate-\d+\.bin$/.test(file)).length;
  while (finished() < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  stopped.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(told).toMatch(/what is finished is kept in .*\.partial; --resume goes on with it/);
  const resumed = luohu(['run', 'ningxia', ...small, '--out', out, '--resume', '--json']);
  expect(resumed.status, resumed.stderr).toBe(0);
  const { resultHash } = JSON.parse(resumed.stdout) as { resultHash: string };
  expect(resultHash).toBe(manifestOf(result).resultHash);
});

test('--plan lists the places and runs nothing', () => {
  const out = inFolder('planned');
  const planned = luohu(['run', '宁夏', ...small, '--plan', '--out', out]);
  expect(planned.status).toBe(0);
  expect(planned.stderr).toContain('yinchuan');
  expect(filesUnder(out)).toEqual([]);
});

test('a province beside something else, and two places of one name, are told in a line', () => {
  expect(luohu(['run', '宁夏', 'baotou'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'a province or the nation is run by itself, got 宁夏, baotou\n',
  });
  expect(luohu(['run', 'baotou', '--no-close']).stderr).toBe('--no-close must go with a province or the nation\n');
  expect(luohu(['run', '宁夏', '--seconds', '9']).stderr).toBe('--seconds cannot go with a province or the nation\n');
  expect(luohu(['run', '吉林', '--lang', 'zh']).stderr).toMatch(
    /^“吉林”不止一处：是指 .*220000.*220200|220200.*220000/,
  );
});
