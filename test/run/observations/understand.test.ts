import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { write } from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { parseCells, readGrid } from '../../../src/run/observations/grid.ts';
import { understand } from '../../../src/run/observations/understand.ts';
import { loadCityData } from '../../../src/scenario/load-city-data.ts';
import { readData } from '../../../src/scenario/read-data.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tables-'));
afterAll(() => rmSync(folder, { recursive: true }));
const baotou = loadCityData(readData, '150200', 2020);

const understood = (text: string) => {
  const { figures, doubts } = understand({ rows: parseCells(text), read: { zh: '', en: '' } }, baotou, readData);
  return {
    figures: figures.map(({ area, year, meant, value, unit }) => `${area} ${year} ${meant.indicator} ${value} ${unit}`),
    doubts: doubts.map(({ line, column, text: said }) => `${line}:${column} ${said.zh}`),
  };
};

test('years as columns: indicator and unit come from the row, the title or the brackets', () => {
  const { figures, doubts } = understood(
    '包头市主要人口指标,,\n单位：万人,,\n指标,2022年,2023年\n年末常住人口,274.0,276.17\n其中：城镇人口,238.8,241.4\n城镇化率(%),87.1,87.4\n出生人口（人）,14900,-\n',
  );
  expect(doubts).toEqual([]);
  expect(figures).toEqual([
    ...['city 2022 resident_population 274.0 万人', 'city 2023 resident_population 276.17 万人'],
    ...['city 2022 urban_resident_population 238.8 万人', 'city 2023 urban_resident_population 241.4 万人'],
    ...['city 2022 resident_urbanization_rate 87.1 %', 'city 2023 resident_urbanization_rate 87.4 %'],
    'city 2022 births 14900 人',
  ]);
});

test('places as rows, the year in the title; a place nobody knows is asked about and its numbers are left out', () => {
  const { figures, doubts } = understood(
    '2023年各旗县区人口,,\n地区,常住人口（万人）,城镇化率(%)\n东河区,54.3,97.1\n外星区,1.0,2\n',
  );
  expect(figures).toEqual([
    '150202 2023 resident_population 54.3 万人',
    '150202 2023 resident_urbanization_rate 97.1 %',
  ]);
  expect(doubts).toEqual([
    expect.stringMatching(/^4:1 应为本市或其县区的名称或代码，实际为“外星区”；县区有东河区、.*白云鄂博矿区/),
  ]);
});

test('a table in English: the code with blanks, tens of thousands as the errors write them, a misspelt county asked about', () => {
  const { figures, doubts } = understood(
    'County,Year,Settled persons,Resident population (10000 persons)\nDonghe,2023,1200,54.3\nDonghee,2023,1300,55\n',
  );
  expect(figures).toEqual(['150202 2023 resident_population 54.3 10000 persons']);
  expect(doubts[0]).toMatch(/^2:3 1200 的单位是什么？/);
  expect(doubts[1]).toMatch(/^3:1 .*“Donghee”；是指 Donghe/);
  const { figures: withUnit } = understood('County,Year,Settled persons (persons)\nDonghe,2023,1200\n');
  expect(withUnit).toEqual(['150202 2023 settled_persons 1200 persons']);
});

test('years as rows, indicators as columns', () => {
  const { figures } = understood('年份,常住人口（万人）,小学在校生（人）\n2022,274.0,123456\n2023,276.17,121000\n');
  expect(figures).toEqual([
    ...['city 2022 resident_population 274.0 万人', 'city 2022 pupils.primary 123456 人'],
    ...['city 2023 resident_population 276.17 万人', 'city 2023 pupils.primary 121000 人'],
  ]);
});

test('two rows of heads: a merged year speaks for the indicators below it', () => {
  const { figures } = understood(
    '地区,2022,,2023,\n,常住人口（万人）,城镇化率（%）,常住人口（万人）,城镇化率（%）\n东河区,54.0,97.0,54.3,97.1\n',
  );
  expect(figures).toEqual([
    ...['150202 2022 resident_population 54.0 万人', '150202 2022 resident_urbanization_rate 97.0 %'],
    ...['150202 2023 resident_population 54.3 万人', '150202 2023 resident_urbanization_rate 97.1 %'],
  ]);
});

test('a number without a year or a unit is asked about, never guessed', () => {
  expect(understood('指标,人\n常住人口,2761700\n').doubts).toEqual(['2:2 2761700 是哪一年的？']);
  expect(understood('指标,2023\n常住人口,276.17\n').doubts).toEqual([
    '2:2 276.17 的单位是什么？应为人或万人；写在指标名后的括号里，如“落户人数（人）”，或写成“单位”一列',
  ]);
});

test('GB18030 and workbooks are read like UTF-8', () => {
  const text = '指标,2023年\n常住人口（万人）,276.17\n';
  const gb = path.join(folder, 'gb.csv');
  writeFileSync(gb, execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text }));
  const xlsx = path.join(folder, 'book.xlsx');
  const sheet = {
    A1: { t: 's', v: '指标' },
    B1: { t: 's', v: '2023年' },
    A2: { t: 's', v: '常住人口（万人）' },
    B2: { t: 'n', v: 276.17 },
    '!ref': 'A1:B2',
  };
  writeFileSync(
    xlsx,
    write({ SheetNames: ['人口'], Sheets: { 人口: sheet } } as never, { type: 'buffer', bookType: 'xlsx' }),
  );
  for (const file of [gb, xlsx]) {
    const { figures } = understand(readGrid(file), baotou, readData);
    expect(figures.map(({ year, meant, value, unit }) => [year, meant.indicator, value, unit])).toEqual([
      [2023, 'resident_population', '276.17', '万人'],
    ]);
  }
  expect(readGrid(gb).read.en).toBe('encoded in GB18030');
  expect(readGrid(xlsx).read.en).toBe('sheet "人口"');
});
