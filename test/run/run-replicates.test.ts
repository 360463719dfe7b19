import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Contexts, oneContext } from '../../src/run/contexts.ts';
import { allocateControl, stopRequested } from '../../src/run/control.ts';
import { Interrupted } from '../../src/run/errors.ts';
import type { RunContext } from '../../src/run/job.ts';
import { openPool, type Pool } from '../../src/run/pool.ts';
import { runReplicates } from '../../src/run/run-replicates.ts';

let pool: Pool;
beforeEach(() => {
  pool = openPool(2, new URL('./fake/task.mjs', import.meta.url).href);
});
afterEach(() => pool.close());

type Running = Pick<Contexts, 'control' | 'of'>;

/** A scenario of so many replicates and years, and what its replicates are given. */
function running(replicates: number, years: number, dies = -1): [RunContext['scenario'], Running] {
  const scenario = { id: 'baotou', replicates, baseYear: 2020, endYear: 2020 + years } as RunContext['scenario'];
  return [scenario, oneContext({ scenario, control: allocateControl(replicates), dies } as unknown as RunContext)];
}

test('results come in replicate order, and progress ends at all years', async () => {
  const seen: string[] = [];
  const results = await runReplicates(pool, ...running(5, 2), {
    onProgress: (years, total) => seen.push(`${years}/${total}`),
  });
  expect(results.map((result) => result.replicate)).toEqual([0, 1, 2, 3, 4]);
  expect(seen.at(-1)).toBe('10/10');
});

test('asking to stop ends the run within a second', async () => {
  const controller = new AbortController();
  const run = runReplicates(pool, ...running(8, 1000), { signal: controller.signal });
  const rejected = expect(run).rejects.toThrow(Interrupted);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const asked = performance.now();
  controller.abort();
  await rejected;
  expect(performance.now() - asked).toBeLessThan(1000);
});

test('the first replicate that dies stops the others and is named', async () => {
  const [scenario, contexts] = running(6, 1000, 1);
  const died = runReplicates(pool, scenario, contexts, {});
  await expect(died).rejects.toThrow('baotou, replicate 1: the worker thread died');
  expect(stopRequested(contexts.control)).toBe(true);
});

test('enough of the first replicates ends the run, and no replicate that follows a gap is among them', async () => {
  const seen: number[] = [];
  const results = await runReplicates(pool, ...running(500, 2), {
    enough: (first) => {
      seen.push(first.length);
      return first.length >= 7;
    },
  });
  expect(results.length).toBeGreaterThanOrEqual(7);
  expect(results.length).toBeLessThan(500);
  expect(results.map(({ replicate }) => replicate)).toEqual(results.map((_, r) => r));
  expect(seen.filter((count) => count >= 7)).toHaveLength(1);
});
