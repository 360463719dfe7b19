import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIssue, InputError } from '../../src/scenario/errors.ts';
import { loadScenario } from '../../src/scenario/load-scenario.ts';
import { parameterNames, parameterSpecs } from '../../src/scenario/parameters.ts';
import { options, readingTexts } from './options.ts';

const good = readFileSync('test/scenario/good.yaml', 'utf8');

describe('loadScenario', () => {
  test('fills in what the file leaves out', () => {
    const { scenario } = loadScenario('test/scenario/good.yaml', options);
    expect(scenario).toMatchObject({
      id: 'good',
      file: 'test/scenario/good.yaml',
      seed: 'luohu',
      replicates: 20,
      uncertainty: 'prior',
      policy: { without: [], add: [] },
    });
    expect(Object.keys(scenario.parameters)).toEqual(parameterNames);
    const { value, range, mark, source } = parameterSpecs['housing.rent'];
    expect(scenario.parameters['housing.rent']).toEqual([
      { from: 2020, value, range, mark, source, origin: 'default' },
    ]);
  });

  test('keeps the place, source, mark and range of what the file sets', () => {
    const { parameters } = loadScenario('test/scenario/good.yaml', options).scenario;
    expect(parameters['income.town']).toEqual([
      {
        from: 2020,
        value: 3700,
        range: [3500, 3900],
        mark: 'published',
        source: { zh: 'a table', en: 'a table' },
        origin: 'test/scenario/good.yaml:9:3',
      },
    ]);
    expect(parameters['reclassification.factor']).toEqual([
      {
        from: 2020,
        value: 1,
        range: null,
        mark: 'published',
        source: { zh: 'a table', en: 'a table' },
        origin: 'test/scenario/good.yaml:11:7',
      },
      {
        from: 2026,
        value: 0.4,
        range: [0, 1],
        mark: 'assumption',
        source: { zh: '较慢', en: 'slower' },
        origin: 'test/scenario/good.yaml:12:7',
      },
    ]);
  });

  test('hands back every file it read, the scenario first', () => {
    const texts = { 's/good.yaml': good, 's/good/a.yaml': 'extends: ../good.yaml\n' };
    const { files } = loadScenario('s/good/a.yaml', readingTexts(texts));
    expect(files).toEqual([
      { path: 's/good/a.yaml', text: texts['s/good/a.yaml'] },
      { path: 's/good.yaml', text: good },
    ]);
  });

  test('lets the command line have the last word', () => {
    const overrides = { seed: '7', replicates: 3, from: 2010, to: 2019, without: ['baotou-2024'] };
    const { scenario, origins } = loadScenario('test/scenario/good.yaml', { ...options, overrides });
    expect(scenario).toMatchObject({ seed: '7', replicates: 3, baseYear: 2010, endYear: 2019 });
    expect(scenario.policy.without).toEqual(['baotou-2024']);
    expect(origins.baseYear).toEqual(['--from']);
  });

  test('takes a number for the seed as its digits', () => {
    const texts = { 'good.yaml': `${good}seed: 42\n` };
    expect(loadScenario('good.yaml', readingTexts(texts)).scenario.seed).toBe('42');
  });

  test('does not need the text to end a line as Unix does', () => {
    const texts = { 'good.yaml': `\uFEFF${good.replaceAll('\n', '\r\n')}` };
    const { parameters } = loadScenario('good.yaml', readingTexts(texts)).scenario;
    expect(parameters['income.town'][0]?.origin).toBe('good.yaml:9:3');
  });
});

describe('a variation', () => {
  const vary = (text: string, more: Record<string, string> = {}) =>
    loadScenario('s/good/a.yaml', readingTexts({ 's/good.yaml': good, 's/good/a.yaml': text, ...more })).scenario;

  test('is named after its city and itself', () => {
    expect(vary('extends: ../good.yaml\n').id).toBe('good.a');
  });

  test('replaces parameters one by one and lists as a whole', () => {
    const scenario = vary(
      'extends: ../good.yaml\ndocuments: [national-2014]\nparameters:\n  income.town: {value: 1, unit: yuan/month, source: x}\n',
    );
    expect(scenario.documents).toEqual(['national-2014']);
    expect(scenario.parameters['income.town'][0]).toMatchObject({ value: 1, range: null, origin: 's/good/a.yaml:4:3' });
    expect(scenario.parameters['reclassification.factor']).toHaveLength(2);
  });

  test('adds to the changes in the law of what it varies', () => {
    const scenario = vary('extends: b.yaml\npolicy: {without: ["baotou-2024:2.2.3.1", "baotou-2024:2.2.1.1"]}\n', {
      's/good/b.yaml':
        'extends: ../good.yaml\npolicy: {without: ["baotou-2024:2.2.1.1"], add: [{clause: "chifeng-2016:2.1.2", from: 2022-01-01}]}\n',
    });
    expect(scenario.id).toBe('good.a');
    expect(scenario.policy).toEqual({
      without: ['baotou-2024:2.2.1.1', 'baotou-2024:2.2.3.1'],
      add: [{ clause: 'chifeng-2016:2.1.2', from: '2022-01-01' }],
      readings: {},
    });
  });

  test('takes the reading of a disputed clause, and the variation’s before the parent’s', () => {
    const scenario = vary('extends: b.yaml\npolicy: {readings: {"chifeng-2016:2.1.1": purposive}}\n', {
      's/good/b.yaml':
        'extends: ../good.yaml\npolicy: {readings: {"chifeng-2016:2.1.1": strict, "chifeng-2016:3.1": districts}}\n',
    });
    expect(scenario.policy.readings).toEqual({ 'chifeng-2016:2.1.1': 'purposive', 'chifeng-2016:3.1': 'districts' });
  });
});

