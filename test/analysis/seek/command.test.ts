import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { luohu, startLuohu } from '../../cli/luohu.ts';
import { filesUnder } from '../../support/files-under.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const scenario = smallScenario();
const temporary = () => mkdtempSync(path.join(os.tmpdir(), 'luohu-seek-'));
const small = (out: string) => [
  ...['seek', scenario, '--target', 'settled_persons=7000', '--by', '2022', '--start', '2022', '--probability', '0.6'],
  ...['--levers', 'threshold.zero,settlement.paperwork,rental.dwellings', '--sample', '0.03'],
  ...['--replicates', '12', '--verify', '12', '--out', out],
];

test('a search that was interrupted goes on where it stopped, and any number of workers gives the same bytes', {
  timeout: 300_000,
}, async () => {
  const out = temporary();
  const cache = path.join(out, '.evaluations');
  const done = () =>
    filesUnder(cache).reduce((lines, file) => lines + readFileSync(file, 'utf8').split('\n').length - 1, 0);
  const stopped = startLuohu([...small(out), '--workers', '1']);
  const ended = new Promise<number | null>((resolve) => stopped.on('exit', resolve));
  let said = '';
  stopped.stderr!.on('data', (text) => {
    said += text;
  });
  while (!/\d plans tried/.test(said)) await setTimeout(5);
  expect(done()).toBeGreaterThan(8 * 12);
  stopped.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(said).toMatch(
    /the best plan so far, not tried on fresh replicates: .+; in 12 replicates .+ comes with a probability of \d+ %, at .+yuan/,
  );
  expect(readdirSync(out)).toEqual(['.evaluations']);
  // what a process killed in the middle of a line leaves behind
  writeFileSync(path.join(cache, readdirSync(cache)[0]), '["4 half', { flag: 'a' });

  const { status, stdout, stderr } = luohu([...small(out), '--json', '--workers', '2']);
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(/goes on from \d\d+ simulations of before; takes about \d+ s more/);
  const told = JSON.parse(stdout) as { folder: string; answer: { settings: Record<string, number> } };
  expect(told).toMatchObject({
    idle: ['rental.dwellings'],
    answer: { settings: { 'threshold.zero': 0, 'rental.dwellings': 0 } },
  });
  expect(told.answer.settings['settlement.paperwork']).toBeGreaterThan(0);
  const charts = readdirSync(path.join(told.folder, 'charts'));
  expect(charts.sort()).toEqual([
    '.written.json',
    ...['en', 'zh'].flatMap((l) => [`frontier.${l}.svg`, `frontier.${l}.vl.json`]),
  ]);

  const fresh = temporary();
  const again = luohu([...small(fresh), '--workers', '1', '--lang', 'zh']);
  expect(again.status, again.stderr).toBe(0);
  expect(again.stdout).toContain('落户手续简化');
  const folder = path.join(fresh, path.basename(told.folder));
  for (const name of readdirSync(told.folder).filter((file) => file !== 'charts'))
    expect(readFileSync(path.join(folder, name)), name).toEqual(readFileSync(path.join(told.folder, name)));
});

test('how long it takes and what it can decide are said before it begins; five replicates are refused a verdict', {
  timeout: 120_000,
}, () => {
  const few = { 'settled_persons=7000': 'settled_persons=100', 12: '5' } as Record<string, string>;
  const asked = small(temporary()).map((word) => few[word] ?? word);
  asked[asked.indexOf('--probability') + 1] = '0.8';
  const { status, stdout, stderr } = luohu([...asked, '--area', '全市', '--lang', 'zh']);
  expect(status).toBe(1);
  const lines = stderr.split('\n');
  const at = (words: RegExp) => lines.findIndex((line) => words.test(line));
  expect(at(/^样本约 [\d,]+ 人：偶然只占方差的 \d+ %$/)).toBeGreaterThan(-1);
  expect(at(/^预计约需 /)).toBeGreaterThan(-1);
  expect(
    at(
      /^至多 5 次重复：达标概率算得低于 44 % 视为达不到 80 %，高于 95 % 视为达到（90%区间），其间分不清；所选方案另用 5 次新种子检验$/,
    ),
  ).toBe(at(/^预计约需 /) + 1);
  expect(at(/^试算每项措施$/)).toBeGreaterThan(at(/^预计约需 /));
  expect(stdout).toBe(
    '不能判断：看来不必采取措施（2022年落户人数不低于 100），但 5 次重复只知概率在 65–100 %，与要求的 80 % 分不开；--replicates 20 大概可以判断\n',
  );
});
