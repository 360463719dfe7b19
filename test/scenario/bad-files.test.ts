import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatIssue, InputError } from '../../src/scenario/errors.ts';
import { type LoadOptions, loadScenario } from '../../src/scenario/load-scenario.ts';
import { strictOptions } from './options.ts';

const folder = 'test/scenario/bad';

/** What each bad file is told, after `folder/name.yaml:` where the line is about the file itself. */
const told: Readonly<Record<string, readonly string[]>> = {
  'a-list': ['1:1: must be a map of keys, got a list'],
  'absolute-parent': ['1:10: extends must be a relative path ending in .yaml or .yml, got "/good.yaml"'],
  'alias-bomb': ['1:1: must repeat anchors at most 20 times, got more'],
  'assumption-without-range': ['3:16: parameters.income.town.range must be given for an assumption, got nothing'],
  'bad name': ['1:1: must be called by a name of letters, digits, _ and -, got "bad name"'],
  'bare-number': [
    '3:16: parameters.income.town must be a map with value and unit, or a list of such by year, got 3700',
  ],
  'base-year-between': ['2:11: baseYear must be 2010 or 2020, got 2015'],
  'broken-parent': [
    '2:1: replicate must be a known key, got "replicate"; did you mean replicates',
    'test/scenario/bad/wrong-unit.yaml:3:37: parameters.income.town.unit must be yuan/month, got "yuan/year"',
  ],
  'census-not-there': ['2:11: baseYear must be a census year the data has for 621000 (2020), got 2010'],
  'city-as-number': ['2:7: city must be a six-digit division code in quotes, got 12'],
  'city-by-name': ['2:7: city must be a six-digit division code in quotes, got "包头市"'],
  'clause-of-another-city': [
    '2:20: policy.without.0 must be of a document listed in documents, got "chifeng-2016:2.1.2"',
  ],
  'clause-without-document': ['2:25: policy.add.0.clause must be a clause (chifeng-2016:2.1.2), got "2.1.2"'],
  'confidence-of-assumption': ['3:78: parameters.income.town.confidence must go with a source, got an assumption'],
  counties: [
    '3:3: counties.150299 must be the code of a county of the city, got "150299"; did you mean 150202',
    '6:5: counties.150203.job.creation must be a parameter that a county can have for itself, got "job.creation"',
    '8:9: counties.150203.school.capacityFactor.0 must have a source, or assumption: true with a range, got neither',
    '9:16: counties.150203.school.capacityFactor.1.from must be later than 2022, got 2021',
  ],
  'county-for-city': ['2:7: city must be a prefecture of the census data, got "150430"; did you mean 150400'],
  'date-twice': ['5:14: parameters.income.town.1.from must be a year of its own, got 2021 again'],
  'dates-out-of-order': ['5:14: parameters.income.town.1.from must be later than 2026, got 2021'],
  'document-twice': ['2:41: documents.2 must be listed once, got baotou-2024 again'],
  'duplicate-key': ['3:1: must appear once, got endYear again'],
  empty: ['1:1: must be a map of keys, got an empty file'],
  'unknown-structure': [
    '2:27: structure.own-dwelling must be lowers or raises, got "maybe"',
    '2:34: structure.colour must be a known key, got "colour"; here are known own-dwelling, permit, peers-settled',
  ],
  'ends-before-base': ['2:10: endYear must be later than the base year 2020, got 2015'],
  'fiscal-below-zero': [
    '3:26: fiscal.award.weight.province must be at least 0, got -0.1',
    '4:33: fiscal.award.children_share.value must be at most 1, got 1.2',
    '5:3: fiscal.award.weigth.permit must be a known key, got "award.weigth.permit"; did you mean award.weight.permit',
    '6:43: fiscal.timing.spend_share.range must contain the value 0.9, got [0.95, 1]',
    '7:3: fiscal.standard.public_health must be a known key, got "standard.public_health"; did you mean standard.public_health.2025',
  ],
  gbk: ['1:1: must be UTF-8 text, got another encoding'],
  incomplete: [
    '1:1: question must be given, got nothing',
    '1:1: city must be given, got nothing',
    '1:1: endYear must be given, got nothing',
    '1:1: documents must be given, got nothing',
  ],
  'list-as-key': ['2:1: must be keyed by text, got "[seed, replicates]: 7"'],
  'missing-parent': ['1:10: extends must be an existing file, got nothing at test/scenario/goood.yaml'],
  'no-replicates': ['2:13: replicates must be at least 1, got 0'],
  'no-source': ['3:3: parameters.income.town must have a source, or assumption: true with a range, got neither'],
  'no-such-day': ['2:53: policy.add.0.from must be a date like 2024-05-23, got "2022-02-30"'],
  'not-a-number': ['3:24: parameters.income.town.value must be a number, got NaN'],
  'not-yaml': ['3:1: must be valid YAML, got "policy: {without: [baotou-2024"'],
  'number-in-words': ['3:24: parameters.income.town.value must be a number, got "0.37万"; did you mean 3700'],
  'one-language': ['2:8: title.en must be given, got nothing'],
  'only-a-comment': ['1:1: must be a map of keys, got an empty file'],
  'out-of-range': ['3:24: parameters.income.town.value must be at least 0, got -1'],
  'own-parent': [
    '1:10: extends must end at a file without extends, got a circle: test/scenario/bad/own-parent.yaml -> test/scenario/bad/own-parent.yaml',
  ],
  'parameter-without-prefix': [
    '3:3: parameters.actHazard must be a known parameter, got "actHazard"; did you mean settlement.actHazard',
  ],
  'probability-above-one': ['3:33: parameters.settlement.actHazard.value must be at most 1, got 6'],
  'range-backwards': ['3:72: parameters.income.town.range must be the lower number first, got [3900, 3500]'],
  'range-of-one': ['3:72: parameters.income.town.range must be a list of two numbers, got a list'],
  'range-without-value': ['3:72: parameters.income.town.range must contain the value 3700, got [3800, 3900]'],
  'replicates-as-text': ['2:13: replicates must be a number, got "twenty"'],
  'several-mistakes': [
    '2:10: endYear must be later than the base year 2020, got 2015',
    '3:1: replicate must be a known key, got "replicate"; did you mean replicates',
    '5:16: parameters.income.town.range must be given for an assumption, got nothing',
    '5:36: parameters.income.town.unit must be yuan/month, got "yuan"',
    '6:3: parameters.income.tonw must be a known parameter, got "income.tonw"; did you mean income.town',
  ],
  'reason-in-one-language': [
    '3:56: parameters.income.town.source.en must be given, got nothing',
    '4:70: parameters.housing.rent.why must be a text, or a map with zh and en, got 5',
    '6:66: parameters.reclassification.factor.0.source.en must not be empty, got nothing',
    '6:70: parameters.reclassification.factor.0.source.fr must be a known key, got "fr"; here are known zh, en',
    '7:54: parameters.reclassification.factor.1.source must not be empty, got nothing',
  ],
  'source-and-assumption': [
    '3:77: parameters.income.town.assumption must be either sourced or an assumption, got both',
  ],
  tab: ['3:1: must be indented with spaces, got a tab'],
  tagged: ['2:7: must be a value without a tag, got "seed: !random 7"'],
  'text-for-number': ['3:24: parameters.income.town.value must be a number, got "about 3700"'],
  'two-documents': ['2:1: must be one YAML document, got several'],
  'undated-in-list': ['4:7: parameters.income.town.0.from must be given, got nothing'],
  'unknown-anchor': ['1:1: must repeat an anchor set before, got an unknown one'],
  'unknown-city': ['2:7: city must be a prefecture of the census data, got "150299"; did you mean 150200'],
  'unknown-clause': ['2:20: policy.without.0 must be a clause of baotou-2024, got "2.2.1.9"; did you mean 2.2.1.1'],
  'unknown-confidence': [
    '3:77: parameters.income.town.confidence must be published or derived or recalled, got "publish"; did you mean published',
  ],
  'unknown-document': [
    '2:13: documents.0 must be a known policy document, got "baotou-2042"; did you mean baotou-2024',
  ],
  'unknown-key-of-value': ['3:65: parameters.income.town.ranges must be a known key, got "ranges"; did you mean range'],
  'unknown-key': ['2:1: replicate must be a known key, got "replicate"; did you mean replicates'],
  'unknown-parameter': [
    '3:3: parameters.income.tonw must be a known parameter, got "income.tonw"; did you mean income.town',
  ],
  'wrong-id': ['2:5: id must be good.wrong-id after the file name, got "another"'],
  'wrong-unit': ['3:37: parameters.income.town.unit must be yuan/month, got "yuan/year"'],
  'circle-a': [
    'test/scenario/bad/circle-b.yaml:1:10: extends must end at a file without extends, got a circle: test/scenario/bad/circle-a.yaml -> test/scenario/bad/circle-b.yaml -> test/scenario/bad/circle-a.yaml',
  ],
};

