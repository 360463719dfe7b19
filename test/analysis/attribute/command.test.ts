import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from '../call.ts';
import { smallCity, variation } from '../small-city.ts';

const { folder, file } = smallCity();
const out = path.join(folder, 'out');

describe('what luohu attribute refuses, in one line and with nothing written', () => {
  const refused = async (args: readonly string[], line: string) => {
    expect(await call('attribute', ...args, '--out', out)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
    expect(existsSync(out)).toBe(false);
  };
  const lever = (...levers: string[]): string[] => [file, ...levers.flatMap((each) => ['--lever', each])];
  const bare = variation(folder, 'bare', 'documents: [national-2014, national-permit-2016]');

  it.each([
    [lever('schol'), '--lever must be a topic, document, clause or parameter (school?), got schol'],
    [
      lever('chifeng-2016:9.9'),
      '--lever must be a topic, document, clause or parameter (chifeng-2016:1.2?), got chifeng-2016:9.9',
    ],
    [lever('happiness=3'), '--lever must be a topic, document, clause or parameter, got happiness'],
    [
      lever('base.landMu=3'),
      '--lever base.landMu builds the base population, which all combinations share, and cannot be a measure',
    ],
    [lever('housing.rent=-1'), '--lever housing.rent must lie between 0 and 1000000000, got -1'],
    [lever('housing.rent='), '--lever housing.rent must lie between 0 and 1000000000, got '],
    [lever('housing.rent=900@2050'), '--lever must begin in a year from 2021 to 2035, got 2050'],
    [lever('housing.rent=900@soon'), '--lever must begin in a year from 2021 to 2035, got soon'],
    [
      lever('school.capacityFactor=2@2027'),
      '--lever school.capacityFactor acts in the base year alone and must be without a year',
    ],
    [lever('school', 'school'), '--lever school must be given once'],
    [[file, '--orders', '1'], '--orders must be a whole number from 2 to 10000, got 1'],
    [
      [bare],
      `${bare}: must have measures to attribute to (documents of the city, clauses tried, parameters changed), got none; name some with --lever`,
    ],
    [['nowhere.yaml'], 'nowhere.yaml: must be an existing file, got nothing there'],
  ])('%j', (args, line) => refused(args, line));

  it('all mistakes at once', () =>
    refused(
      lever('schol', 'housing.rent=900@1999'),
      '--lever must be a topic, document, clause or parameter (school?), got schol\n--lever must begin in a year from 2021 to 2035, got 1999',
    ));
});

it('luohu attribute writes tables, charts in both languages, settlers on demand, and tells it', {
  timeout: 180_000,
}, async () => {
  const tiny = ['--to', '2024', '--replicates', '2', '--sample', '0.006', '--workers', '1', '--out', out];
  const args = [
    file,
    ...['thresholds', 'chifeng-2016:5.1'].flatMap((each) => ['--lever', each]),
    ...tiny,
    '--microdata',
  ];
  const { status, stdout, stderr } = await call('attribute', ...args, '--lang', 'zh');
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/chifeng-2016:5\.1\s+0 ± 0\s+0 ± 0\s+0 ± 0\s+0 ± 0/);
  expect(stdout).toContain('本来也会落户');
  const [name] = readdirSync(out);
  expect(readdirSync(out)).toHaveLength(1);
  expect(name).toMatch(/^attribute-chifeng-[0-9a-f]{10}$/);
  const written = readdirSync(path.join(out, name));
  for (const table of ['groups', 'effects', 'whole', 'interactions', 'reasons', 'shadow-prices'])
    expect(written).toEqual(expect.arrayContaining([`${table}.csv`, `${table}.parquet`]));
  expect(written).toContain('settlers.parquet');
  expect(readdirSync(path.join(out, name, 'charts'))).toEqual(
    expect.arrayContaining(['waterfall-settled.en.svg', 'waterfall-settled.zh.vl.json']),
  );
  const effects = readFileSync(path.join(out, name, 'effects.csv'), 'utf8').split('\n');
  expect(effects[0]).toContain('group,indicator,counted,area,year,replicates,alone,alone_se');
});
