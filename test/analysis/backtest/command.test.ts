import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { luohu } from '../../cli/luohu.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-backtest-'));
});

const chifeng = 'scenarios/chifeng.yaml';
const call = (...args: string[]) => luohu(['backtest', ...args, '--out', path.join(folder, 'out')]);

describe('what luohu backtest refuses, in one line and with nothing written', () => {
  const refused = (args: readonly string[], line: string) => {
    expect(call(...args)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
    expect(existsSync(path.join(folder, 'out'))).toBe(false);
  };

  it.each([
    [[], 'a scenario file, --design or --sealed must be given, got none'],
    [
      [chifeng, '--sealed'],
      `only one of scenario files, --design and --sealed must be given, got ${chifeng} and --sealed`,
    ],
    [[chifeng, '--naive'], '--naive must go with --design prefectures'],
    [['--design', 'rolling', '--prefectures', '150300'], '--prefectures must go with --design prefectures'],
    [['--seal'], 'a scenario file must be given, got none'],
    [[chifeng, '--seal'], '--seal must go with --date'],
    [[chifeng, '--date', '2025-01-01'], '--date must go with --seal'],
    [[chifeng, '--seal', '--date', '2025-02-30'], '--date must be a date (year-month-day), got 2025-02-30'],
    [[chifeng, '--sample', '0'], '--sample must be above 0 and at most 1, got 0'],
  ])('%j', (args, line) => refused(args, line));

  it('a scenario that does not exist', () => {
    const missing = path.join(folder, 'nowhere.yaml');
    refused([missing], `${missing}: must be an existing file, got nothing there`);
  });

  it('a scenario nothing was published for', () => {
    const file = path.join(folder, 'wuhai.yaml');
    const text = readFileSync(chifeng, 'utf8').replace('id: chifeng', 'id: wuhai').replace('"150400"', '"150300"');
    writeFileSync(file, text.replace(', chifeng-2016', ''));
    refused(
      [file],
      `${file}: must have figures published for 2021 to 2035 to be scored against (data/observations.csv), got none`,
    );
  });

  it('two scenarios of one city and base year', () =>
    refused(
      [chifeng, 'scenarios/chifeng/no-document.yaml'],
      `scenarios/chifeng/no-document.yaml: must be of another city or base year, got those of ${chifeng}`,
    ));
});

describe('luohu backtest', () => {
  it('refuses a prefecture without both censuses', () => {
    const { status, stdout, stderr } = call('--design', 'prefectures', '--prefectures', '411000,152900');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n').at(-1)).toBe(
      '--prefectures must be codes of prefectures with county rows in both censuses (29, such as 150100), got 411000',
    );
  });

  it('scores naive forecasts of every prefecture, writes tables and charts, and tells it in JSON', () => {
    const { status, stdout } = call('--design', 'prefectures', '--naive', '--json');
    expect(status).toBe(0);
    const told = JSON.parse(stdout);
    const row = told.scores.find(
      ({ forecaster, level, indicator }: Record<string, string>) =>
        forecaster === 'average-shift' && level === 'prefecture' && indicator === 'resident_urbanization_rate',
    );
    expect(row).toMatchObject({ units: 29, prefectures: 29 });
    expect(row.meanAbsoluteError).toBeCloseTo(2.771, 3);
    expect(readdirSync(told.folder).sort()).toEqual(['charts', 'forecasts.csv', 'manifest.json', 'scores.csv']);
    expect(readdirSync(path.join(told.folder, 'charts'))).toHaveLength(4);
  });

  it('says in Chinese which naive forecast is best', () => {
    const { status, stdout } = call('--design', 'prefectures', '--naive', '--prefectures', '150300', '--lang', 'zh');
    expect(status).toBe(0);
    expect(stdout).toMatch(/结论\n- 常住人口城镇化率，地级，10 年后，误差：覆盖全部地区的简单外推中/);
    expect(stdout).toContain('不适用：直线外推（2010 年及之前十年内只有一个可比数字）');
  });
});

describe('luohu backtest --sealed', () => {
  const check = () => luohu(['backtest', '--sealed', '--forecasts', folder]);

  it('says when nothing is sealed', () => {
    expect(check()).toEqual({
      status: 0,
      stdout: `no sealed forecasts in ${folder}; luohu backtest --seal <scenario> --date <day> seals one\n`,
      stderr: '',
    });
  });

  it('seals a run, finds it whole, says what it waits for, and tells when it was changed', { timeout: 120_000 }, () => {
    const seal = () => {
      const small = ['--replicates', '2', '--sample', '0.02', '--workers', '1', '--forecasts', folder];
      return luohu(['backtest', 'scenarios/sanmenxia.yaml', '--seal', '--date', '2026-11-21', ...small]);
    };
    const table = path.join(folder, 'sanmenxia-2026-11-21.csv');
    expect(seal()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Sealed: .*\(sha256 [0-9a-f]{64}\)\n/) });
    expect(seal().stdout).toContain(`The same forecast was sealed before: ${table}`);
    const { status, stdout } = check();
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^sanmenxia-2026-11-21: Sanmenxia, 2 replicates, hash as sealed \(\w{12}\)\nnothing to score yet/,
    );
    appendFileSync(table, 'x\n');
    expect(check()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('it was changed since') });
  });
});
