import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load-scenario.ts';
import { parameterNames } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { options } from './options.ts';

const cities = ['baotou', 'chifeng', 'qingyang', 'sanmenxia'];
const variations = cities.flatMap((city) =>
  readdirSync(`scenarios/${city}`)
    .filter((file) => file.endsWith('.yaml'))
    .map((file): [string, string] => [city, file.replace('.yaml', '')]),
);

const load = (path: string): Scenario => loadScenario(`scenarios/${path}.yaml`, options).scenario;

/** Names of the parameters whose values differ, and of the other keys that do. */
function differences(a: Scenario, b: Scenario): string[] {
  const keys = (Object.keys(a) as (keyof Scenario)[]).filter((key) => key !== 'parameters');
  const differs = (x: unknown, y: unknown): boolean => JSON.stringify(x) !== JSON.stringify(y);
  const undated = (scenario: Scenario, name: (typeof parameterNames)[number]): unknown =>
    scenario.parameters[name].map((entry) => ({
      ...entry,
      from: entry.from === scenario.baseYear ? 'base' : entry.from,
    }));
  return [
    ...keys.filter((key) => differs(a[key], b[key])),
    ...parameterNames.filter((name) => differs(undated(a, name), undated(b, name))),
  ].sort();
}

describe('the scenarios of the four cities', () => {
  test.each(cities)('%s loads without a warning and projects 2020 to 2035', (city) => {
    const { scenario, warnings } = loadScenario(`scenarios/${city}.yaml`, options);
    expect(warnings).toEqual([]);
    expect(scenario).toMatchObject({ id: city, baseYear: 2020, endYear: 2035 });
  });

  const paths = [...cities, ...variations.map((each) => each.join('/'))];
  test.each(paths)('%s says in both languages where every value it sets comes from', (path) => {
    const { parameters } = load(path);
    for (const name of parameterNames) {
      for (const { source } of parameters[name]) {
        expect(source.zh, name).toMatch(/\p{Script=Han}/u);
        expect(source.en, name).toMatch(/^[^\p{Script=Han}]+$/u);
      }
    }
  });

  test.each(variations)('%s/%s loads without a warning and asks its own question', (city, name) => {
    const { scenario, warnings } = loadScenario(`scenarios/${city}/${name}.yaml`, options);
    expect(warnings).toEqual([]);
    expect(scenario.id).toBe(`${city}.${name}`);
    expect(scenario.question).not.toEqual(load(city).question);
    expect(scenario.question.zh).toMatch(/？$/);
    expect(scenario.question.en).toMatch(/\?$/);
  });

  const named = ['file', 'id', 'question', 'title'];
  test.each([
    ['no-document', [...named, 'policy']],
    ['thresholds-as-before', [...named, 'policy']],
    ['land-not-believed', [...named, 'settlement.beliefDecay', 'settlement.landBeliefShare']],
    ['hindcast-2010', [...named, 'baseYear', 'endYear', 'income.townGrowth', 'income.villageGrowth', 'job.creation']],
  ])('%s differs from its city only in what it is about', (name, expected) => {
    for (const city of cities) {
      expect(differences(load(`${city}/${name}`), load(city))).toEqual([...expected].sort());
    }
  });

  test.each(cities)('%s without its document keeps the national ones', (city) => {
    const { documents, policy } = load(`${city}/no-document`);
    expect(policy.without).toEqual([documents.at(-1)]);
    expect(documents).toContain('national-2014');
  });
});
