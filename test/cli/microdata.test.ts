import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { luohu } from './luohu.ts';

/*
 * People written out and tables of one's own, as commands: what they print, what they refuse and where. What they count is tested in
 * test/microdata.
 */
const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-people-'));
afterAll(() => rmSync(out, { recursive: true }));

const file = (name: string, text: string): string => {
  const place = path.join(out, name);
  writeFileSync(place, text);
  return place;
};
/** Exit status, and each line of what was said with the folder of the test left out. */
const refused = (...args: string[]) => {
  const { status, stdout, stderr } = luohu(args);
  return { status, stdout, lines: stderr.trim().replaceAll(`${out}/`, '').split('\n') };
};

describe('luohu tabulate', { timeout: 240_000 }, () => {
  let run: string;
  beforeAll(() => {
    const alxa = ['run', 'alxa', '--sample', '0.02', '--replicates', '2', '--to', '2022', '--workers', '1'];
    const folder = path.join(out, 'runs');
    const { status, stderr } = luohu([...alxa, '--microdata', '--years', '2020,2022', '--out', folder]);
    expect(`${status} ${stderr}`).toMatch(/^0 [\s\S]*about [\d,]+ rows of persons/);
    run = path.join(folder, readdirSync(folder).find((name) => name.startsWith('alxa-'))!);
  }, 240_000);

  const good = `tables:
  elderly:
    title: {zh: 老年人, en: The elderly}
    过滤: 无
`;
  const counted = `tables:
  elderly:
    title: {zh: 老年人, en: The elderly}
    filter: 年龄 >= 60
    rows: [sex]
    columns: [{column: age, bands: [60, 80]}]
  ratio: {measure: {mean: insured_years / age}, years: [2022]}
`;

  it('counts tables of a file, shows them in the language asked for and writes them beside the run', () => {
    const tables = file('tables.yaml', counted);
    const [zh, en] = ['zh', 'en'].map((lang) => luohu(['tabulate', run, tables, '--lang', lang]));
    expect(zh.status).toBe(0);
    expect(zh.stdout).toMatch(/^老年人，全市 2022 年（人，1 次重复的均值）$/m);
    expect(zh.stdout).toMatch(/^性别 +0-59 +60-79 +80\+$/m);
    expect(en.stdout).toMatch(/^The elderly, whole city 2022 \(persons, mean of 1 replicate\)$/m);
    expect(en.stdout).toMatch(/^male +0 +[1-9][\d,]* +[1-9][\d,]*$/m);
    const csv = readFileSync(path.join(run, 'tables/elderly.csv'), 'utf8');
    expect(csv).toMatch(/^scenario,area,year,sex,age,unit,replicates,mean,/);
    expect(csv).toMatch(/^alxa,city,2022,male,60-79,persons,1,[1-9]/m);
    // years whose people were not written are not told
    expect(csv).not.toMatch(/,2021,/);
    expect(existsSync(path.join(run, 'tables/ratio.json'))).toBe(true);
    const { stdout } = luohu(['tabulate', run, tables, '--guard', '300', '--json']);
    const { files } = JSON.parse(stdout) as { files: string[] };
    expect(files.map((each) => path.basename(each))).toEqual(['elderly.csv', 'ratio.csv']);
    expect(readFileSync(path.join(run, 'tables/elderly.csv'), 'utf8')).toMatch(/,small$/m);
  });

  it('tells every mistake of a file with its line, column and path, in both languages, and writes nothing', () => {
    const bad = file(
      'bad.yaml',
      `tables:
  none: {filter: age / 0 > 3}
  unknown:
    rows: [agee]
  mixed:
    measure: {mean: sex}
  late: {years: [2021]}
`,
    );
    const told = refused('tabulate', run, bad, '--lang', 'en');
    expect(told).toEqual({
      status: 2,
      stdout: '',
      lines: [
        'bad.yaml:2:18: tables.none.filter must divide by something other than zero, got "age / 0"',
        'bad.yaml:4:12: tables.unknown.rows.0 must be a column of persons (luohu columns lists them), got "agee"; did you mean age',
        'bad.yaml:6:21: tables.mixed.measure.mean must have a number at "sex", got a category',
        'bad.yaml:7:18: tables.late.years.0 must be a year whose people were written (2020, 2022), got 2021',
      ],
    });
    expect(refused('tabulate', run, bad, '--lang', 'zh').lines).toEqual([
      'bad.yaml:2:18: tables.none.filter 应除以不为零的数，实际为 "age / 0"',
      'bad.yaml:4:12: tables.unknown.rows.0 应为人的列（luohu columns 列出），实际为 "agee"；是否想写 age',
      'bad.yaml:6:21: tables.mixed.measure.mean 应在 "sex" 处为数字，实际为类别',
      'bad.yaml:7:18: tables.late.years.0 应为写出了人的年份（2020、2022），实际为 2021',
    ]);
    expect(existsSync(path.join(run, 'tables/none.csv'))).toBe(false);
  });

  it('refuses a file that is none of tables, a run without people and people that are broken', () => {
    const unknownKey = refused('tabulate', run, file('key.yaml', good), '--lang', 'en');
    expect(unknownKey.status).toBe(2);
    expect(unknownKey.lines[0]).toMatch(/^key\.yaml:4:5: tables\.elderly\.过滤 /);
    const nowhere = path.join(out, 'nowhere');
    expect(refused('tabulate', nowhere, file('tables.yaml', counted))).toMatchObject({
      status: 2,
      lines: [`must be a result folder with a manifest.json, got ${path.basename(nowhere)}`],
    });
    writeFileSync(path.join(run, 'microdata/events.parquet'), 'PAR1');
    expect(refused('tabulate', run, file('tables.yaml', counted), '--lang', 'zh')).toMatchObject({
      status: 2,
      lines: [`${path.relative(out, run)}/microdata/events.parquet: 缺失或在运行之后被改动；请重新运行该情景`],
    });
  });
});

