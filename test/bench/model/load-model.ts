import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import type { ReplicateInput } from '../../../src/kernel/types.ts';
import type { Population, PopulationBuffers, PopulationCapacity } from '../../../src/population/population.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

/** A city of a built package, ready to be simulated in this process: all that the benchmarks know of the kernel's inside. */
export interface Model {
  readonly baseYear: number;
  readonly bytes: { readonly bytesPerPerson: number; readonly bytesPerHousehold: number };
  /** Code of `presence` of those who are there. */
  readonly present: number;
  /** The base population or a sample of it; parts are drawn independently. */
  readonly makeBase: (rate?: number, part?: number) => Population;
  readonly allocate: (capacity: PopulationCapacity) => Population;
  readonly share: (population: Population) => PopulationBuffers;
  readonly adopt: (buffers: PopulationBuffers) => Population;
  /** Tables for the replicates of a base population. */
  readonly workspaceOf: (base: Population) => Population;
  /** One replicate, number 1 and of weight 1 unless said otherwise. */
  readonly replicate: (tables: Pick<ReplicateInput, 'base' | 'workspace'> & Partial<ReplicateInput>) => ReplicateResult;
  readonly merge: (results: readonly ReplicateResult[]) => void;
}

/**
 * Loads the modules built in `root`/dist and one of its scenarios.
 * @param uncertainty `fixed` for parameters at their stated values
 * @param years simulated from the base year on
 */
export async function loadModel(
  root: string,
  city: string,
  years: number,
  uncertainty: Scenario['uncertainty'] = 'fixed',
): Promise<Model> {
  const load = <T>(file: string): Promise<T> =>
    import(pathToFileURL(path.resolve(root, 'dist', file)).href) as Promise<T>;
  const { loadInputs } = await load<typeof import('../../../src/run/load-inputs.ts')>('run/load-inputs.js');
  const { statedParameters } = await load<typeof import('../../../src/kernel/parameters.ts')>('kernel/parameters.js');
  const { runReplicate } = await load<typeof import('../../../src/kernel/run-replicate.ts')>('kernel/run-replicate.js');
  const { workspaceCapacity } = await load<typeof import('../../../src/kernel/workspace.ts')>('kernel/workspace.js');
  const { compileLawBook } =
    await load<typeof import('../../../src/policy/compile-law-book.ts')>('policy/compile-law-book.js');
  const { Presence } = await load<typeof import('../../../src/population/codes.ts')>('population/codes.js');
  const { bytesPerRow } = await load<typeof import('../../../src/population/columns.ts')>('population/columns.js');
  const population = await load<typeof import('../../../src/population/population.ts')>('population/population.js');
  const { synthesize } = await load<typeof import('../../../src/population/synthesis/synthesize.ts')>(
    'population/synthesis/synthesize.js',
  );
  const { baseKey } = await load<typeof import('../../../src/random/key.ts')>('random/key.js');
  const { mergeIndicators, mergeSettlements } =
    await load<typeof import('../../../src/result/merge.ts')>('result/merge.js');

  const scenarioFile = path.join(root, 'scenarios', `${city}.yaml`);
  const inputs = loadInputs({ scenario: scenarioFile, overrides: {}, sample: 1 }, 'en');
  const endYear = inputs.scenario.baseYear + years;
  const scenario = { ...inputs.scenario, endYear, uncertainty };
  const parameters = statedParameters(scenario, scenario.baseYear);
  const law = compileLawBook(inputs.documents, {
    documents: scenario.documents,
    ...scenario.policy,
    areas: inputs.city.areas,
    exploreStrength: parameters['settlement.exploreStrength'],
  });
  const input = { scenario, city: inputs.city, law, referenceLaw: law, strict: false, replicate: 1, weight: 1 };
  return {
    baseYear: scenario.baseYear,
    bytes: {
      bytesPerPerson: bytesPerRow(population.personSpec),
      bytesPerHousehold: bytesPerRow(population.householdSpec),
    },
    present: Presence.present,
    makeBase: (rate = 1, part = 0) =>
      synthesize(inputs.city, parameters, baseKey(scenario.seed, Number(inputs.city.code), part), rate).population,
    allocate: population.allocatePopulation,
    share: population.shareBuffers,
    adopt: population.adoptPopulation,
    workspaceOf: (base) => population.allocatePopulation(workspaceCapacity(base, scenario, inputs.city)),
    replicate: (tables) => runReplicate({ ...input, ...tables }),
    merge: (results) => {
      mergeIndicators(results);
      mergeSettlements(results);
    },
  };
}
