import { statedParameters } from '../../src/kernel/parameters.ts';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import type { ReplicateInput } from '../../src/kernel/types.ts';
import { workspaceCapacity } from '../../src/kernel/workspace.ts';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import { allocatePopulation, type Population } from '../../src/population/population.ts';
import { synthesize } from '../../src/population/synthesis/synthesize.ts';
import { baseKey } from '../../src/random/key.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const SAMPLE = 0.04;

/**
 * One person in twenty-five of the city of Sanmenxia (or another sample of another scenario), made once a test file.
 * @param made the base population, where it has been made before
 */
export function sampledCity(file = 'scenarios/sanmenxia.yaml', sample = SAMPLE, made?: Population) {
  const inputs = loadInputs({ scenario: file, overrides: {}, sample } as Parameters<typeof loadInputs>[0], 'en');
  const { scenario, city, documents } = inputs;
  const key = baseKey(scenario.seed, Number(city.code));
  const base = made ?? synthesize(city, statedParameters(scenario, scenario.baseYear), key, sample).population;
  const lawOf = (policy: Scenario['policy']) =>
    compileLawBook(documents, { documents: scenario.documents, ...policy, areas: city.areas });
  return { scenario, city, documents, base, lawOf };
}

export type SampledCity = ReturnType<typeof sampledCity>;

/** Input of one replicate with everything at the scenario's own values, unless said otherwise. */
export function replicateInput(town: SampledCity, changes: Partial<ReplicateInput> = {}): ReplicateInput {
  const scenario = changes.scenario ?? town.scenario;
  const base: Population = changes.base ?? town.base;
  return {
    city: town.city,
    law: town.lawOf(scenario.policy),
    referenceLaw: town.lawOf({ ...scenario.policy, without: [], add: [] }),
    workspace: allocatePopulation(workspaceCapacity(base, scenario, town.city)),
    replicate: 1,
    weight: 1 / SAMPLE,
    strict: true,
    ...changes,
    scenario,
    base,
  };
}

export const simulate = (town: SampledCity, changes: Partial<ReplicateInput> = {}) =>
  runReplicate(replicateInput(town, changes));
