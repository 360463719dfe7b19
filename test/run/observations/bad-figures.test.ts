import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFigures } from '../../../src/run/observations/read-figures.ts';
import { formatIssue, inLanguage } from '../../../src/scenario/errors.ts';
import { loadCityData } from '../../../src/scenario/load-city-data.ts';
import { readData } from '../../../src/scenario/read-data.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'figures-'));
afterAll(() => rmSync(folder, { recursive: true }));
const baotou = loadCityData(readData, '150200', 2020);

const head = 'place,year,indicator,value,unit,error,source';
const row = (cells: string) => `${head}\n${cells}\n`;

/** A file with one mistake each: its text, and the line a reader gets, in English and in Chinese from some word on. */
const bad: Readonly<Record<string, readonly [text: string, en: string, zh: string]>> = {
  empty: ['', ' must have a header and a row of figures, got nothing', '应有表头'],
  headerOnly: [`${head}\n`, ' must have a row of figures, got a header alone', '只有表头'],
  lacksSource: [
    'place,year,indicator,value,unit\n包头,2023,births,1,人\n',
    '1:1: must have a column source; a table as bureaus keep it goes through luohu observations import',
    'source（来源）',
  ],
  strangeColumn: [
    `${head},valu\n`,
    '1:8: must be one of place, year, indicator, value, unit, error, definition, source, note, got "valu"; did you mean value?',
    '是指 value',
  ],
  twiceColumn: [`${head},year\n`, '1:8: must be there once, got a second column "year"', '出现两次'],
  tooManyCells: [
    row('city,2023,resident_population,2,761,700,人,,bulletin'),
    '2:8: must have 7 cells, got 9 (a number with a comma in it needs quotes)',
    '须加引号',
  ],
  noPlace: [row(',2023,births,14200,人,,b'), '2:1: place must not be empty', '不应为空'],
  unknownPlace: [
    row('东何区,2023,births,142,人,,b'),
    '2:1: place must be the city or one of its counties by name or code, got "东何区"; did you mean 东河区?',
    '是指 东河区',
  ],
  otherCity: [
    row('呼和浩特市,2023,births,14200,人,,b'),
    '2:1: place must lie in Baotou, "呼和浩特市" is of Hohhot',
    '应在包头市内',
  ],
  otherCounty: [
    row('150402,2023,births,1420,人,,b'),
    '2:1: place must lie in Baotou, "150402" is of Chifeng',
    '应在包头市内',
  ],
  yearWord: [row('city,去年,births,14200,人,,b'), '2:2: year must be a year such as 2023, got "去年"', '四位年份'],
  yearDate: [
    row('city,2023-12-31,births,14200,人,,b'),
    '2:2: year must be a year such as 2023, got "2023-12-31"',
    '四位年份',
  ],
  yearFar: [row('city,2203,births,14200,人,,b'), '2:2: year must be from 2000 to 2060, got 2203', '2000 至 2060'],
  unknownIndicator: [
    row('city,2023,resident_populaton,2761700,人,,b'),
    '2:3: indicator must be an indicator by code or name (luohu indicators lists them), got "resident_populaton"; did you mean resident_population?',
    '是指 resident_population',
  ],
  perMille: [
    row('city,2023,出生率,5.2,‰,,b'),
    '2:3: indicator "出生率" is a rate per mille, which no indicator is: give the persons (births, deaths)',
    '千分率',
  ],
  money: [
    row('city,2023,award_yuan,1000000,元,,b'),
    '2:3: indicator must be an indicator by code or name (luohu indicators lists them), got "award_yuan"',
    '指标的代码',
  ],
  valueWord: [row('city,2023,births,约1.4,万人,,b'), '2:4: value must be a number, got "约1.4"', '应为数字'],
  valueRange: [row('city,2023,births,14000-15000,人,,b'), '2:4: value must be a number, got "14000-15000"', '应为数字'],
  noValue: [row('city,2023,births,,人,,b'), '2:4: value must not be empty', '不应为空'],
  unknownUnit: [
    row('city,2023,births,14200,头,,b'),
    '2:5: unit must be persons or 10000 persons, got "头"',
    '应为人或万人',
  ],
  unitOfRate: [row('city,2023,resident_urbanization_rate,87.4,人,,b'), '2:5: unit must be %, got "人"', '应为%'],
  unitOfCount: [
    row('city,2023,resident_population,276.17,%,,b'),
    '2:5: unit must be persons or 10000 persons, got "%"',
    '应为人或万人',
  ],
  rate8757: [
    row('city,2023,resident_urbanization_rate,8757,%,,b'),
    '2:4: value must be a rate from 0 to 100, got 8757',
    '0 至 100',
  ],
  rateAsShare: [
    row('city,2023,registered_urbanization_rate,0.58,%,,b'),
    '2:4: value must be per cent (45.2), got 0.58, which looks like a share',
    '像是比例',
  ],
  negative: [row('city,2023,deaths,-20000,人,,b'), '2:4: value must not be below 0, got -20000', '不应小于 0'],
  partOfAPerson: [
    row('city,2023,resident_population,276.17,人,,b'),
    '2:4: value must be whole persons, got 276.17',
    '应为整数',
  ],
  tooLarge: [
    row('city,2023,resident_population,2761700,万人,,b'),
    /2:4: value cannot be so large: 27617000000 is 1\d{4}\.\d times the \d+ residents/.source,
    '不可能这样大',
  ],
  tooSmall: [
    row('city,2023,resident_population,276,人,,b'),
    /2:4: value cannot be so small: 276 is 0\.01 % of the \d+ of the census; is the unit right\?/.source,
    '不可能这样小',
  ],
  flowTooLarge: [
    row('city,2023,births,1420000,人,,b'),
    /2:4: value cannot be so large: 1420000 is 0\.5 times the \d+ residents/.source,
    '不可能这样大',
  ],
  errorWord: [
    row('city,2023,births,14200,人,small,b'),
    '2:6: error must be a standard error above 0 (in the unit of the value, or as 2%), got "small"',
    '标准误',
  ],
  errorZero: [
    row('city,2023,births,14200,人,0,b'),
    '2:6: error must be a standard error above 0 (in the unit of the value, or as 2%), got "0"',
    '标准误',
  ],
  errorLarge: [
    row('city,2023,births,14200,人,20000,b'),
    '2:6: error must be smaller than the value itself, got 20000',
    '小于数值',
  ],
  twice: [
    `${row('city,2023,births,14200,人,,b')}全市,2023,出生,1.42,万人,,b\n`,
    '3:4: value stands on line 2 already',
    '重复',
  ],
  twoValues: [
    `${row('city,2023,births,14200,人,,b')}包头,2023年,births,14900,人,,c\n`,
    '3:4: value must be one value for a place, year and indicator: 14200 on line 2, 14900 here',
    '两个数',
  ],
  definition: [
    `${head},definition\ncity,2023,registered_urbanization_rate,58,%,,b,hukou\n`,
    '2:8: definition must be place, kind, district (of registers), census, revised or bulletin (of residents), got "hukou"',
    '按户口性质',
  ],
  definitionOfOthers: [
    `${head},definition\ncity,2023,births,14200,人,,b,kind\n`,
    '2:8: definition place, kind and district are of town registers and their rate alone',
    '只用于',
  ],
  byKindOrPlace: [
    row('city,2013,registered_urbanization_rate,55.1,%,,b'),
    '2:4: definition are town registers of 2013 counted by kind or by place? Registers were unified in 2014 to 2016: write kind or place in a column definition',
    'kind 或 place',
  ],
  revisedOrNot: [
    row('city,2018,resident_population,288.9,万人,,b'),
    '2:4: definition was the figure of 2018 revised after the census of 2020? Write bulletin or revised in a column definition',
    'bulletin 或 revised',
  ],
  jump: [
    `${row('city,2021,resident_urbanization_rate,86.7,%,,b')}city,2022,resident_urbanization_rate,81.2,%,,b\n`,
    '3:4: value differs by -5.5 from line 2 (2021): did the definition change? Say it in a column definition on both lines (place, kind, census, revised, bulletin)',
    '口径变了吗',
  ],
};

