import { afterAll, beforeAll, expect, test } from 'vitest';
import { valueAt } from '../../src/analysis/hindcast/target-value.ts';
import { simulate, withParameters } from '../../src/analysis/simulate.ts';
import { type Inputs, loadInputs } from '../../src/run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../src/run/session.ts';
import type { ParameterName } from '../../src/scenario/parameters.ts';

let session: Session;
let inputs: Inputs;
beforeAll(() => {
  session = openSession(2);
  const file = 'scenarios/sanmenxia/hindcast-2010.yaml';
  inputs = loadInputs({ scenario: file, overrides: { to: 2013, replicates: 2 }, sample: 0.02 }, 'en');
});
afterAll(() => closeSession(session));

const changed = (values: Partial<Record<ParameterName, number>>): Inputs => ({
  ...inputs,
  scenario: withParameters(inputs.scenario, values),
});

test('a scenario is run again and again on one base population, and parameters act', { timeout: 120_000 }, async () => {
  const asIs = await simulate(session, inputs);
  const made = [...session.made.values()].at(-1);
  const moved = await simulate(session, changed({ 'place.centreConstant': 3 }));
  const again = await simulate(session, inputs);

  expect([...session.made.values()].at(-1)).toBe(made);
  expect(asIs.map(({ replicate }) => replicate)).toEqual([0, 1]);
  expect(again.map(({ values }) => values)).toEqual(asIs.map(({ values }) => values));
  const urban = (r: typeof asIs) => valueAt(r[0], 'urban_resident_population', '411202', 2013);
  expect(urban(moved)).toBeGreaterThan(urban(asIs));

  // what a worker keeps by hash must not outlive the parameters it was made of
  const shifted = await simulate(session, changed({ 'base.registeredTownShare': 0.4 }));
  const rate = (r: typeof asIs) => valueAt(r[1], 'registered_urbanization_rate.by_place', 'city', 2010);
  expect([...session.made.values()].at(-1)).not.toBe(made);
  expect(rate(asIs)).toBeCloseTo(35.3, 0);
  expect(Math.abs(rate(shifted) - 40)).toBeLessThan(1);

  // residents by where they are registered begin as the census of 2010 counted them: 62,267 and 15,617
  const elsewhere = (origin: string) => valueAt(asIs[0], `residents_registered_elsewhere.${origin}`, 'city', 2010);
  expect(Math.abs(elsewhere('province') - 62_267)).toBeLessThan(6000);
  expect(Math.abs(elsewhere('other_province') - 15_617)).toBeLessThan(3000);
});

test('a parameter set by an analysis has one value in every year and every replicate', () => {
  const { parameters } = withParameters(inputs.scenario, { 'income.townGrowth': 0.03 });
  expect(parameters['income.townGrowth']).toMatchObject([{ from: 2010, value: 0.03, range: null }]);
  expect(parameters['income.villageGrowth']).toBe(inputs.scenario.parameters['income.villageGrowth']);
  expect(inputs.scenario.parameters['income.townGrowth'][0]?.value).toBe(0.083);
});

test.each([1.5, -0.1, Number.NaN])('a share of %d is refused', (value) => {
  expect(() => withParameters(inputs.scenario, { 'settlement.firmShare': value })).toThrow(
    `settlement.firmShare must lie in [0, 1], got ${value}`,
  );
});

test('a run asked to stop before it began does not begin', async () => {
  const stopped = AbortSignal.abort();
  const own = openSession(1);
  await expect(simulate(own, inputs, { signal: stopped })).rejects.toThrow('interrupted');
  await closeSession(own);
});
