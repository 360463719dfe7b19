import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/run/hash.ts';
import { smallScenario, temporary } from '../run/fake/small-run.ts';
import { filesUnder } from '../support/files-under.ts';
import { type Called, luohu, startLuohu } from './luohu.ts';

const fault = `--import ${fileURLToPath(new URL('./fault/full-at.mjs', import.meta.url))}`;
const fullAt = (folder: string) => ({ NODE_OPTIONS: fault, FULL_AT: folder });

const home = temporary('again');
let scenario: string;
/** The result of a run that nobody disturbed. */
let whole: string;

const runInto = (out: string, ...more: string[]): string[] => [
  ...['run', scenario, '--replicates', '4', '--sample', '0.02', '--to', '2022', '--workers', '1'],
  ...['--out', out, '--lang', 'en', ...more],
];
const resultIn = (out: string): string => path.join(out, readdirSync(out).find((name) => /^alxa-\w{10}$/.test(name))!);

/** Everything a result holds but for when it was made, by name. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesUnder(folder)
      .map((file) => path.relative(folder, file))
      .filter((name) => path.basename(name) !== '.written.json')
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'latin1')])
      .map(([name, text]) => [name, sha256(name === 'manifest.json' ? text.replace(/"run": \{[\s\S]*/, '') : text)]),
  );

/** The lines a command tells, what is only progress apart. */
const lines = ({ stderr }: Called): string[] =>
  stderr.split('\n').filter((line) => line !== '' && !/^(simulating|making|writing|drawing|warning)/.test(line));

beforeAll(() => {
  scenario = smallScenario(home);
  const out = path.join(home, 'whole');
  const { status, stderr } = luohu(runInto(out));
  expect(status, stderr).toBe(0);
  whole = resultIn(out);
}, 600_000);
afterAll(() => rmSync(home, { recursive: true }));

describe('a run that is there', { timeout: 600_000 }, () => {
  test('is passed over with --resume; without, it is made anew and keeps what is not ours', () => {
    const out = path.join(home, 'whole');
    const before = contents(whole);
    const there = luohu(runInto(out, '--resume'));
    expect(there).toMatchObject({ status: 0, stdout: '' });
    expect(lines(there)).toEqual([`already there: ${whole}`]);
    expect(contents(whole)).toEqual(before);

    writeFileSync(path.join(whole, 'memo.txt'), 'mine');
    mkdirSync(path.join(whole, 'notes'));
    writeFileSync(path.join(whole, 'notes', 'a.txt'), 'mine');
    writeFileSync(path.join(whole, 'areas.csv'), 'changed');
    // a file that was changed is no result that is there
    const again = luohu(runInto(out, '--resume'));
    expect(again.status, again.stderr).toBe(0);
    expect(again.stderr).toContain(`a file that had been changed is kept as ${path.join(whole, 'areas.edited.csv')}`);
    const mine = {
      'memo.txt': sha256('mine'),
      'notes/a.txt': sha256('mine'),
      'areas.edited.csv': sha256('changed'),
    };
    expect(contents(whole)).toEqual({ ...before, ...mine });
    for (const name of Object.keys(mine)) rmSync(path.join(whole, name));
    rmSync(path.join(whole, 'notes'), { recursive: true });
    expect(readdirSync(out)).toEqual([path.basename(whole)]);
  });
});

describe('a run that was killed', { timeout: 600_000 }, () => {
  const killed = async (out: string): Promise<void> => {
    const child = startLuohu(runInto(out));
    const ended = new Promise((resolve) => child.on('close', resolve));
    const finished = () => filesUnder(out).filter((file) => /replicate-\d+\.bin$/.test(file)).length;
    while (finished() < 1) await setTimeout(5);
    child.kill('SIGKILL');
    await ended;
  };

  test('goes on with --resume to the same bytes, and says what it takes over', async () => {
    const out = path.join(home, 'killed');
    await killed(out);
    const again = luohu(runInto(out, '--resume'));
    expect(again.status, again.stderr).toBe(0);
    expect(again.stderr).toMatch(/going on from .*\.partial: [1-4] of 4 replicates are finished/);
    expect(contents(resultIn(out))).toEqual(contents(whole));
    expect(readdirSync(out)).toEqual([path.basename(whole)]);
  });

  test('is begun anew without it, and that is told', async () => {
    const out = path.join(home, 'anew');
    await killed(out);
    const again = luohu(runInto(out));
    expect(again.status, again.stderr).toBe(0);
    expect(again.stderr).toMatch(/starting anew: [1-4] finished of an earlier run in .*--resume/);
    expect(contents(resultIn(out))).toEqual(contents(whole));
  });
});

describe('what could not be made beside a result is owed', { timeout: 600_000 }, () => {
  test.each(['charts', 'readable'])('%s: status 1 until --resume has made it', (part) => {
    const out = path.join(home, part);
    const full = luohu(runInto(out), fullAt(part));
    expect(full.status, full.stderr).toBe(1);
    expect(lines(full).join('\n')).toMatch(/could not be made: no space is left on the disk; .* --resume makes them/);
    const result = resultIn(out);
    expect(existsSync(path.join(result, part))).toBe(false);
    const tables = Object.entries(contents(whole)).filter(([name]) => !name.includes('/'));
    expect(contents(result)).toMatchObject(Object.fromEntries(tables));

    // still full: still owed
    expect(luohu(runInto(out, '--resume'), fullAt(part)).status).toBe(1);
    const paid = luohu(runInto(out, '--resume'));
    expect(paid.status, paid.stderr).toBe(0);
    expect(contents(result)).toEqual(contents(whole));
    expect(luohu(runInto(out, '--resume'))).toMatchObject({ status: 0, stdout: '' });
  });
});
