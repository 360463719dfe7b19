import { workspaceCapacity } from '../kernel/workspace.ts';
import { adoptPopulation } from '../population/population.ts';
import { allocateControl } from './control.ts';
import type { Base, RunContext } from './job.ts';
import type { Inputs } from './load-inputs.ts';

/** What the workers are given for a scenario. */
export function contextOf(
  { scenario, city, documents, hash, command }: Inputs,
  base: Base,
  strict: boolean,
  microdataFolder: string | null = null,
): RunContext {
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
