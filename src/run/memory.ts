import os from 'node:os';
import { bytesPerRow } from '../population/columns.ts';
import { householdSpec, type PopulationCapacity, personSpec, villageSpec } from '../population/population.ts';
import type { MemoryShortage } from './errors.ts';

/** Program, tables of numbers and results of the main thread. */
const PROGRAM_BYTES = 250e6;
/** Heap of one worker beside its tables. */
const WORKER_BYTES = 120e6;

/** Bytes of a population of that many rows. */
export function populationBytes(capacity: PopulationCapacity): number {
  return (
    capacity.persons * bytesPerRow(personSpec) +
    capacity.households * bytesPerRow(householdSpec) +
    capacity.villages * bytesPerRow(villageSpec)
  );
}

/** Memory this process may still take: the machine's, or what a container's limit leaves. */
export const availableBytes = (): number => process.availableMemory?.() ?? os.freemem();

export interface MemoryNeed {
  /** Bytes of the base population at full scale. */
  readonly baseBytes: number;
  /** Bytes of one worker's own tables at full scale. */
  readonly workspaceBytes: number;
  readonly workers: number;
  /** Share of the persons there are. */
  readonly sample: number;
  /** Base populations held at a time. */
  readonly parts: number;
}

/** Most memory the run holds at one time: either while the base is made, or while replicates run. */
export function neededBytes({ baseBytes, workspaceBytes, workers, sample, parts }: MemoryNeed): number {
  const making = PROGRAM_BYTES + WORKER_BYTES + 2 * sample * baseBytes;
  const running = PROGRAM_BYTES + parts * sample * baseBytes + workers * (WORKER_BYTES + sample * workspaceBytes);
  return Math.max(making, running);
}

/** What is missing for a run, and the number of workers or the sample that would fit; null when there is enough. */
export function memoryShortage(need: MemoryNeed, available: number): MemoryShortage | null {
  const needed = neededBytes(need);
  if (needed <= available) return null;
  const fits = (change: Partial<MemoryNeed>) => neededBytes({ ...need, ...change }) <= available;
  const fewer = Array.from({ length: need.workers - 1 }, (_, i) => need.workers - 1 - i);
  const smaller = Array.from({ length: 99 }, (_, i) => (99 - i) / 100).filter((sample) => sample < need.sample);
  return {
    neededBytes: needed,
    availableBytes: available,
    workers: need.workers,
    fittingWorkers: fewer.find((workers) => fits({ workers })) ?? null,
    fittingSample: smaller.find((sample) => fits({ sample })) ?? null,
  };
}