/** Opened only through another bad file. */
const helpers = ['circle-b'];

/** The same mistakes told in Chinese. */
const toldInChinese: Readonly<Record<string, readonly string[]>> = {
  'unknown-key': ['2:1: replicate 应为已知的键，实际为 "replicate"；是否想写 replicates'],
  'wrong-unit': ['3:37: parameters.income.town.unit 应为 yuan/month，实际为 "yuan/year"'],
  'probability-above-one': ['3:33: parameters.settlement.actHazard.value 应为不大于 1 的数，实际为 6'],
  'assumption-without-range': ['3:16: parameters.income.town.range 应为假设给出，实际缺失'],
  'range-without-value': ['3:72: parameters.income.town.range 应包含取值 3700，实际为 [3800, 3900]'],
  'ends-before-base': ['2:10: endYear 应为晚于基年 2020 的年份，实际为 2015'],
  'city-as-number': ['2:7: city 应为带引号的六位区划代码，实际为 12'],
  'unknown-document': ['2:13: documents.0 应为已知的政策文件，实际为 "baotou-2042"；是否想写 baotou-2024'],
  'duplicate-key': ['3:1: 应只出现一次，实际重复 endYear'],
  empty: ['1:1: 应为键值表，实际为空文件'],
};

function complaints(path: string, options: LoadOptions): string[] {
  try {
    loadScenario(path, options);
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(formatIssue);
    throw error;
  }
  return [];
}

