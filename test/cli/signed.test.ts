import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { smallScenario, temporary } from '../run/fake/small-run.ts';
import { luohu } from './luohu.ts';

const home = temporary('signed');
const withKey = { LUOHU_CLUSTER_KEY: 'a key nobody would guess' };
let folder: string;
let manifest: string;

beforeAll(() => {
  const run = [
    'run',
    smallScenario(home),
    '--replicates',
    '1',
    '--sample',
    '0.02',
    '--to',
    '2021',
    '--out',
    home,
    '--json',
  ];
  const { status, stdout, stderr } = luohu(run, withKey);
  expect(status, stderr).toBe(0);
  folder = (JSON.parse(stdout) as { runs: { folder: string }[] }).runs[0].folder;
  manifest = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
}, 600_000);

const rewrite = (text: string): void => writeFileSync(path.join(folder, 'manifest.json'), text);

describe('a signed result', { timeout: 600_000 }, () => {
  test('is verified with the key; without it the signature is said not to be checked', () => {
    expect(luohu(['verify', folder, '--lang', 'en'], withKey)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^the same result/),
    });
    const unchecked = luohu(['verify', folder, '--lang', 'en']);
    expect(unchecked.status).toBe(0);
    expect(unchecked.stderr).toContain(
      `warning: ${path.join(folder, 'manifest.json')} is signed, and LUOHU_CLUSTER_KEY is not set here to check it`,
    );
  });

  test.each([
    ['verify'],
    ['report'],
    ['brief'],
    ['fiscal'],
    ['export'],
    ['trace', '--find', 'settled'],
    ['compare', folder],
    ['tabulate', 'none.yaml'],
  ])('whose manifest was changed is refused by %s in one line, and nothing is written', (command, ...more) => {
    rewrite(manifest.replace(/"basePersons": \d+/, '"basePersons": 1'));
    const others = command === 'compare' ? [folder] : more;
    const { status, stdout, stderr } = luohu([command, folder, ...others, '--lang', 'en'], withKey);
    rewrite(manifest);
    expect(stderr).toBe(
      `${path.join(folder, 'manifest.json')}: has a wrong signature: it was changed after it was signed\n`,
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('without a signature is read where there is a key, and that is told in the language of the reader', () => {
    const { signature: _gone, ...unsigned } = JSON.parse(manifest) as { signature: object };
    rewrite(JSON.stringify(unsigned));
    const { status, stderr } = luohu(['export', folder, '--out', path.join(home, 'tables'), '--lang', 'zh'], withKey);
    rewrite(manifest);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('没有签名，而本机设有 LUOHU_CLUSTER_KEY');
    rmSync(path.join(home, 'tables'), { recursive: true });
  });
});
