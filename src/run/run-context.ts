import { workspaceCapacity } from '../kernel/workspace.ts';
import { adoptPopulation } from '../population/population.ts';
import { allocateControl } from './control.ts';
import type { Base, RunContext } from './job.ts';
import type { Inputs } from './load-inputs.ts';
import { ofOneBase } from './one-base.ts';
import { partsOf } from './parts.ts';

/**
 * What the workers are given for a scenario.
 * @param base one of those the replicates take in turn, or the one they all share
 */
export function contextOf(
  inputs: Inputs,
  base: Base,
  strict: boolean,
  {
    microdataFolder = null,
    shared = partsOf(inputs) === 1,
  }: { microdataFolder?: string | null; shared?: boolean } = {},
): RunContext {
  const { city, documents, hash, command } = inputs;
  const scenario = shared ? ofOneBase(inputs.scenario) : inputs.scenario;
  return {
    hash,
    scenario,
    city,
    documents,
    base: base.buffers,
    capacity: workspaceCapacity(adoptPopulation(base.buffers), scenario, city),
    weight: 1 / command.sample,
    strict,
    control: allocateControl(scenario.replicates),
    ...(command.microdata ? { microdata: { ...command.microdata, folder: microdataFolder } } : {}),
    ...(command.wholeOnly ? { wholeOnly: true } : {}),
  };
}