const expected = (name: string, lines: readonly string[]): string[] =>
  lines.map((line) => (/^\d/.test(line) ? `${folder}/${name}.yaml:${line}` : line));

describe('a bad scenario file is refused, every mistake in one line with its place', () => {
  test.each(Object.entries(told))('%s', (name, lines) => {
    expect(complaints(`${folder}/${name}.yaml`, strictOptions)).toEqual(expected(name, lines));
  });

  test.each(Object.entries(toldInChinese))('%s, in Chinese', (name, lines) => {
    expect(complaints(`${folder}/${name}.yaml`, { ...strictOptions, lang: 'zh' })).toEqual(expected(name, lines));
  });

  test('every bad file is in the table', () => {
    const files = readdirSync(folder).map((file) => file.replace('.yaml', ''));
    expect(files.sort()).toEqual([...Object.keys(told), ...helpers].sort());
  });

  test('no message ends in a full stop or spreads over lines', () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const name of Object.keys(told)) {
        for (const line of complaints(`${folder}/${name}.yaml`, { ...strictOptions, lang }))
          expect(line).not.toMatch(/[.。]$|\n/);
      }
    }
  });
});

describe('a path that is no scenario file', () => {
  test.each([
    [
      'a missing file',
      'test/scenario/none.yaml',
      'test/scenario/none.yaml: must be an existing file, got nothing there',
    ],
    ['a folder', folder, `${folder}: must be a file, got a folder`],
  ])('%s', (_, path, line) => {
    expect(complaints(path, strictOptions)).toEqual([line]);
  });

  test('a file nobody may read', () => {
    const read = () => {
      throw Object.assign(new Error('denied'), { code: 'EACCES' });
    };
    expect(complaints('a.yaml', { ...strictOptions, read })).toEqual([
      'a.yaml: must be a readable file: permission is denied',
    ]);
  });

  test('a file of more than a million characters', () => {
    const read = () => '#'.repeat(1_000_001);
    expect(complaints('a.yaml', { ...strictOptions, read })).toEqual([
      'a.yaml:1:1: must be at most 1000000 characters, got 1000001',
    ]);
  });

  test('a structure too deep to read', () => {
    const read = () => '['.repeat(50_000);
    expect(complaints('a.yaml', { ...strictOptions, read })).toEqual([
      expect.stringContaining('must be a flat structure, got too many levels'),
    ]);
  });
});

describe('a mistake on the command line names the option', () => {
  const withOverrides = (overrides: NonNullable<LoadOptions['overrides']>): string[] =>
    complaints('test/scenario/good.yaml', { ...strictOptions, overrides });

  test.each([
    [{ from: 2015 }, '--from must be 2010 or 2020, got 2015'],
    [{ to: 2015 }, '--to must be later than the base year 2020, got 2015'],
    [{ to: 2030.5 }, '--to must be a whole number, got 2030.5'],
    [{ replicates: 0 }, '--replicates must be at least 1, got 0'],
    [{ seed: '' }, '--seed must not be empty, got nothing'],
    [
      { without: ['baotou-2023'] },
      '--without must be a known policy document, got "baotou-2023"; did you mean baotou-2024',
    ],
    [
      { without: ['all of it'] },
      '--without must be a document (baotou-2024) or a clause (baotou-2024:2.2.1.1), got "all of it"',
    ],
  ])('%j', (overrides, line) => {
    expect(withOverrides(overrides)).toEqual([line]);
  });
});
