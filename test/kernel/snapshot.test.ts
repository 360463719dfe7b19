import { beforeAll, describe, expect, it } from 'vitest';
import type { Asked } from '../../src/indicator/asked.ts';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import { firstYears, type Snapshot } from '../../src/kernel/snapshot.ts';
import type { ReplicateInput } from '../../src/kernel/types.ts';
import { peopleOutcomes } from '../../src/run/people-outcomes.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { replicateInput, type SampledCity, sampledCity } from '../support/sanmenxia.ts';

let town: SampledCity;
let workspace: ReplicateInput['workspace'];
const END = 2028;

beforeAll(() => {
  town = sampledCity('scenarios/sanmenxia.yaml', 0.01);
  workspace = replicateInput(town).workspace;
}, 120_000);

/** A replicate under a law, with its people. */
function run(policy: Partial<Scenario['policy']>, changes: Partial<ReplicateInput> = {}) {
  const scenario: Scenario = {
    ...(changes.scenario ?? town.scenario),
    endYear: END,
    policy: { ...town.scenario.policy, ...policy },
  };
  const input = replicateInput(town, { workspace, ...changes, scenario, weight: 100 });
  const { personYears, values, settlements } = runReplicate(input);
  return { personYears, values, settlements, people: peopleOutcomes(workspace, town.base.persons.rows, 2020) };
}

/** What a replicate under the law as it stands leaves at the end of a year. */
function snapshotOf(year: number, changes: Partial<ReplicateInput> = {}): Snapshot {
  let taken: Snapshot | undefined;
  run({}, { ...changes, snapshotAfter: year, onSnapshot: (snapshot) => (taken = snapshot) });
  return taken!;
}

describe('a replicate that goes on from a snapshot', () => {
  it.each([2020, 2023, 2027])('gives the same bits as from the start, numbers and people, from %i on', (year) => {
    const changes = { replicate: 3 };
    expect(run({}, { ...changes, begin: snapshotOf(year, changes) })).toEqual(run({}, changes));
  });

  it('goes on under another law, whose routes have other numbers', () => {
    // a route of another city, in force from 2026 on
    const add = [{ clause: 'baotou-2024:2.2.1.1', from: '2026-01-01' }];
    const before = town.lawOf(town.scenario.policy).routes.length;
    expect(town.lawOf({ ...town.scenario.policy, add }).routes.length).toBeGreaterThan(before);
    const whole = run({ add });
    expect(run({ add }, { begin: snapshotOf(2025) })).toEqual(whole);
    expect(whole.values).not.toEqual(run({}).values);
  });

  it('goes on with a parameter that changes later, and where little is counted', () => {
    const [entry] = town.scenario.parameters['rental.growth'];
    const later = { ...entry, from: 2025, value: entry.value + 0.3, range: null };
    const parameters = { ...town.scenario.parameters, 'rental.growth': [entry, later] };
    const scenario = { ...town.scenario, parameters };
    const asked: Asked[] = [
      { indicators: ['registered_urbanization_rate', 'public_rental_waiting'], from: 2022, to: END },
    ];
    const begin = snapshotOf(2024, { asked });
    const whole = run({}, { scenario, asked });
    expect(run({}, { scenario, asked, begin })).toEqual(whole);
    expect(whole.values).not.toEqual(run({}, { asked }).values);
  });

  it('holds every number of its years, however many years there are', () => {
    for (let years = 1; years <= 60; years++)
      for (const width of [1, 7, 2310])
        for (let done = 1; done <= years; done++)
          expect(firstYears(new Float64Array(width * years), done, years)).toHaveLength(width * done);
  });

  it('leaves the snapshot as it was', () => {
    const begin = snapshotOf(2022);
    const first = run({}, { begin });
    expect(run({}, { begin })).toEqual(first);
  });
});
