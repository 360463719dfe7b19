import { describe, expect, it } from 'vitest';
import { checkProvince, checkTables } from '../../src/scenario/check-tables.ts';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { formatIssue, InputError, inLanguage } from '../../src/scenario/errors.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { tableRules } from '../../src/scenario/table-rules.ts';
import { recordingReader } from '../../src/scenario/tables.ts';

const { read } = recordingReader(readData);

/** Mistakes found when one table reads otherwise. */
function found(file: string, change: (text: string) => string, lang: 'zh' | 'en' = 'en'): string[] {
  try {
    const changed = (name: string): string => (name === file ? change(read(name)) : read(name));
    checkTables(changed);
    checkProvince(changed, '150000');
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).issues.map((issue) => formatIssue(inLanguage(issue, lang)));
  }
}

/** Puts other text in one cell of the row that begins so. */
const cell = (start: string, column: number, value: string) => (text: string) =>
  text.replace(new RegExp(`^${start}.*`, 'm'), (row) => row.split(',').with(column, value).join(','));

const without = (start: string) => (text: string) => text.replace(new RegExp(`^${start}.*\\n`, 'gm'), '');
const doubled = (start: string) => (text: string) => text.replace(new RegExp(`^${start}.*\\n`, 'm'), '$&$&');

