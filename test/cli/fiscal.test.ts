import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { csvParse } from 'd3-dsv';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Called, luohu } from './luohu.ts';

const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-fiscal-'));
let folder: string;
let called: Called;

beforeAll(() => {
  const run = luohu([
    'run',
    'scenarios/sanmenxia.yaml',
    '--replicates',
    '2',
    '--sample',
    '0.02',
    '--to',
    '2024',
    '--out',
    out,
    '--json',
  ]);
  folder = (JSON.parse(run.stdout) as { runs: { folder: string }[] }).runs[0].folder;
  called = luohu(['fiscal', folder]);
}, 300_000);

const table = (name: string) => csvParse(readFileSync(path.join(folder, name), 'utf8'));
const total = (rows: readonly Record<string, string>[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);
/** A copy of the run with one of its files changed. */
function spoilt(file: string, change: (text: string) => string): string {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'luohu-fiscal-bad-'));
  cpSync(folder, copy, { recursive: true });
  writeFileSync(path.join(copy, file), change(readFileSync(path.join(copy, file), 'utf8')));
  return copy;
}
const coefficients = (text: string): string => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'luohu-fiscal-yaml-')), 'c.yaml');
  writeFileSync(file, text);
  return file;
};

describe('luohu fiscal', () => {
  test('tells the budget years and writes tables and charts in both languages', () => {
    expect(called.status, called.stderr).toBe(0);
    expect(called.stdout).toMatch(/Sanmenxia \(sanmenxia\): the budget years/);
    expect(called.stdout).toMatch(/coefficients are assumptions/);
    expect(called.stdout).toMatch(/In 2024 one settled person costs public payers/);
    const workbook = /workbook for the fiscal office, live formulas: (\S+)/.exec(called.stdout)![1];
    expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK');
    const files = readdirSync(path.join(folder, 'fiscal'));
    expect(files).toContain('award.csv');
    expect(files).toContain('result.json');
    expect(files).toContain('fiscal.xlsx');
    expect(readdirSync(path.join(folder, 'fiscal/charts'))).toHaveLength(5 * 2 * 2);
  });

  test('its persons are those of indicators.csv', () => {
    const indicators = table('indicators.csv');
    const mean = (indicator: string, year: number, area: string): number =>
      Number(
        indicators.find((row) => row.indicator === indicator && Number(row.year) === year && row.area === area)!.mean,
      );
    const persons = table('fiscal/award-persons.csv');
    for (const year of [2021, 2024]) {
      const rows = persons.filter((row) => Number(row.year) === year);
      for (const tier of ['other_province', 'province', 'same_city', 'same_county'])
        expect(total(rows, tier) / 2, `${tier} ${year}`).toBeCloseTo(mean(`award_settlers.${tier}`, year, 'city'), 6);
      const demand = table('fiscal/demand.csv').filter((row) => Number(row.year) === year);
      for (const row of demand.filter(({ measure }) => measure === 'primary_pupils'))
        expect(Number(row.total)).toBeCloseTo(mean('pupils.primary', year, row.area), 6);
    }
  });

  test('its counties add up to the city and its payers to the whole', () => {
    const costs = table('fiscal/costs.csv').filter(({ year, item }) => year === '2024' && item === 'medical_subsidy');
    const city = costs.filter(({ area }) => area === 'city');
    expect(
      total(
        costs.filter(({ area }) => area !== 'city'),
        'current_yuan',
      ),
    ).toBeCloseTo(total(city, 'current_yuan'), 2);
    expect(city.map(({ payer }) => payer)).toEqual(['centre', 'province', 'county']);
    expect(total(city, 'current_yuan')).toBeCloseTo(670 * Number(city[0].quantity), 2);
  });

  test('follows coefficients given in a file, and says where they are from', () => {
    const file = coefficients('award.difficulty: 1.5\nstandard.public_health.2024: {value: 120, source: a notice}\n');
    const before = total(table('fiscal/award.csv'), 'yuan');
    const changed = luohu(['fiscal', folder, '--coefficients', file], { LC_ALL: 'zh_CN.UTF-8' });
    expect(changed.stdout, changed.stderr).toMatch(/三门峡市（sanmenxia）：预算年度测算/);
    expect(total(table('fiscal/award.csv'), 'yuan')).toBeCloseTo(1.5 * before, 2);
    const health = table('fiscal/coefficients.csv').find(
      ({ coefficient }) => coefficient === 'standard.public_health.2024',
    )!;
    expect(health).toMatchObject({
      value: '120',
      confidence: 'published',
      source: 'a notice',
      source_zh: 'a notice',
      from: 'file',
    });
  });

  test('warns of a province’s money that the nation’s settlers would share', () => {
    const warned = (text: string): boolean => {
      const { status, stderr } = luohu(['fiscal', folder, '--coefficients', coefficients(text)]);
      expect(status).toBe(0);
      return /warning: the award.envelope given is far below the nation/.test(stderr);
    };
    expect(warned('award.envelope.2026: 1000000000\n')).toBe(true);
    expect(warned('award.envelope.2026: 1000000000\npool.settlers: 300000\n')).toBe(false);
    expect(warned('award.envelope.2026: 42000000000\n')).toBe(false);
  });
});

describe('a mistake is told in one line, with status 2', () => {
  const refused = (args: readonly string[], message: string): void => {
    const { status, stderr, stdout } = luohu(['fiscal', ...args]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toBe(`${message}\n`);
    expect([status, stdout]).toEqual([2, '']);
  };

  test('a negative coefficient', () => {
    const file = coefficients('award.weight.province: -0.5\n');
    refused([folder, '--coefficients', file], `${file}:1:24: award.weight.province must be at least 0, got -0.5`);
  });

  test('a year outside the run', () => {
    refused([folder, '--from', '2031'], '--from must be between 2021 and 2024, got 2031');
  });

  test('a run of another version, a file changed since, a year taken out', () => {
    const old = spoilt('manifest.json', (text) => text.replace('"version": "0.1.0"', '"version": "0.0.9"'));
    refused(
      [old],
      `${path.join(old, 'manifest.json')}: was made by luohu 0.0.9, this is 0.1.0; run the scenario again`,
    );
    const edited = spoilt('indicators.csv', (text) =>
      text
        .split('\n')
        .filter((line) => !line.includes(',2023,'))
        .join('\n'),
    );
    refused(
      [edited],
      `${path.join(edited, 'indicators.csv')}: is missing or was changed after the run; run the scenario again`,
    );
  });
});
