import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load-scenario.ts';
import { parameterNames } from '../../src/scenario/parameters.ts';
import { resolvedYaml } from '../../src/scenario/resolved-yaml.ts';
import { options, readingTexts } from './options.ts';

const path = 'scenarios/baotou/no-document.yaml';
const { scenario, origins } = loadScenario(path, { ...options, overrides: { seed: 'another' } });
const text = resolvedYaml(scenario, origins);
const line = (start: string): string => text.split('\n').find((each) => each.trim().startsWith(start)) ?? '';

describe('resolvedYaml', () => {
  test('shows where each value came from: default, file or option', () => {
    expect(line('city:')).toBe('city: "150200" # scenarios/baotou.yaml:6:1');
    expect(line('title:')).toMatch(/ # scenarios\/baotou\/no-document\.yaml:2:1$/);
    expect(line('- baotou-2024')).toMatch(/ # scenarios\/baotou\/no-document\.yaml:6:20$/);
    expect(line('seed:')).toBe('seed: another # --seed');
    expect(line('income.centre:')).toMatch(/ # scenarios\/baotou\.yaml:\d+:3$/);
    expect(line('place.peers:')).toMatch(/ # default$/);
  });

  test('shows mark, range and source of a value', () => {
    expect(line('income.village:')).toContain('value: 20500, unit: yuan/year, source: ');
    expect(line('income.village:')).toContain('confidence: derived, range: [ 19900, 21100 ]');
    expect(line('base.insideShare:')).toContain('assumption: true, range: [ 0.2, 0.73 ], why: ');
  });

  test('tells reasons in both languages, and in Chinese the unit in words', () => {
    const zh = resolvedYaml(scenario, origins, 'zh');
    const of = (start: string): string => zh.split('\n').find((each) => each.trim().startsWith(start)) ?? '';
    expect(of('place.peers:')).toMatch(/source: \{ zh: .*\p{Script=Han}.*, en: one point .* # 效用；缺省值$/u);
    expect(of('income.centre:')).toMatch(/unit: yuan\/month, .* # 元\/月；scenarios\/baotou\.yaml:\d+:3$/);
    expect(zh.replaceAll(/ #.*$/gm, '')).toBe(text.replaceAll(/ #.*$/gm, ''));
  });

  test('has one line for every parameter', () => {
    for (const name of parameterNames) expect(line(`${name}:`), name).toContain('value: ');
  });

  test('read again gives the same scenario', () => {
    const again = loadScenario('again.yaml', readingTexts({ 'again.yaml': text })).scenario;
    const values = ({ parameters }: typeof scenario) =>
      parameterNames.map((name) => parameters[name].map(({ origin: _, ...value }) => value));
    expect(values(again)).toEqual(values(scenario));
    expect({ ...again, id: '', file: '', parameters: {} }).toEqual({ ...scenario, id: '', file: '', parameters: {} });
  });

  test('keeps dated values by year', () => {
    const dated = resolvedYaml(loadScenario('test/scenario/good.yaml', options).scenario);
    expect(dated).toContain(
      '- { from: 2026, value: 0.4, unit: factor, assumption: true, range: [ 0, 1 ], why: { zh: 较慢, en: slower } } # test/scenario/good.yaml:12:7',
    );
  });

  test('keeps what single counties have for themselves', () => {
    const parent = 'scenarios/baotou/kundulun-factory-closes.yaml';
    const { scenario } = loadScenario(parent, options);
    const own = resolvedYaml(scenario);
    expect(own).toContain('- { from: 2027, value: 0.6, unit: factor, assumption: true, range: [ 0.5, 0.7 ]');
    const again = loadScenario('again.yaml', readingTexts({ 'again.yaml': own })).scenario;
    const values = ({ counties }: typeof scenario) =>
      counties!['150203']!['job.capacityFactor']!.map(({ origin: _, ...value }) => value);
    expect(values(again)).toEqual(values(scenario));
  });
});
