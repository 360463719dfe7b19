import { workspaceCapacity } from '../kernel/workspace.ts';
import type { Population, PopulationCapacity } from '../population/population.ts';
import { TooLittleMemory } from './errors.ts';
import { expectedPersons } from './expected-persons.ts';
import type { Inputs } from './load-inputs.ts';
import { availableBytes, type MemoryNeed, memoryShortage, populationBytes } from './memory.ts';
import { partsOf } from './parts.ts';

/** Rounded down, so that the estimate errs on the side of more households. */
const PERSONS_PER_HOUSEHOLD = 2.2;
const PERSONS_PER_VILLAGE = 700;

/**
 * Refuses a run that would not fit into memory, before anything is made.
 * @throws TooLittleMemory with what would fit
 */
export function assertMemory(inputs: Inputs, workers: number, available = availableBytes()): void {
  const shortage = memoryShortage(memoryNeed(inputs, workers).need, available);
  if (shortage !== null) throw new TooLittleMemory(shortage);
}

/** What a run would need, reckoned from its census before anything is made. */
export function memoryNeed(
  { city, scenario, command }: Inputs,
  workers: number,
): { persons: number; need: MemoryNeed } {
  const persons = expectedPersons(city);
  const rows = {
    persons,
    households: Math.ceil(persons / PERSONS_PER_HOUSEHOLD),
    villages: Math.ceil(persons / PERSONS_PER_VILLAGE),
  };
  const workspace = workspaceCapacity(emptyTables(rows), scenario, city);
  const need = {
    baseBytes: populationBytes(rows),
    workspaceBytes: populationBytes(workspace),
    workers,
    sample: command.sample,
    parts: partsOf({ city, command }),
  };
  return { persons, need };
}

/** Tables that only have a number of rows: all that their size depends on. */
const emptyTables = ({ persons, households, villages }: PopulationCapacity): Population =>
  ({ persons: { rows: persons }, households: { rows: households }, villages: { rows: villages } }) as Population;
