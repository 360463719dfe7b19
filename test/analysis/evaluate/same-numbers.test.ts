import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate, keyOf } from '../../../src/analysis/evaluate/evaluate.ts';
import { storeInMemory } from '../../../src/analysis/evaluate/store.ts';
import { applyLevers } from '../../../src/analysis/lever/apply.ts';
import { leverCatalogue } from '../../../src/analysis/lever/catalogue.ts';
import { simulate } from '../../../src/analysis/simulate.ts';
import { cacheInMemory } from '../../../src/analysis/variations/cache.ts';
import { type Evaluation, openEvaluator } from '../../../src/analysis/variations/evaluate.ts';
import { readOff } from '../../../src/analysis/variations/reading.ts';
import { type Inputs, loadInputs } from '../../../src/run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../../src/run/session.ts';

let session: Session;
let inputs: Inputs;
const years = { start: 2024, by: 2026 };
const readings = [
  { indicator: 'registered_urbanization_rate', area: 'city', from: 2026, to: 2026 },
  { indicator: 'school_places_short.primary', area: 'city', from: 2024, to: 2026 },
  { indicator: 'firm_share', area: '411202', from: 2025, to: 2026 },
];

beforeAll(() => {
  session = openSession(2);
  inputs = loadInputs(
    { scenario: 'scenarios/sanmenxia.yaml', overrides: { to: 2026, replicates: 2 }, sample: 0.01, bases: 1 },
    'en',
  );
}, 60_000);
afterAll(() => closeSession(session));

/** The scenario with one of its levers in full. */
function pulled(id: string) {
  const lever = leverCatalogue(inputs.scenario).find((each) => each.id === id)!;
  return applyLevers(inputs, [lever], [lever.most], years);
}

/** Results of the whole run, everything counted. */
const fromTheStart = (id: string | null) => simulate(session, { ...inputs, ...(id === null ? {} : pulled(id)) });

describe('evaluations', () => {
  it('of plans that share years and count what is read are the numbers of whole runs', {
    timeout: 120_000,
  }, async () => {
    const plans = [null, 'threshold.zero', 'school.places', 'information.mobilisation'];
    const evaluations = plans.flatMap((id): Evaluation[] => {
      const { scenario, documents } = id === null ? inputs : pulled(id);
      return [0, 1].map((replicate) => ({ scenario, documents, replicate, variation: `${id}` }));
    });
    const evaluator = await openEvaluator(session, inputs, readings, cacheInMemory(), { sharesYears: true });
    let simulated = 0;
    const found = await evaluator.evaluate(evaluations, { onProgress: (_, total) => (simulated = total) });
    const whole = await Promise.all(plans.map(fromTheStart));
    expect(found).toEqual(whole.flatMap((results) => results.map((result) => readOff(readings, result))));
    expect(found[0]).not.toEqual(found[6]);
    // two replicates of six years, and of three other plans the last three
    expect(simulated).toBe(2 * 6 + 6 * 3);
  });

  it('of scenarios are the whole results, with people', { timeout: 120_000 }, async () => {
    const store = storeInMemory();
    const scenarios = [inputs, { ...inputs, ...pulled('information.mobilisation') }];
    const evaluations = scenarios.map((each) => ({ inputs: each, replicates: [0, 1], people: true }));
    const hashes = await evaluate(session, evaluations, store);
    const whole = await Promise.all([fromTheStart(null), fromTheStart('information.mobilisation')]);
    const kept = (hash: string, r: number) => store.load(keyOf(hash, r, true));
    for (const [s, hash] of hashes.entries())
      for (const r of [0, 1]) expect((await kept(hash, r))!.result).toEqual(whole[s][r]);
    const people = await Promise.all(hashes.map(async (hash) => (await kept(hash, 0))!.people!.settled));
    expect(people[0].length).toBe(people[1].length);
    expect(people[0]).not.toEqual(people[1]);
  });
});
