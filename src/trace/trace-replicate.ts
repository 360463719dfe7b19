import type { ReplicateResult } from '../indicator/result.ts';
import { statedParameters } from '../kernel/parameters.ts';
import { runReplicate } from '../kernel/run-replicate.ts';
import type { ReplicateInput } from '../kernel/types.ts';
import { compileLawBook } from '../policy/compile-law-book.ts';
import { adoptPopulation, allocatePopulation } from '../population/population.ts';
import { baseRequest } from '../run/base.ts';
import { JobFailed } from '../run/errors.ts';
import { executeJob } from '../run/execute-job.ts';
import type { Base, Outcome } from '../run/job.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { partOf } from '../run/parts.ts';
import { contextOf } from '../run/run-context.ts';

/**
 * The base population a replicate of a run started from, made on the calling thread.
 * @throws JobFailed
 */
export function remakeBase(inputs: Inputs, replicate: number): Base {
  const { name, ...request } = baseRequest(inputs, partOf(inputs, replicate));
  const outcome = executeJob({ kind: 'base', ...request }) as Outcome<Base>;
  if (!outcome.ok) throw new JobFailed(name, outcome.detail);
  return outcome.value;
}

/** One replicate of a run on the calling thread, looked at while it runs; the numbers are those of the run. */
export function replay(
  inputs: Inputs,
  base: Base,
  replicate: number,
  observer: Required<Pick<ReplicateInput, 'watch' | 'onBegin' | 'onStep'>>,
): ReplicateResult {
  const { city, documents } = inputs;
  const { scenario, capacity, weight } = contextOf(inputs, base, false);
  const exploreStrength = statedParameters(scenario, scenario.baseYear)['settlement.exploreStrength'];
  const lawOf = (policy: typeof scenario.policy) =>
    compileLawBook(documents, { documents: scenario.documents, areas: city.areas, exploreStrength, ...policy });
  return runReplicate({
    scenario,
    city,
    law: lawOf(scenario.policy),
    referenceLaw: lawOf({ ...scenario.policy, without: [], add: [] }),
    base: adoptPopulation(base.buffers),
    workspace: allocatePopulation(capacity),
    replicate,
    weight,
    strict: false,
    ...observer,
  });
}
