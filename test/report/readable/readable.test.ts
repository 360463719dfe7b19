import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { csvParse } from 'd3-dsv';
import { expect, test } from 'vitest';
import { dictionary } from '../../../src/indicator/indicators.ts';
import { areasCalled } from '../../../src/report/readable/choice.ts';
import { justifiedDecimals, roundTo } from '../../../src/report/readable/digits.ts';
import { lawNames } from '../../../src/report/readable/law-names.ts';
import { readableCsv } from '../../../src/report/readable/readable-csv.ts';
import type { ResultTables } from '../../../src/report/readable/result-tables.ts';
import { readableTables } from '../../../src/report/readable/tables.ts';
import { writeReadable } from '../../../src/report/readable/write-readable.ts';
import { readDocuments } from '../../../src/run/read-documents.ts';
import { readData } from '../../../src/scenario/read-data.ts';
import { runTold } from '../page/run-told.ts';
import { sample } from '../sample.ts';
import { hasLibreOffice } from '../workbook/libreoffice.ts';

const documents = readDocuments(readData);
const input = sample();
const result: ResultTables = {
  manifest: runTold().manifest,
  areas: [
    { code: 'city', name: { zh: '包头市', en: 'Baotou' }, level: 'city' },
    ...input.areas.map(({ code, name, level }) => ({ code, name, level })),
  ],
  figures: input.indicators.map((row) => ({ ...row, mcse: row.unit === 'persons' ? 137 : 0.234, sample: 'few' })),
  meanings: new Map(
    dictionary.map(({ name, label, unit, kind, definition }) => [name, { name: label, unit, kind, definition }]),
  ),
  settled: input.settlements.map((row) => ({ ...row, persons_mcse: 137 })),
};

test('a figure is told to the second digit of its error, and no further than its unit', () => {
  expect(
    [
      [62.34567, 0.234, 2],
      [62.34567, 2.34, 2],
      [98765.4, 1372, 0],
      [98765.4, 0.02, 0],
      [98765.4, Number.NaN, 0],
      [98765.4, 0, 0],
    ].map(([value, error, most]) => roundTo(value, justifiedDecimals(value, error, most))),
  ).toEqual([62.35, 62.3, 98800, 98765, 98800, 98765]);
});

test('areas are called by code, by Chinese name with or without the kind of unit, by English name', () => {
  const areas = result.areas;
  expect(areasCalled(['昆都仑', '150204', 'tumed right', 'GUYANG', '全市', '昆都仑区'], areas)).toEqual([
    '150203',
    '150204',
    '150221',
    '150222',
    'city',
  ]);
  expect(() => areasCalled(['昆都伦', 'nowhere'], areas)).toThrow(
    /got "昆都伦"; did you mean Hondlon\?\n.*got "nowhere"$/,
  );
});

test('a CSV for people begins with a byte-order mark, ends its lines as Excel does, and runs no formula', () => {
  const bytes = Buffer.from(
    readableCsv({
      head: ['甲', '乙'],
      rows: [
        ['=1+1', 2.5],
        ['“一”,\n二', Number.NaN],
      ],
    }),
  );
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8').slice(1)).toBe('甲,乙\r\n\'=1+1,2.5\r\n"“一”, 二",\r\n');
});

test('every table is in the words of its language, codes beside, only what was asked for', () => {
  const tables = readableTables(result, lawNames(documents), 'zh', { years: [2030, 2035], areas: ['city', '150203'] });
  const long = csvParse(readableCsv(tables.long).slice(1).replaceAll('\r', ''));
  expect(long.columns.slice(0, 6)).toEqual(['地区', '地区代码', '年份', '指标', '指标代码', '单位']);
  const rate = long.find((row) => row['指标代码'] === 'registered_urbanization_rate' && row['年份'] === '2035')!;
  const exact = result.figures.find(
    ({ area, year, indicator }) => area === 'city' && year === 2035 && indicator === 'registered_urbanization_rate',
  )!;
  expect(rate).toMatchObject({ 地区: '包头市', 指标: '户籍人口城镇化率', 单位: '%', 抽样能否说明: '人数少，区间偏宽' });
  expect(Number(rate['平均'])).toBe(Number(exact.mean.toFixed(2)));
  expect(new Set(long.map((row) => row['年份']))).toEqual(new Set(['2030', '2035']));
  expect(new Set(long.map((row) => row['地区']))).toEqual(new Set(['包头市', '昆都仑区']));
  expect(tables.wide.head.slice(-2)).toEqual(['2030', '2035']);
  const settled = csvParse(readableCsv(tables.settled).slice(1).replaceAll('\r', ''));
  expect(settled.every((row) => !/^[a-z-]+$/.test(row['落户途径'] ?? ''))).toBe(true);
  expect(() => readableTables(result, lawNames(documents), 'zh', { years: [2050] })).toThrow(/got 2050$/);
});

test.skipIf(!hasLibreOffice)(
  'a spreadsheet with a Chinese locale opens the tables as they are',
  { timeout: 240_000 },
  async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-readable-'));
    await writeReadable(result, documents, folder, 'zh');
    expect(readdirSync(folder).sort()).toEqual([
      'dictionary.csv',
      'indicators-by-year.csv',
      'indicators.csv',
      'settled.csv',
      'tables.xlsx',
    ]);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const out = path.join(folder, 'opened');
    const open = (file: string, ...how: string[]) =>
      execFileSync(
        'soffice',
        [
          '--headless',
          '--norestore',
          profile,
          ...how,
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          out,
          file,
        ],
        { stdio: 'ignore', timeout: 100_000, env: { ...process.env, LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' } },
      );
    // without a window nobody sees the mark: the encoding is named, and the mark must not become part of the first head
    open(path.join(folder, 'indicators-by-year.csv'), '--infilter=Text - txt - csv (StarCalc):44,34,76,1');
    open(path.join(folder, 'tables.xlsx'));
    const wide = XLSX.read(readFileSync(path.join(out, 'indicators-by-year.xlsx')));
    const [first] = XLSX.utils.sheet_to_json<Record<string, unknown>>(Object.values(wide.Sheets)[0]!);
    expect(first).toMatchObject({ 地区: '包头市', 地区代码: 'city', 统计量: '平均' });
    expect(typeof first!['2035']).toBe('number');
    const book = XLSX.read(readFileSync(path.join(out, 'tables.xlsx')));
    expect(book.SheetNames).toEqual(['说明', '主要指标', '各地区', '落户', '全部指标（逐年）', '指标解释']);
    const main = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets['主要指标']!);
    expect(main.map((row) => row['统计量']).slice(0, 3)).toEqual(['平均', '5%分位', '95%分位']);
  },
);