test('every mistake in a table of figures is one line with its place, in both languages', () => {
  expect(Object.keys(bad).length).toBeGreaterThanOrEqual(30);
  for (const [name, [text, en, zh]] of Object.entries(bad)) {
    const place = path.join(folder, `${name}.csv`);
    writeFileSync(place, text);
    const { issues } = readFigures('f.csv', place, baotou, readData);
    expect(issues.length, `${name}: ${issues.map(formatIssue).join(' | ')}`).toBe(1);
    const told = formatIssue(inLanguage(issues[0], 'en'));
    const isPattern = /\\d/.test(en);
    if (isPattern) expect(told, name).toMatch(new RegExp(`^f\\.csv:${en}`));
    else expect(told, name).toBe(`f.csv:${en}`);
    expect(formatIssue(inLanguage(issues[0], 'zh')), name).toContain(zh);
  }
});

test('a table that is none, or not there, is one line of the file alone', () => {
  const told = (name: string, content: string | null): string => {
    const place = path.join(folder, name);
    if (content !== null) writeFileSync(place, content);
    return readFigures(name, place, baotou, readData)
      .issues.map((issue) => formatIssue(issue))
      .join('|');
  };
  expect(told('none.csv', null)).toBe('none.csv: must be an existing file, got nothing there');
  expect(told('fake.xlsx', 'not a workbook')).toBe('fake.xlsx: cannot be read: must be a table in CSV or xlsx');
  expect(told('old.xls', 'x')).toBe('old.xls: must be saved as xlsx or CSV, got an old xls');
});

test('figures are persons and per cent with an error, whatever the words, encoding and unit they were written with', () => {
  const place = path.join(folder, 'good.csv');
  writeFileSync(
    place,
    '\uFEFF地区;年份;指标;数值;单位;误差;口径;来源\n包头市;2023年末;常住人口;"276,17";万人;;;公报\n东河区;2023;城镇化率;97.1%;%;±0.3;;公报\ncity;2014;户籍人口城镇化率;55.1;%;;kind;公报\ncity;2023;births;14200;人;2%;;公报\n'.replace(
      '"276,17"',
      '276.17',
    ),
  );
  const { figures, issues } = readFigures('good.csv', place, baotou, readData);
  expect(issues).toEqual([]);
  expect(figures.map(({ area, year, indicator, value, stated }) => [area, year, indicator, value, stated])).toEqual([
    ['city', 2023, 'resident_population', 2761700, false],
    ['150202', 2023, 'resident_urbanization_rate', 97.1, true],
    ['city', 2014, 'registered_urbanization_rate.by_kind', 55.1, false],
    ['city', 2023, 'births', 14200, true],
  ]);
  // the usual 0.4 % and the rounding to a hundred persons
  expect(figures[0].error).toBeCloseTo(Math.hypot(0.004 * 2761700, 100 / Math.sqrt(12)), 3);
  expect(figures[1].error).toBe(0.3);
  expect(figures[3].error).toBeCloseTo(284, 6);
});
