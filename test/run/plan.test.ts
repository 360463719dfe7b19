import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { isPlan, readPlan } from '../../src/run/plan/read-plan.ts';
import type { InputError } from '../../src/scenario/errors.ts';
import { temporary } from './fake/small-run.ts';

let folder: string;
beforeEach(() => {
  folder = temporary('plan');
  mkdirSync(path.join(folder, 'cities'));
  for (const name of ['a.yaml', 'b.yaml', 'notes.txt']) writeFileSync(path.join(folder, 'cities', name), 'city: "1"\n');
});

function plan(text: string): string {
  const file = path.join(folder, 'plan.yaml');
  writeFileSync(file, text);
  return file;
}

function mistakes(text: string): string[] {
  try {
    readPlan(plan(text), {}, 'en');
    return [];
  } catch (error) {
    return (error as InputError).issues.map(
      ({ line, column, path: at, message }) => `${line}:${column} ${at} ${message}`,
    );
  }
}

test('each scenario is crossed with each variation, city by city; the command line wins over both', () => {
  const file = plan(`
plan: two cities, two ways to count
scenarios: [cities/*.yaml, other/c.yaml, cities/a.yaml]
variations: [{}, {definition: place, to: 2025}]
replicates: 5
seed: 7
to: 2030
sample: 0.1
`);
  expect(isPlan(file)).toBe(true);
  const runs = readPlan(file, { overrides: { replicates: 2 } }, 'en');
  expect(runs).toHaveLength(6);
  expect(runs.map(({ scenario }) => path.relative(folder, scenario))).toEqual(
    ['cities/a.yaml', 'cities/b.yaml', 'other/c.yaml'].flatMap((each) => [each, each]),
  );
  expect(runs[0]).toMatchObject({ sample: 0.1, overrides: { seed: '7', replicates: 2, to: 2030 } });
  expect(runs[1]).toMatchObject({
    sample: 0.1,
    overrides: { seed: '7', replicates: 2, to: 2025, definition: 'place' },
  });
  expect(readPlan(file, { sample: 1 }, 'en')[0].sample).toBe(1);
});

test('a scenario is no plan, and neither is what cannot be read', () => {
  expect(isPlan(path.join(folder, 'cities', 'a.yaml'))).toBe(false);
  expect(isPlan(path.join(folder, 'nothing.yaml'))).toBe(false);
  expect(isPlan(folder)).toBe(false);
});

test('every mistake has its place', () => {
  expect(mistakes('plan: x\nscenarios: [cities/*.yml, none/*]\n')).toEqual([
    '2:13 scenarios.0 must name scenario files, got none like cities/*.yml',
    '2:27 scenarios.1 must name scenario files, got none like none/*',
  ]);
  expect(mistakes('plan: x\nscenarios: []\nreplicates: 0\nsamples: 1\n')).toHaveLength(3);
  expect(mistakes('plan: x\nscenarios: [a.yaml]\nvariations: [{sample: 0.5}]\n')).toEqual([
    '3:15 variations.0.sample must be a known key, got "sample"; here are known seed, replicates, from, to, without, definition',
  ]);
});
