import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { populations } from '../../src/people/column/column.ts';
import { describingFiles } from '../../src/result/microdata.ts';
import { partName } from '../../src/run/microdata/choice.ts';
import { value } from '../support/value.ts';
import { observedRun } from './observed-run.ts';

/*
 * What others read: DuckDB, always; python3 with pandas and pyarrow (LUOHU_PYTHON names another) and Rscript where they are, with arrow or on CSV
 * that DuckDB makes. Neither pyarrow nor R's arrow can be had of npm or Debian, so that no machine is asked to have them.
 */
const python = process.env['LUOHU_PYTHON'] ?? 'python3';
const works = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const hasPandas = works(python, '-c', 'import pandas, pyarrow');
const hasR = works('Rscript', '-e', '0');

const recipe = (name: string): string => path.resolve('src/people/recipes', name);

/** A result folder as far as recipes read it. */
async function writtenRun() {
  const run = await observedRun('scenarios/sanmenxia.yaml', 0.01, 2022);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-recipes-'));
  mkdirSync(path.join(folder, 'microdata'));
  for (const population of populations)
    renameSync(path.join(run.folder, partName(1, population)), path.join(folder, 'microdata', `${population}.parquet`));
  rmSync(run.folder, { recursive: true });
  const place = { areas: run.town.city.areas, routes: run.result.routes };
  for (const [name, text] of Object.entries(describingFiles(populations, place)))
    writeFileSync(path.join(folder, 'microdata', name), text);
  return { ...run, folder };
}

let run: Awaited<ReturnType<typeof writtenRun>>;
beforeAll(async () => {
  run = await writtenRun();
}, 180_000);
afterAll(() => rmSync(run.folder, { recursive: true }));

const printed = (program: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: run.folder });
  expect(`${status} ${stderr}`).toMatch(/^0 /);
  return stdout;
};

describe('DuckDB', () => {
  it('reads types and gaps, and its sums are the indicators', async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    const at = (name: string) => `'${path.join(run.folder, 'microdata', name)}'`;
    const types = new Map(
      (await rows(`DESCRIBE SELECT * FROM ${at('persons.parquet')}`)).map(([name, type]) => [name, type]),
    );
    const wanted = {
      person_id: 'BIGINT',
      weight: 'DOUBLE',
      age: 'INTEGER',
      sex: 'VARCHAR',
      has_permit: 'BOOLEAN',
      spouse_id: 'BIGINT',
    };
    for (const [name, type] of Object.entries(wanted)) expect([name, types.get(name)]).toEqual([name, type]);
    const residents = await rows(
      `SELECT year, sum(weight) FROM ${at('persons.parquet')} WHERE residence_side IS NOT NULL GROUP BY year ORDER BY year`,
    );
    expect(residents).toEqual(run.years.map((year) => [year, value(run.result, 'resident_population', year)]));
    const [[key, about]] = await rows(
      `SELECT decode(key), decode(value) FROM parquet_kv_metadata(${at('events.parquet')})`,
    );
    expect(key).toBe('luohu');
    expect(JSON.parse(String(about))).toMatchObject({ population: 'events' });
    const sql = readFileSync(recipe('duckdb.sql'), 'utf8').replaceAll("'microdata/", `'${run.folder}/microdata/`);
    for (const statement of sql.split(';').filter((each) => /SELECT/.test(each)))
      expect((await rows(statement)).length).toBeGreaterThan(3);
  }, 60_000);
});

const withPandas = (): void => {
  it('runs the recipe, identities stay whole numbers', () => {
    const said = printed(python, recipe('pandas_settlers.py'), run.folder);
    expect(said).toMatch(/^person_id \| 人的标识 \| Person identity \| $/m);
    expect(said).toMatch(/^2022 +centre +\d/m);
  }, 60_000);

  it('writes CSV with numbers for categories, and the labels for Stata and SPSS', () => {
    printed(python, recipe('to_stata_and_spss.py'), run.folder, 'persons', 'zh');
    const text = (ending: string) => readFileSync(path.join(run.folder, 'microdata', `persons.${ending}`), 'utf8');
    const [head, first] = text('csv')
      .split('\n')
      .map((line) => line.split(','));
    const row = run.persons[0];
    expect(first[head.indexOf('sex')]).toBe(row['sex'] === 'male' ? '0' : '1');
    expect(first[head.indexOf('person_id')]).toBe(String(row['person_id']));
    expect(text('do')).toMatch(/^label define sex 0 "男" 1 "女"$/m);
    expect(text('do')).toMatch(/^label variable age "年龄 \(years\)"$/m);
    expect(text('sps')).toMatch(/^VALUE LABELS sex 0 "男" 1 "女"\.$/m);
  }, 60_000);

  it('works the notebook through: two runs laid beside each other person by person', () => {
    const { cells } = JSON.parse(readFileSync(recipe('who-the-document-brought-in.ipynb'), 'utf8')) as {
      cells: { cell_type: string; source: string[] }[];
    };
    const script = path.join(run.folder, 'notebook.py');
    writeFileSync(
      script,
      cells
        .filter((cell) => cell.cell_type === 'code')
        .map((cell) => cell.source.join(''))
        .join('\n'),
    );
    const env = { ...process.env, LUOHU_WITH: run.folder, LUOHU_WITHOUT: run.folder };
    const { status, stdout, stderr } = spawnSync(python, [script], { encoding: 'utf8', env });
    expect(`${status} ${stderr}`).toMatch(/^0 /);
    // beside itself a run has brought in nobody
    expect(stdout).toMatch(/^brought in +0\.0$/m);
    expect(stdout).toMatch(/^anyway +[1-9]/m);
  }, 60_000);
};

const withR = (): void => {
  it('runs the recipe', async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const at = (name: string) => `'${path.join(run.folder, 'microdata', name)}'`;
    for (const name of ['events', 'persons'])
      await connection.run(`COPY (SELECT * FROM ${at(`${name}.parquet`)}) TO ${at(`${name}.csv`)} (HEADER)`);
    const said = printed('Rscript', recipe('r_settlers.R'), run.folder);
    expect(said).toMatch(/stable-dwelling +30-59 +\d/);
    expect(said).toMatch(/^ +2020( +\d+)+$/m);
  }, 60_000);
};

if (hasPandas) describe('pandas', withPandas);
if (hasR) describe('R', withR);

it('every category of every column has its number and its words in both languages', () => {
  const lines = readFileSync(path.join(run.folder, 'microdata', 'labels.csv'), 'utf8')
    .trim()
    .split('\n');
  expect(lines).toContain('persons,sex,1,female,女,female');
  expect(lines).toContain('events,event,9,settlement,落户,settlement');
  for (const row of run.persons.slice(0, 200))
    expect(lines.some((line) => line.startsWith('persons,work,') && line.split(',')[3] === row['work'])).toBe(true);
});
