import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { smallScenario, temporary } from '../run/fake/small-run.ts';
import { luohu } from './luohu.ts';

test('a run made in another time zone and locale is the same here; a changed scenario is told with what it moves', {
  timeout: 300_000,
}, () => {
  const folder = temporary('verify');
  const scenario = smallScenario(folder);
  const elsewhere = { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
  const options = ['--replicates', '2', '--sample', '0.02', '--to', '2022', '--out', folder, '--json'];
  const run = luohu(['run', scenario, ...options], elsewhere);
  expect(run.status, run.stderr).toBe(0);
  const [made] = (JSON.parse(run.stdout) as { runs: { folder: string; resultHash: string }[] }).runs;
  const verified = luohu(['verify', made.folder]);
  expect(verified).toMatchObject({ status: 0, stdout: `the same result: ${made.resultHash}\n` });

  writeFileSync(scenario, readFileSync(scenario, 'utf8').replace('seed: luohu', 'seed: other'));
  const changed = luohu(['verify', made.folder, '--lang', 'en']);
  expect(changed.status).toBe(1);
  const lines = changed.stderr.split('\n').filter((line) => !/^(simulating|making)/.test(line));
  expect(lines[0]).toMatch(/^not the same result: recorded [0-9a-f]{64}, now [0-9a-f]{64}$/);
  expect(lines[1]).toMatch(/^\d+ of \d+ figures differ$/);
  expect(lines[2]).toMatch(/^whole city 202\d, [a-z_.]+: -?[\d.,]+ -> -?[\d.,]+$/);
  expect(changed.stderr).toContain(`changed since: input ${path.join(folder, 'alxa.yaml')} was changed after the run`);
  expect(changed.stderr).toContain('changed since: seed was luohu, now is other');
});
