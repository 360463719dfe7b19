import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type CalibrationFile, jointFitOf } from '../../src/analysis/calibration/calibration-file.ts';
import { leaveOneOut } from '../../src/analysis/calibration/leave-one-out.ts';
import { calibratedParameters } from '../../src/analysis/calibration/parameters.ts';
import { readCalibration } from '../../src/scenario/calibration.ts';
import { luohu, startLuohu } from '../cli/luohu.ts';
import { filesUnder } from '../support/files-under.ts';

const scenario = 'scenarios/sanmenxia/hindcast-2010.yaml';
const temporary = () => mkdtempSync(path.join(os.tmpdir(), 'luohu-calibrate-'));
const small = (folder: string) => [
  ...['calibrate', scenario, '--sample', '0.004', '--check', '0.004', '--replicates', '2', '--rounds', '1'],
  ...['--out', path.join(folder, 'out'), '--into', path.join(folder, 'into'), '--name', 'small'],
];

test('a calibration that was interrupted goes on where it stopped, to the same file', {
  timeout: 300_000,
}, async () => {
  const folder = temporary();
  const out = path.join(folder, 'out');
  const place = path.join(folder, 'into', 'small.json');
  const done = () => filesUnder(out).filter((file) => path.basename(path.dirname(file)) === '411200').length;

  // killed in the middle, then asked to stop by Ctrl-C
  const killed = startLuohu(small(folder));
  while (done() < 3) await setTimeout(50);
  killed.kill('SIGKILL');
  const found = done();
  const stopped = startLuohu(small(folder));
  const ended = new Promise<number | null>((resolve) => stopped.on('exit', resolve));
  let told = '';
  stopped.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  while (done() < found + 3) await setTimeout(50);
  stopped.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(told).toMatch(
    /interrupted; what is done is in .*calibration-[0-9a-f]{10}, the same command goes on from there\n$/,
  );
  expect(existsSync(place)).toBe(false);

  const { status, stdout, stderr } = luohu([...small(folder), '--json']);
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(/\d+ simulations found done/);
  const file = JSON.parse(readFileSync(place, 'utf8')) as CalibrationFile;
  expect(JSON.parse(stdout)).toMatchObject({ name: 'small', file: place, ended: file.ended });
  expect(readdirSync(path.dirname(place))).toEqual(['small.json']);
  expect(readdirSync(path.join(out, readdirSync(out)[0], 'charts')).sort()).toEqual(
    ['fit', 'posterior'].flatMap((name) => ['en', 'zh'].flatMap((l) => [`${name}.${l}.svg`, `${name}.${l}.vl.json`])),
  );

  // from nothing, in one go and with another number of threads
  const fresh = temporary();
  const again = luohu([...small(fresh), '--workers', '1', '--lang', 'zh']);
  expect(again.status, again.stderr).toBe(0);
  expect(again.stdout).toContain('依据');
  const withoutTime = ({ seconds: _, ...rest }: CalibrationFile) => rest;
  const repeated = JSON.parse(readFileSync(path.join(fresh, 'into', 'small.json'), 'utf8')) as CalibrationFile;
  expect(withoutTime(repeated)).toEqual(withoutTime(file));

  // the file is what a run reads, and what leaving one out rests on
  const read = readCalibration(() => readFileSync(place, 'utf8'), 'small')!;
  expect(read.parameters.map(({ name }) => name)).toEqual(calibratedParameters.map(({ name }) => name));
  expect(read.prefectures['411200'].draws).toHaveLength(200);
  const fit = jointFitOf(file);
  const two = { ...fit, models: [...fit.models, { ...fit.models[0], city: '999900' }] };
  expect(leaveOneOut(two)[1].predictive.draws).toHaveLength(200);
});

test('mistakes are told in one line each, before anything is made', { timeout: 60_000 }, () => {
  const folder = temporary();
  const into = ['--out', path.join(folder, 'out'), '--into', path.join(folder, 'into')];
  const told = (...args: string[]) => {
    const { status, stderr } = luohu(['calibrate', ...args, ...into]);
    expect(status).toBe(2);
    return stderr;
  };
  expect(told('scenarios/sanmenxia.yaml')).toBe(
    'scenarios/sanmenxia.yaml: baseYear must be 2010, which has a later census to meet, got 2020\n',
  );
  expect(told(scenario, scenario)).toBe(`${scenario}: city must have one scenario, got 411200 again\n`);
  expect(told(scenario, '--name', '../x')).toBe('--name must be made of letters, digits and hyphens, got ../x\n');
  expect(told(scenario, '--replicates', '1')).toBe('--replicates must be a whole number from 2 to 1000, got 1\n');
  expect(told(scenario, '--variance', '--replicates', '3')).toBe(
    `${scenario}: --variance must have 4 replicates or more, got 3\n`,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('the variance of a projection is split in a table', { timeout: 120_000 }, () => {
  const args = ['calibrate', scenario, '--variance', '--sample', '0.004', '--replicates', '4'];
  const { status, stdout, stderr } = luohu(args);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('Sanmenxia: hindcast from 2010, 2020: what the variance over 4 replicates is made of');
  expect(stdout).toMatch(/Resident urbanization rate +\d+\.\d+ +\d+\.\d+ +-?\d+ ± \d+ +-?\d+ ± \d+ +-?\d+ ± \d+/);
});
