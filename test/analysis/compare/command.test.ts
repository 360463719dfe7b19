import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as XLSX from '@e965/xlsx';
import { csvParse } from 'd3-dsv';
import { beforeAll, describe, expect, it } from 'vitest';
import { startLuohu } from '../../cli/luohu.ts';
import { filesUnder } from '../../support/files-under.ts';
import { call } from '../call.ts';
import { smallCity, variation } from '../small-city.ts';

const { folder, file } = smallCity();
const out = path.join(folder, 'out');
const opened = variation(folder, 'opened', 'policy: {add: [{clause: "baotou-2024:2.2.1.1", from: 2021-06-01}]}');
const tiny = ['--to', '2024', '--replicates', '2', '--sample', '0.003', '--workers', '1'];

describe('what luohu compare refuses, in one line and with nothing written', () => {
  const refused = async (args: readonly string[], line: string) => {
    expect(await call('compare', ...args, '--out', out)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
    expect(existsSync(out)).toBe(false);
  };
  const reseeded = variation(folder, 'reseeded', 'seed: other\nreplicates: 5');

  it.each([
    [[file, opened, '--precision', '0'], '--precision must be a number above 0, got 0'],
    [[file, opened, '--precision', 'fine'], '--precision must be a number above 0, got fine'],
    [
      [file, opened, '--precision', '1', '--replicates', '1'],
      '--precision must have two replicates or more to begin with, got 1',
    ],
    [[file, opened, '--cost', '-5'], '--cost must be a number of 0 or more, got -5'],
    [
      [file, opened, '--unit-cost', 'births'],
      '--unit-cost must be INDICATOR=YUAN, such as rent_subsidy_households=4000, got births',
    ],
    [[file, opened, '--unit-cost', 'birth=3'], '--unit-cost must be an indicator of the city (births?), got birth'],
    [
      [file, opened, '--indicator', 'happiness'],
      '--indicator must be an indicator of the city (see indicators.csv), got happiness',
    ],
    [[file, opened, '--year', '2050', '--precision', '1'], '--year must lie between 2020 and 2035, got 2050'],
    [[file, opened, '--sample', '2'], '--sample must be above 0 and at most 1, got 2'],
    [[file, folder], `must be all scenario files or all result folders, got the result folder ${folder} and ${file}`],
    [[folder, folder], `must be a result folder with a manifest.json, got ${folder}`],
    [
      [folder, folder, '--precision', '1'],
      '--precision must go with scenario files; finished results are not simulated again',
    ],
    [[file, 'nowhere.yaml'], 'nowhere.yaml: must be an existing file, got nothing there'],
    [
      ['scenarios/chifeng.yaml', 'scenarios/baotou.yaml'],
      'scenarios/baotou.yaml: city must be 150400 as in scenarios/chifeng.yaml, got 150200',
    ],
    [
      ['scenarios/chifeng.yaml', 'scenarios/chifeng/hindcast-2010.yaml'],
      'scenarios/chifeng/hindcast-2010.yaml: base year must be 2020 as in scenarios/chifeng.yaml, got 2010\nscenarios/chifeng/hindcast-2010.yaml: last year must be 2035 as in scenarios/chifeng.yaml, got 2020',
    ],
    [
      [file, reseeded],
      `${reseeded}: seed must be luohu as in ${file}, got other\n${reseeded}: number of replicates must be 100 as in ${file}, got 5`,
    ],
  ])('%j', (args, line) => refused(args, line));

  it('in Chinese as well', async () => {
    const { status, stderr } = await call('compare', 'scenarios/chifeng.yaml', 'scenarios/baotou.yaml', '--lang', 'zh');
    expect(status).toBe(2);
    expect(stderr).toBe('scenarios/baotou.yaml: 城市应与 scenarios/chifeng.yaml 相同，为 150400，实际为 150200\n');
  });

  it('without an alternative', async () => {
    const { status, stderr } = await call('compare', file);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('luohu compare', () => {
  let told: { folder: string; comparisons: { alternative: string; differsFrom: number | null; headlines: object[] }[] };
  beforeAll(async () => {
    const { status, stdout, stderr } = await call(
      'compare',
      file,
      opened,
      ...tiny,
      '--out',
      out,
      '--json',
      '--cost',
      '1000000',
    );
    expect(status, stderr).toBe(0);
    told = JSON.parse(stdout);
  }, 180_000);

  it('writes tables, charts in both languages and a manifest, and nothing else', () => {
    expect(readdirSync(out)).toEqual([path.basename(told.folder)]);
    expect(path.basename(told.folder)).toMatch(/^compare-chifeng-[0-9a-f]{10}$/);
    expect(readdirSync(told.folder).sort()).toEqual(
      [
        '.written.json areas.csv areas.parquet charts costs.csv costs.parquet dictionary.csv differences.csv differences.parquet manifest.json',
        'readable replicates.parquet scenarios.csv scenarios.parquet settlers.csv settlers.parquet winners.csv winners.parquet',
      ]
        .join(' ')
        .split(' '),
    );
    expect(readdirSync(path.join(told.folder, 'charts')).sort()).toEqual([
      '.written.json',
      ...['en.svg', 'en.vl.json', 'zh.svg', 'zh.vl.json'].map((end) => `differences.${end}`),
    ]);
    expect(readdirSync(path.join(told.folder, 'readable')).sort()).toEqual([
      ...['.written.json', 'differences.csv', 'tables.xlsx'],
    ]);
    const [header] = readFileSync(path.join(told.folder, 'differences.csv'), 'utf8').split('\n');
    expect(header).toBe(
      'alternative,area,year,indicator,unit,counted,base_mean,base_se,alternative_mean,alternative_se,replicates,difference,se,low,high,p05,p25,p50,p75,p95,variance_ratio',
    );
  });

  it('writes the differences for people too: a line for every row, in words, to the digits of the error', async () => {
    const text = readFileSync(path.join(told.folder, 'readable', 'differences.csv'), 'utf8');
    expect(
      text.startsWith('\uFEFFAlternative,Area,Area code,Year,Indicator,Indicator code,Counted,Unit,Base (mean)'),
    ).toBe(true);
    const [rows, exact] = [
      csvParse(text.slice(1)),
      csvParse(readFileSync(path.join(told.folder, 'differences.csv'), 'utf8')),
    ];
    expect(rows.length).toBe(exact.length);
    const at = exact.findIndex(
      (row) => row['indicator'] === 'registered_urbanization_rate' && row['area'] === 'city' && row['year'] === '2023',
    );
    expect(rows[at]).toMatchObject({ 'Area code': 'city', Year: '2023', Unit: 'percent', Counted: 'of the year' });
    const error = Number(exact[at]['se']);
    expect(error).toBeGreaterThan(0);
    expect(Math.abs(Number(rows[at]['Difference (mean)']) - Number(exact[at]['difference']))).toBeLessThan(error / 2);
    const book = XLSX.read(readFileSync(path.join(told.folder, 'readable', 'tables.xlsx')));
    expect(book.SheetNames).toEqual(['About', 'Main differences', 'By area']);
  });

  it('tells from which year the scenarios differ', () =>
    expect(told.comparisons).toMatchObject([{ alternative: 'chifeng.opened', differsFrom: 2021 }]));

  it('says it in words, in Chinese too', { timeout: 180_000 }, async () => {
    const { stdout } = await call('compare', file, opened, ...tiny, '--out', out, '--lang', 'zh');
    expect(stdout).toContain('2020 年及以前完全相同，自 2021 年起不同');
    expect(stdout).toContain('在基准情景中也会落户');
    expect(stdout).toContain('\n各次重复从同一个基年人口开始；已完成的结果');
  });

  it('compares finished results, and refuses those that do not go together', { timeout: 180_000 }, async () => {
    const runs = path.join(folder, 'runs');
    const made = await call('run', file, opened, ...tiny, '--bases', '1', '--out', runs, '--json');
    const [first, second] = (JSON.parse(made.stdout) as { runs: { folder: string }[] }).runs.map(
      (run) => run.folder,
    ) as [string, string];
    const fine = await call('compare', first, second, '--out', out, '--json');
    expect(fine.status, fine.stderr).toBe(0);
    const one = await call('compare', first, second, '--out', out, '--lang', 'en');
    expect(one.stdout).toContain('registered urbanization rate');
    expect(one.stdout).not.toContain('base populations in turn');
    const { comparisons } = JSON.parse(fine.stdout) as typeof told;
    expect(comparisons[0]).toMatchObject({ differsFrom: 2021, settlers: null });
    expect(comparisons[0].headlines).toEqual(told.comparisons[0].headlines);

    const itself = await call('compare', told.folder, second, '--out', out);
    expect(itself.stderr).toBe(
      `must be the result folder of a luohu run, got ${told.folder} of luohu compare; run its scenarios with luohu run and give their folders\n`,
    );
    expect((await call('compare', first, second, '--out', out)).stdout).toContain(`npx luohu brief ${first} ${second}`);

    const spoilt = (name: string, change: (text: string) => string, which = 'manifest.json'): string => {
      const place = path.join(folder, name);
      cpSync(second, place, { recursive: true });
      writeFileSync(path.join(place, which), change(readFileSync(path.join(place, which), 'utf8')));
      return place;
    };
    const several = await call(
      'compare',
      spoilt('several', (text) => text.replace(/"bases": 1\b/, '"bases": 50')),
      first,
      ...['--out', out, '--lang', 'en'],
    );
    expect(several.stdout).toContain('\nReplicates of these runs take several base populations in turn; ');
    const refused = async (place: string, line: string) =>
      expect(await call('compare', first, place, '--out', out)).toEqual({
        status: 2,
        stdout: '',
        stderr: `${place}${line}\n`,
      });
    await refused(
      spoilt('version', (text) => text.replace(/("version": )"[^"]*"/, '$1"9.9.9"')),
      `: version of luohu must be ${JSON.parse(readFileSync('package.json', 'utf8')).version} as in ${first}, got 9.9.9`,
    );
    await refused(
      spoilt('sample', (text) => text.replace(/("options": \{[^}]*"sample": )0.003/, '$10.1')),
      `: sample must be 0.003 as in ${first}, got 0.1`,
    );
    await refused(
      spoilt('data', (text) =>
        text.replace(/("path": "data\/areas.csv",\s*"sha256": )"[^"]*"/, `$1"${'0'.repeat(64)}"`),
      ),
      `: data/areas.csv must be what ${first} read, got a file changed between the two runs`,
    );
    await refused(
      spoilt('broken', () => 'no parquet', 'replicates.parquet'),
      '/replicates.parquet: is missing or was changed after the run; run the scenario again',
    );
    await refused(
      spoilt('areas', (text) => text.trim().split('\n').slice(0, -1).join('\n'), 'areas.csv'),
      '/areas.csv: is missing or was changed after the run; run the scenario again',
    );
  });

  it('Ctrl-C ends it with status 130 and no result; the same command goes on from there', {
    timeout: 300_000,
  }, async () => {
    const place = path.join(folder, 'stopped');
    mkdirSync(place);
    const args = [
      'compare',
      file,
      opened,
      '--to',
      '2026',
      '--replicates',
      '4',
      '--sample',
      '0.006',
      '--workers',
      '1',
      '--out',
      place,
      '--lang',
      'en',
    ];
    const child = startLuohu(args);
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    const finished = () => filesUnder(place).filter((name) => !name.endsWith('.part'));
    while (finished().length === 0) await setTimeout(50);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said).toContain('what was finished is kept; the same command goes on from there');
    expect(readdirSync(place)).toEqual([expect.stringMatching(/^\.compare-chifeng-[0-9a-f]{10}\.evaluations$/)]);
    expect(finished().length).toBeGreaterThan(0);

    const again = await call(...args);
    expect(again.status, again.stderr).toBe(0);
    expect(readdirSync(place)).toEqual([expect.stringMatching(/^compare-chifeng-[0-9a-f]{10}$/)]);
  });
});
