import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { sealTable } from '../../../src/population/columns.ts';
import type { DrawKey } from '../../../src/random/draw.ts';
import { addCounts, type Counts } from './counts.ts';
import type { Order } from './worker.ts';
import { VILLAGE, type World } from './world.ts';

/** Worker threads that share a world village by village, kept warm between runs. */
export interface Threads {
  readonly run: (world: World, key: DrawKey) => Promise<Counts>;
  readonly close: () => Promise<void>;
}

export function openThreads(count: number): Threads {
  const workers = Array.from({ length: count }, () => new Worker(new URL('worker.mjs', import.meta.url)));
  return {
    async run(world, key) {
      const villages = world.households.rows / VILLAGE;
      const persons = sealTable(world.persons).buffer as SharedArrayBuffer;
      const households = sealTable(world.households).buffer as SharedArrayBuffer;
      const parts = workers.map(async (worker, n): Promise<Counts> => {
        const [first, end] = [n, n + 1].map((part) => Math.round((part * villages) / count)) as [number, number];
        worker.postMessage({ persons, households, key, first, end } satisfies Order);
        const [counts] = (await once(worker, 'message')) as [Counts];
        return counts;
      });
      return addCounts(await Promise.all(parts));
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