describe('checkTables', () => {
  it('finds nothing in data/', () => {
    expect(found('', (text) => text)).toEqual([]);
    const provinces = [...readRegions(read).values()].filter(({ level }) => level === 'province');
    expect(provinces).toHaveLength(31);
    for (const { code } of provinces) expect(() => checkProvince(read, code)).not.toThrow();
  });

  it.each([
    ['mortality.csv', cell('2023,F,5,', 3, '1.7'), 'data/mortality.csv:2734:10: qx must be between 0 and 1, got 1.7'],
    ['mortality.csv', cell('2010,M,5,', 1, 'm'), 'data/mortality.csv:7:6: sex must be M or F, got "m"'],
    ['mortality.csv', cell('2010,M,5,', 2, '105'), 'data/mortality.csv:7:8: age must be between 0 and 100, got 105'],
    ['mortality.csv', without('2010,M,5,'), 'data/mortality.csv: must have a row for 2010 M 5, got none'],
    [
      'mortality.csv',
      doubled('2010,M,5,'),
      'data/mortality.csv:8: must be the only row for 2010 M 5, got another in line 7',
    ],
    [
      'fertility.csv',
      (text) => text.replace(/^(2010,\d+),[\d.]+/gm, '$1,0'),
      'data/fertility.csv:2:9: asfr must add up over the ages to between 0.3 and 9 children a woman, got 0.00',
    ],
    [
      'mortality.csv',
      (text) => text.replace(/^2010,([MF])/gm, (_, sex) => `2010,${sex === 'M' ? 'F' : 'M'}`),
      /^data\/mortality\.csv:2:10: qx must let women live longer than men, got men 78\.3, women 73\.2 years$/,
    ],
    [
      'single-age.csv',
      (text) => text.replace(/^2010,000000,([MF])/gm, (_, sex) => `2010,000000,${sex === 'M' ? 'F' : 'M'}`),
      /^data\/single-age\.csv:2:\d+: population must have more women than men at high ages.*have the sexes changed places\?$/,
    ],
    [
      'household-structure.csv',
      (text) => text.replace(/(household_size_share,1,,,)[\d.]+/, (_, before) => `${before}30.1`),
      /^data\/household-structure\.csv:\d+:\d+: value of the rows of 20\d0 000000 \w+ must add up to 100, got \d+\.\d\d$/,
    ],
    [
      'census/150000.csv',
      cell('2010,150000,', 7, '13720175'),
      /^data\/census\/150000\.csv:2:\d+: population must be the sum of urban and rural, 24706292, got 24706291$/,
    ],
    ['fertility.csv', cell('2010,15,', 2, '12'), 'data/fertility.csv:2:9: asfr must be between 0 and 1, got 12'],
    ['fertility.csv', cell('2010,15,', 2, ''), 'data/fertility.csv:2:9: asfr must be a number, got ""'],
    ['fertility.csv', without('2040,49,'), 'data/fertility.csv: must have a row for 2040 49, got none'],
    ['fertility.csv', without('2040,'), 'data/fertility.csv: must have a row for 2040, got none'],
    ['sex-ratio-at-birth.csv', without('2020,'), 'data/sex-ratio-at-birth.csv: must have a row for 2020, got none'],
    [
      'sex-ratio-at-birth.csv',
      cell('2010,', 1, '117.1'),
      'data/sex-ratio-at-birth.csv:2:6: males_per_female must be between 0.8 and 1.5, got 117.1',
    ],
    [
      'census/150000.csv',
      cell('2010,150000,', 7, '-5'),
      'data/census/150000.csv:2:56: urban must be at least 0, got -5',
    ],
    [
      'census/150000.csv',
      cell('2010,150000,', 109, '5.5'),
      /^data\/census\/150000\.csv:2:\d+: ind_agriculture must be a whole number, got 5\.5$/,
    ],
    [
      'registered-population/150000.csv',
      doubled('2005,150100,'),
      'data/registered-population/150000.csv:3: must be the only row for 2005 150100, got another in line 2',
    ],
    [
      'areas.csv',
      doubled('150200,'),
      /^data\/areas\.csv:\d+: must be the only row for 150200, got another in line \d+$/,
    ],
    [
      'married-share.csv',
      cell('2010,000000,M,15,', 4, '7'),
      /^data\/married-share\.csv:\d+:\d+: married must be between/,
    ],
    [
      'county-flows/150000.csv',
      cell('150102,2010,', 2, '-20.8'),
      'data/county-flows/150000.csv:2:13: leaving must be between -0.3 and 0.3, got -20.8',
    ],
    [
      'county-flows/150000.csv',
      cell('150102,2010,', 16, ''),
      /^data\/county-flows\/150000\.csv:2:\d+: urban_spread must be a number, got ""$/,
    ],
    [
      'county-flows/150000.csv',
      doubled('150102,2010,'),
      'data/county-flows/150000.csv:3: must be the only row for 2010 150102, got another in line 2',
    ],
    [
      'county-flows/150000.csv',
      (text) => text.replace('reclassified', 'recounted'),
      'data/county-flows/150000.csv:1: reclassified must be a column of the table, got none',
    ],
    [
      'observations/150000.csv',
      cell('150000,2010,birth_rate', 3, 'about 8'),
      /^data\/observations\/150000\.csv:2:\d+: value must be a number/,
    ],
    [
      'observations/150000.csv',
      (text: string) => text.replace(',source,', ',from,'),
      'data/observations/150000.csv:1: source must be a column of the table, got none',
    ],
    ['income/150000.csv', () => '', undefined],
  ])('%s %#', (file, change, line) => {
    const lines = found(file, change);
    if (line === undefined) expect(lines).toEqual([]);
    else if (typeof line === 'string') expect(lines).toEqual([line]);
    else expect(lines).toEqual([expect.stringMatching(line)]);
  });

  it('tells ten mistakes of a table and counts the rest', () => {
    const lines = found('mortality.csv', without('2015,F,'));
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe('data/mortality.csv: must have a row for 2015 F 0, got none');
    expect(lines[10]).toBe('data/mortality.csv: and 91 more');
  });

  it('tells an empty table in one line, in the language of the reader', () => {
    const { name } = tableRules[1];
    expect(found(name, () => '')).toEqual([`data/${name}: must have a header and rows, got none`]);
    expect(found(name, () => '', 'zh')).toEqual([`data/${name}: 应有表头和数据行，实际没有`]);
  });

  it('tells the mistakes of all tables at once', () => {
    expect(() => checkTables(() => '')).toThrow(tableRules.map(({ name }) => `data/${name}: must have`).at(-1)!);
  });
});
