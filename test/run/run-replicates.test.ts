import { afterEach, beforeEach, expect, test } from 'vitest';
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

function context(replicates: number, years: number, dies = -1): RunContext {
  const scenario = { id: 'baotou', replicates, baseYear: 2020, endYear: 2020 + years };
  return { scenario, control: allocateControl(replicates), dies } as unknown as RunContext;
}

test('results come in replicate order, and progress ends at all years', async () => {
  const seen: string[] = [];
  const results = await runReplicates(pool, context(5, 2), {
    onProgress: (years, total) => seen.push(`${years}/${total}`),
  });
  expect(results.map((result) => result.replicate)).toEqual([0, 1, 2, 3, 4]);
  expect(seen.at(-1)).toBe('10/10');
});

test('asking to stop ends the run within a second', async () => {
  const controller = new AbortController();
  const run = runReplicates(pool, context(8, 1000), { signal: controller.signal });
  const rejected = expect(run).rejects.toThrow(Interrupted);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const asked = performance.now();
  controller.abort();
  await rejected;
  expect(performance.now() - asked).toBeLessThan(1000);
});

test('the first replicate that dies stops the others and is named', async () => {
  const running = context(6, 1000, 1);
  await expect(runReplicates(pool, running, {})).rejects.toThrow('baotou, replicate 1: the worker thread died');
  expect(stopRequested(running.control)).toBe(true);
});
