import { expect, it } from 'vitest';
import { handOver, takeOver } from '../../src/run/handed.ts';
import type { BaseJob, ReplicateJob } from '../../src/run/job.ts';
import { loadInputs, readShared } from '../../src/run/load-inputs.ts';

const load = () => loadInputs({ scenario: 'sanmenxia', overrides: {}, sample: 1 }, 'en', readShared());
const { scenario, city, documents } = load();
const jobOf = (replicate: number, of = { city, documents }) =>
  ({ kind: 'replicate', context: { hash: 'a', scenario, ...of }, replicate }) as unknown as ReplicateJob;
/** As a thread is given it. */
const sent = (job: ReplicateJob | BaseJob) => structuredClone(handOver(job));

it('a thread has the job it would have without, the parts in common not copied', () => {
  const job = jobOf(3);
  const taken = takeOver(sent(job));
  expect(taken).toEqual(structuredClone(job));
  const { city: _, documents: __, ...rest } = job.context;
  const bytes = (value: unknown) => JSON.stringify(value).length;
  expect(bytes(sent(job))).toBeLessThan(bytes({ ...job, context: rest }) + 200);
});

it('reads a part once, also where it was loaded anew, and another one for itself', () => {
  const cityOf = (job: ReplicateJob) => (takeOver(sent(job)) as ReplicateJob).context.city;
  expect(cityOf(jobOf(1))).toBe(cityOf(jobOf(2)));
  expect(cityOf(jobOf(1, load()))).toBe(cityOf(jobOf(2)));
  const other = { ...city, code: '000001' };
  expect(cityOf(jobOf(1, { city: other, documents })).code).toBe('000001');
  expect(cityOf(jobOf(1)).code).toBe(city.code);
});

it('hands over the city of a base population too, and leaves other jobs as they are', () => {
  const base = { kind: 'base', city, seed: 'a', sample: 1, part: 0 } as unknown as BaseJob;
  expect(takeOver(sent(base))).toEqual(structuredClone(base));
  expect(handOver({ kind: 'ping' })).toEqual({ kind: 'ping' });
});
