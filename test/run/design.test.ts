import { expect, test } from 'vitest';
import { designed, designOf } from '../../src/run/design.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { partOf, partsOf } from '../../src/run/parts.ts';

const baotou = (sample: number, overrides = {}) =>
  loadInputs({ scenario: 'scenarios/baotou.yaml', overrides, sample }, 'en');

test.each([
  [20e3, 1, 200],
  [263e3, 0.2, 200],
  [2.3e6, 0.03, 200],
  [25e6, 0.003, 200],
  [32e6, 0.002, 200],
])('of %d persons a sample of %d and %d replicates are run', (persons, sample, replicates) => {
  expect(designOf(persons, {})).toEqual({ sample, replicates });
});

test('what is said stays; a whole city has as many replicates as there is time for, but twenty', () => {
  expect(designOf(2.9e6, { sample: 0.02, replicates: 7 })).toEqual({ sample: 0.02, replicates: 7 });
  expect(designOf(2.9e6, { replicates: 7 })).toEqual({ sample: 0.02, replicates: 7 });
  expect(designOf(2.9e6, { sample: 1 })).toEqual({ sample: 1, replicates: 20 });
  expect(designOf(0.6e6, { sample: 1 })).toEqual({ sample: 1, replicates: 20 });
});

test('a run takes its replicates from the command or the scenario, and is recorded as it was run', () => {
  const open = designed(baotou(1), undefined);
  expect(open.command).toMatchObject({ sample: 0.02, overrides: { replicates: 200 } });
  expect(open.scenario.replicates).toBe(200);
  expect(baotou(0.02, { replicates: 200 }).hash).toBe(open.hash);
  expect(designed(baotou(1, { replicates: 3 }), 1).scenario.replicates).toBe(3);
});

test('a whole city and a place of a province have one base population, a sample as many as memory holds', () => {
  expect(partsOf(baotou(1))).toBe(1);
  expect(partsOf(baotou(0.5))).toBe(3);
  expect(partsOf(baotou(0.01))).toBe(50);
  const inputs = baotou(0.01);
  expect(partsOf({ ...inputs, command: { ...inputs.command, wholeOnly: true } })).toBe(1);
  expect([0, 1, 49, 50, 123].map((replicate) => partOf(inputs, replicate))).toEqual([0, 1, 49, 0, 23]);
});
