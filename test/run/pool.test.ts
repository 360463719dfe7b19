import { afterEach, expect, test } from 'vitest';
import { Interrupted, JobFailed } from '../../src/run/errors.ts';
import type { Job } from '../../src/run/job.ts';
import { openPool, type Pool } from '../../src/run/pool.ts';

const entry = new URL('./fake/task.mjs', import.meta.url).href;
const job = (what: string, value?: unknown) => ({ do: what, value }) as unknown as Job;

let pool: Pool;
afterEach(() => pool.close());

test('a job is answered', async () => {
  pool = openPool(1, entry);
  expect(await pool.run(job('answer', 42), 'baotou')).toBe(42);
});

test('a job that fails names itself and the reason, and the next one is done', async () => {
  pool = openPool(1, entry);
  const failure = pool.run(job('fail'), 'baotou, replicate 3');
  await expect(failure).rejects.toThrow(JobFailed);
  await expect(failure).rejects.toThrow('baotou, replicate 3: a household without a head');
  await expect(pool.run(job('throw'), 'x')).rejects.toThrow('x: thrown');
  expect(await pool.run(job('answer', 1), 'y')).toBe(1);
});

test('a thread that dies fails its job with a clear message, and the next job is done', async () => {
  pool = openPool(1, entry);
  await expect(pool.run(job('exit'), 'baotou, replicate 3')).rejects.toThrow(
    'baotou, replicate 3: the worker thread died (worker exited with code: 7)',
  );
  expect(await pool.run(job('answer', 1), 'y')).toBe(1);
});

test('closing interrupts what is running, at once', async () => {
  pool = openPool(1, entry);
  const endless = pool.run(job('loop'), 'baotou');
  const rejected = expect(endless).rejects.toThrow(Interrupted);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const asked = performance.now();
  await pool.close();
  await rejected;
  expect(performance.now() - asked).toBeLessThan(1000);
});