describe('luohu run --microdata', { timeout: 60_000 }, () => {
  const refusedRun = (lang: string, ...more: string[]) =>
    refused('run', ...more, '--microdata', '--lang', lang, '--out', out);

  it('is refused in one line for a province, in a bucket, and for years and replicates there are none of', () => {
    expect(refusedRun('en', '宁夏').lines).toEqual([
      '--microdata cannot go with a province or the nation: name its places, luohu run baotou chifeng --microdata',
    ]);
    expect(refusedRun('zh', 'china').lines).toEqual([
      '--microdata 不能用于省或全国的运行；请列出其各地：luohu run 包头 赤峰 --microdata',
    ]);
    expect(refusedRun('en', 'alxa', '--shard', '0/2', '--store', 's3://b/c').lines).toEqual([
      '--store must be a folder all machines share where --microdata is asked for, got s3://b/c',
    ]);
    const years = refusedRun('en', 'alxa', '--replicates', '2', '--years', '2019', '--only', '0,2');
    expect(years.status).toBe(2);
    expect(years.lines.slice(-2)).toEqual([
      expect.stringMatching(/2020 .*2035.*got 2019$/),
      expect.stringMatching(/got 2$/),
    ]);
  });
});

describe('luohu columns', { timeout: 60_000 }, () => {
  it('tells a column by its code or its name in either language, with its categories', () => {
    const [code, zh] = [['career'], ['性别', '--lang', 'zh']].map((words) => luohu(['columns', ...words]));
    expect(code.status).toBe(0);
    expect(code.stdout).toMatch(/^ {2}career == village: in a village$/m);
    expect(zh.stdout).toMatch(/^人 +sex +性别 +类别/m);
    expect(zh.stdout).toMatch(/^ {2}sex == male：男$/m);
  });

  it('lists all columns, and the tables that come with the package', () => {
    const all = JSON.parse(luohu(['columns', '--json']).stdout) as { population: string; column: string }[];
    expect(new Set(all.map(({ population }) => population))).toEqual(new Set(['persons', 'households', 'events']));
    expect(luohu(['columns', '--tables', '--lang', 'en']).stdout).toMatch(/^careers +The way from the village/m);
  });

  it('says what is near where there is none', () => {
    expect(refused('columns', 'carrer', '--lang', 'en')).toEqual({
      status: 2,
      stdout: '',
      lines: [`must be words of a column's code, name, definition or categories, got "carrer"; did you mean "career"?`],
    });
    expect(refused('columns', '年龄岁', '--lang', 'zh').lines[0]).toMatch(
      /^应为列的代码、名称、定义或类别中的词，实际为 "年龄岁"/,
    );
  });
});

describe('luohu population --microdata', { timeout: 120_000 }, () => {
  it('made twice is the same to the last byte, with a data card in both languages', () => {
    const [one, two] = ['one', 'two'].map((name) => {
      const parent = path.join(out, name);
      const args = ['population', '阿拉善', '--microdata', '--sample', '0.1', '--out', parent];
      const { status, stderr } = luohu(args, { LUOHU_CACHE: 'off' });
      expect(`${status} ${stderr}`).toMatch(/^0 /);
      return path.join(parent, 'population-152900-2020');
    }) as [string, string];
    const names = readdirSync(one, { recursive: true }).map(String);
    expect(names).toEqual(expect.arrayContaining(['persons.parquet', 'households.parquet', 'README.md', 'fit.csv']));
    for (const name of names)
      expect(`${name} ${readFileSync(path.join(one, name)).equals(readFileSync(path.join(two, name)))}`).toBe(
        `${name} true`,
      );
    const card = readFileSync(path.join(one, 'README.md'), 'utf8');
    expect(card).toMatch(/^# Synthetic population of Alxa League, 2020 \/ 阿拉善盟2020年合成人口$/m);
    expect(card).toMatch(/No record is a person\. 没有一条记录是真实的人。/);
  });
});
