import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandLine } from '../../../src/cli/cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-backtest-'));
});

const chifeng = 'scenarios/chifeng.yaml';

/** Calls the command in this process, in English: what it printed and its exit status. */
async function call(...args: readonly string[]) {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += text;
      return true;
    }),
  );
  try {
    const status = await commandLine(['backtest', '--lang', 'en', ...args], 'test');
    return { status, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
const scored = (...args: readonly string[]) => call(...args, '--out', path.join(folder, 'out'));

describe('what luohu backtest refuses, in one line and with nothing written', () => {
  const refused = async (args: readonly string[], line: string) => {
    expect(await scored(...args)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
    expect(existsSync(path.join(folder, 'out'))).toBe(false);
  };

  it.each([
    [[], 'a scenario file, --design or --sealed must be given, got none'],
    [
      ['--design', 'rolling', '--sealed'],
      'only one of scenario files, --design and --sealed must be given, got --design rolling and --sealed',
    ],
    [
      [chifeng, '--seal', '--sealed'],
      'only one of scenario files, --design and --sealed must be given, got --seal and --sealed',
    ],
    [[chifeng, '--naive'], '--naive must go with --design prefectures'],
    [[chifeng, '--calibration', 'hindcast'], '--calibration must go with --design prefectures'],
    [['--design', 'rolling', '--prefectures', '150300'], '--prefectures must go with --design prefectures'],
    [['--seal'], 'a scenario file must be given, got none'],
    [[chifeng, '--seal'], '--seal must go with --date'],
    [[chifeng, '--date', '2025-01-01'], '--date must go with --seal'],
    [[chifeng, '--seal', '--date', '2025-02-30'], '--date must be a date (year-month-day), got 2025-02-30'],
    [[chifeng, '--sample', '0'], '--sample must be above 0 and at most 1, got 0'],
  ])('%j', (args, line) => refused(args, line));

  it.each([
    [
      ['--prefectures', '610500,152900'],
      '--prefectures must be codes of prefectures this design can forecast (318, such as 110100), got 610500',
    ],
    [
      ['--calibration', 'nowhere'],
      '--calibration must be the name of a calibration (data/calibration/<name>.json), got "nowhere"',
    ],
  ])('--design prefectures %j', (args, line) => refused(['--design', 'prefectures', ...args], line));

  it('a scenario that does not exist', () => {
    const missing = path.join(folder, 'nowhere.yaml');
    return refused([missing], `${missing}: must be an existing file, got nothing there`);
  });

  it('a scenario nothing was published for', () => {
    const file = path.join(folder, 'alxa.yaml');
    const text = readFileSync(chifeng, 'utf8').replace('id: chifeng', 'id: alxa').replace('"150400"', '"152900"');
    writeFileSync(file, text.replace(', chifeng-2016', ''));
    return refused(
      [file],
      `${file}: must have figures published for 2021 to 2035 to be scored against (data/observations), got none`,
    );
  });

  it('two scenarios of one city and base year', () =>
    refused(
      [chifeng, 'scenarios/chifeng/no-document.yaml'],
      `scenarios/chifeng/no-document.yaml: must be of another city or base year, got those of ${chifeng}`,
    ));
});

describe('luohu backtest --design prefectures', () => {
  it('says in Chinese which naive forecast is best', async () => {
    const one = ['--design', 'prefectures', '--naive', '--prefectures', '150300', '--lang', 'zh'];
    const { status, stdout } = await scored(...one);
    expect(status).toBe(0);
    expect(stdout).toMatch(/结论\n- 常住人口城镇化率，地级，10 年后，误差：给出全部数字的简单外推中/);
    expect(stdout).toContain('不适用：直线外推（2010 年及之前十年内只有一个可比数字）');
  });

  it('simulates a small prefecture beside them, writes tables and charts, and tells it in JSON', {
    timeout: 120_000,
  }, async () => {
    const small = ['--prefectures', '152900', '--replicates', '2', '--sample', '0.02', '--workers', '1', '--json'];
    const { status, stdout } = await scored('--design', 'prefectures', ...small);
    expect(status).toBe(0);
    const { scores, verdicts, folder: written } = JSON.parse(stdout);
    expect(scores[0]).toMatchObject({ forecaster: 'model', units: 1, errorDifference: null });
    expect(verdicts.every(({ closer }: { closer: string }) => closer === 'undecided')).toBe(true);
    expect(readdirSync(written).sort()).toEqual([
      'charts',
      'forecasts.csv',
      'manifest.json',
      'scores.csv',
      'simulated',
    ]);
    expect(readdirSync(path.join(written, 'charts'))).toHaveLength(4);
    expect(readdirSync(path.join(written, 'simulated'))).toEqual([
      expect.stringMatching(/^152900-[0-9a-f]{10}\.json$/),
    ]);
  });
});

describe('luohu backtest <scenario>', () => {
  it('scores a run from 2010, tells the chances of its documents’ targets and holds it to the register', {
    timeout: 400_000,
  }, async () => {
    const small = ['--replicates', '2', '--sample', '0.02', '--workers', '1', '--json'];
    const { status, stdout } = await scored('scenarios/sanmenxia/hindcast-2010.yaml', ...small);
    expect(status).toBe(0);
    const { scores, scenarios, notes } = JSON.parse(stdout);
    const census = scores.filter(
      ({ level, horizon, indicator }: Record<string, string>) =>
        level === 'county' && horizon === '10' && indicator === 'resident_population',
    );
    expect(census.map(({ forecaster }: { forecaster: string }) => forecaster)).toEqual([
      'model',
      'no-change',
      'straight-line',
      'average-shift',
      'cohort-closed',
      'cohort-migration',
    ]);
    const [{ scenario, targets, register }] = scenarios;
    expect(scenario).toBe('sanmenxia.hindcast-2010');
    expect(
      targets.rows.some(({ clause, covered }: { clause: string; covered: boolean }) => clause === '1.c' && covered),
    ).toBe(true);
    expect(register.sentences[0].en).toMatch(/^Registered persons: 2,245,480 at the end of 2010/);
    expect(register.rows.checks.length).toBeGreaterThan(0);
    expect(notes.map(({ en }: { en: string }) => en).join()).toContain('no test out of sample');
  });
});

describe('luohu backtest --sealed', () => {
  const check = () => call('--sealed', '--forecasts', folder);

  it('says when nothing is sealed', async () => {
    expect(await check()).toEqual({
      status: 0,
      stdout: `no sealed forecasts in ${folder}; luohu backtest --seal <scenario> --date <day> seals one\n`,
      stderr: '',
    });
  });

  it('seals a run, finds it whole, says what it waits for, and tells when it was changed', {
    timeout: 120_000,
  }, async () => {
    const seal = (replicates: string) => {
      const small = ['--replicates', replicates, '--sample', '0.02', '--workers', '1', '--forecasts', folder];
      return call('scenarios/sanmenxia.yaml', '--seal', '--date', '2026-11-21', ...small);
    };
    const table = path.join(folder, 'sanmenxia-2026-11-21.csv');
    expect(await seal('1')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Sealed: .*\(sha256 [0-9a-f]{64}\)\n/),
    });
    expect((await seal('1')).stdout).toContain(`The same forecast was sealed before: ${table}`);
    expect(await seal('2')).toEqual({
      status: 2,
      stdout: '',
      stderr: `${table}: must be a new name, got another forecast sealed under it; choose another date\n`,
    });
    const { status, stdout } = await check();
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^sanmenxia-2026-11-21: Sanmenxia, 1 replicates, hash as sealed \(\w{12}\)\nnothing to score yet/,
    );
    appendFileSync(table, 'x\n');
    expect(await check()).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('it was changed since'),
    });
  });
});