describe('warnings', () => {
  test('tell of values and clauses that never come into force', () => {
    const text = `${good}policy: {add: [{clause: "chifeng-2016:2.1.2", from: 2040-01-01}]}\n`
      .replace('from: 2026', 'from: 2036')
      .replace(
        '  income.town',
        '  housing.rent: [{from: 2010, value: 700, unit: yuan/month, source: a}, {from: 2015, value: 800, unit: yuan/month, source: a}]\n  income.town',
      );
    const { warnings } = loadScenario('good.yaml', readingTexts({ 'good.yaml': text }));
    expect(warnings.map(formatIssue)).toEqual([
      'good.yaml:14:53: policy.add.0.from must not be later than the end year 2035, got 2040-01-01: never in force',
      'good.yaml:9:25: parameters.housing.rent.0.from must hold in the base year 2020, got replaced in 2015: never in force',
      'good.yaml:13:14: parameters.reclassification.factor.1.from must not be later than the end year 2035, got 2036: never in force',
    ]);
  });

  const beyond = (endYear: number, lang: 'zh' | 'en') => {
    const texts = readingTexts({ 'good.yaml': good.replace('endYear: 2035', `endYear: ${endYear}`) });
    return loadScenario('good.yaml', { ...texts, lang, lastVitalYear: 2040 }).warnings.map(formatIssue);
  };

  test('tell of an end year beyond the vital tables', () => {
    expect(beyond(2040, 'en')).toEqual([]);
    expect(beyond(2045, 'en')).toEqual([
      expect.stringMatching(
        /^good\.yaml:\d+:10: endYear must not be later than 2040, the last year of the vital tables, got 2045: later years hold the death and birth rates of 2040 and .* the time grows with the years, to 2045 some \d\.\d times what it takes to 2035$/,
      ),
    ]);
    expect(beyond(2045, 'zh')).toEqual([
      expect.stringContaining(
        'endYear 应不晚于生命率表的末年 2040，实际为 2045；此后各年的死亡率和生育率沿用 2040 年的数',
      ),
    ]);
  });
});

describe('whatever stands in the file', () => {
  const refusesOrLoads = (text: string): void => {
    try {
      loadScenario('good.yaml', readingTexts({ 'good.yaml': text }));
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      for (const issue of (error as InputError).issues) expect(formatIssue(issue)).not.toContain('\n');
    }
  };
  const snippets = fc.constantFrom(
    ...[
      'null',
      '[]',
      '{}',
      '&a',
      '*a',
      '<<',
      '__proto__',
      'constructor',
      '? ',
      '- ',
      ': ',
      '\t',
      '\n',
      '"',
      '|',
      '.inf',
      '1e999',
      '!!set',
      '---',
      '%YAML 1.1',
      '0o7',
      '~',
      'true',
    ],
  );

  test('a mutated file is loaded or refused with InputError', () => {
    const mutation = fc.tuple(
      fc.nat(good.length),
      fc.nat(30),
      fc.oneof(snippets, fc.string({ maxLength: 8, unit: 'binary' })),
    );
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const text = mutations.reduce(
          (old, [at, length, put]) => old.slice(0, at) + put + old.slice(at + length),
          good,
        );
        refusesOrLoads(text);
      }),
      { numRuns: 200 },
    );
  });

  test('any JSON under any key is loaded or refused with InputError', () => {
    const keys = [
      'extends',
      'id',
      'title',
      'city',
      'baseYear',
      'endYear',
      'seed',
      'documents',
      'policy',
      'parameters',
      '__proto__',
    ];
    const parameters = fc.dictionary(
      fc.constantFrom('income.town', 'settlement.actHazard', '__proto__', 'toString'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.jsonValue(), parameters)), (value) => {
        refusesOrLoads(JSON.stringify(value));
      }),
      { numRuns: 200 },
    );
  });
});
