import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { luohu } from '../cli/luohu.ts';

let scenario: string;
let folder: string;

beforeAll(() => {
  const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-trace-'));
  scenario = path.join(out, 'short.yaml');
  const parent = path.relative(out, path.resolve('scenarios/sanmenxia.yaml'));
  writeFileSync(scenario, `extends: ${parent}\nendYear: 2023\nreplicates: 1\n`);
  const run = luohu(['run', scenario, '--sample', '0.03', '--workers', '1', '--out', out, '--json']);
  expect(run.status, run.stderr).toBe(0);
  folder = (JSON.parse(run.stdout) as { runs: { folder: string }[] }).runs[0].folder;
}, 240_000);

/** Expects one line on stderr, nothing on stdout and exit status 2. */
function refused(args: readonly string[], line: string): void {
  expect(luohu(['trace', ...args])).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
}

interface Listed {
  readonly total: number;
  readonly households: { household: number; by: { route: string; document: string; clause: string } }[];
}

describe('luohu trace', () => {
  it('finds a household that settled and tells its life, in both languages and as JSON', { timeout: 120_000 }, () => {
    const found = luohu(['trace', folder, '--find', 'settled', '--limit', '1', '--json']);
    expect(found.status, found.stderr).toBe(0);
    const [{ household, by }] = (JSON.parse(found.stdout) as Listed).households as [Listed['households'][number]];
    expect(readFileSync(path.join(folder, 'settlements.csv'), 'utf8')).toContain(
      `,${by.route},${by.document},${by.clause},`,
    );
    const args = ['trace', folder, '--household', String(household)];
    const english = luohu([...args, '--lang', 'en']).stdout;
    expect(english).toContain(`Household ${household} of sanmenxia.short, replicate 0`);
    expect(english).toMatch(new RegExp(`settles by .* \\(${by.document}:${by.clause}\\)`));
    const chinese = luohu([...args, '--lang', 'zh']).stdout;
    expect(chinese).toContain(`家庭 ${household}`);
    expect(chinese).toMatch(new RegExp(`落户，途径：.*（${by.document}:${by.clause}）`));
    const { years } = JSON.parse(luohu([...args, '--json']).stdout) as { years: { year: number }[] };
    expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023]);
  });

  it('lists households with a reason each', { timeout: 60_000 }, () => {
    const { stdout } = luohu(['trace', folder, '--find', 'moved', '--limit', '2']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines.slice(1)) expect(line).toMatch(/^household \d+ {2}20\d\d: \d+ members? moved to /);
  });
});

describe('a mistake is told in one line', () => {
  it('a folder without a result', () =>
    refused(['nowhere', '--household', '1'], 'must be a result folder with a manifest.json, got nowhere'));

  it('neither a household nor something to find, and both', () => {
    refused([folder], '--household or --find must be given, got neither');
    refused(
      [folder, '--household', '1', '--find', 'moved'],
      'only one of --household and --find must be given, got both',
    );
  });

  it('something that cannot be found', () =>
    refused(
      [folder, '--find', 'lost'],
      '--find must be one of settled, moved, returned, left-behind, waiting, unserved, got lost',
    ));

  it('a replicate the run does not have', () =>
    refused([folder, '--household', '1', '--replicate', '1'], '--replicate must be a whole number from 0 to 0, got 1'));

  it('a route or an area without something to find, and unknown ones', () => {
    refused([folder, '--find', 'moved', '--route', 'owner'], '--route must go with --find settled');
    refused([folder, '--household', '1', '--area', '411202'], '--area must go with --find');
    const { status, stderr } = luohu(['trace', folder, '--find', 'moved', '--area', '150202']);
    expect(status).toBe(2);
    expect(stderr).toBe('--area must be an area of the result (code or name; city for the whole), got "150202"\n');
  });

  it('a household outside the replicate', () => {
    const { status, stdout, stderr } = luohu(['trace', folder, '--household', '99999999']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd()).toMatch(/^--household must be a whole number from 0 to \d+, got 99999999$/);
  });

  it('a scenario that was changed after the run, in both languages', () => {
    const before = readFileSync(scenario, 'utf8');
    writeFileSync(scenario, before.replace('2023', '2024'));
    try {
      refused([folder, '--household', '1'], `input ${scenario} was changed after the run`);
      refused([folder, '--household', '1', '--lang', 'zh'], `输入 ${scenario} 在运行之后被改动`);
    } finally {
      writeFileSync(scenario, before);
    }
  });
});
