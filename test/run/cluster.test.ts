import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOnCluster } from '../../src/run/cluster/coordinate.ts';
import { type Engine, readEngine } from '../../src/run/cluster/engine.ts';
import { jobId, type QueuedReplicate } from '../../src/run/cluster/job.ts';
import { openQueue, type ReplicateQueue } from '../../src/run/cluster/queue.ts';
import { type ServeOptions, serve } from '../../src/run/cluster/serve.ts';
import { Interrupted } from '../../src/run/errors.ts';
import type { Inputs } from '../../src/run/load-inputs.ts';
import { packageVersion } from '../../src/run/package.ts';
import { finishedOf } from '../../src/run/record/finished.ts';
import { runScenario } from '../../src/run/run-scenario.ts';
import { closeSession, openSession } from '../../src/run/session.ts';
import { openStore } from '../../src/run/store/open-store.ts';
import type { Store } from '../../src/run/store/store.ts';
import { folderName } from '../../src/run/write-run.ts';
import { hasRedis, type Redis, startRedis } from '../drill/redis.ts';
import { smallInputs, smallScenario, temporary } from './fake/small-run.ts';

const PASSWORD = 'drill';
let redis: Redis;
let folder: string;
let inputs: Inputs;
let namespaces = 0;

beforeAll(async () => {
  if (!hasRedis) return;
  redis = await startRedis(['--requirepass', PASSWORD]);
  folder = temporary('cluster');
  inputs = smallInputs(smallScenario(folder), 6);
}, 60_000);
afterAll(() => redis?.kill());

const engineOf = (namespace: string): Engine => readEngine(redis.engine, namespace, { LUOHU_REDIS_PASSWORD: PASSWORD });

interface Scene {
  readonly queue: ReplicateQueue;
  readonly store: Store;
  readonly out: string;
  readonly refusals: string[];
  /** Starts a worker; answers with what ends it. */
  join(more?: Partial<ServeOptions>): () => Promise<number>;
}

/** A queue, a store and workers of a test's own; all are ended with it. */
async function inScene(act: (scene: Scene) => Promise<void>): Promise<void> {
  const engine = engineOf(`test${namespaces++}`);
  const place = temporary('cluster-store');
  const store = await openStore(place, { make: false });
  const refusals: string[] = [];
  const queue = await openQueue(engine, { onRefusal: ({ refused }) => refusals.push(refused) });
  const ends: (() => Promise<number>)[] = [];
  const join: Scene['join'] = (more) => {
    const controller = new AbortController();
    const served = serve(engine, store, { workers: 1, leaseSeconds: 20, signal: controller.signal, ...more });
    const end = () => {
      controller.abort();
      return served;
    };
    ends.push(end);
    return end;
  };
  try {
    await act({ queue, store, out: temporary('cluster-out'), refusals, join });
  } finally {
    await Promise.all(ends.map((end) => end()));
    await queue.close();
  }
}

const job = (changed: Partial<QueuedReplicate> = {}): QueuedReplicate => ({
  folder: folderName(inputs),
  hash: inputs.hash,
  version: packageVersion,
  code: 'other',
  replicate: 0,
  strict: false,
  ...changed,
});

test.skipIf(!hasRedis)(
  'two workers and one machine come to the same bytes; a second run finds all in the store',
  async () => {
    const session = openSession(2);
    const whole = await runScenario(session, inputs, { out: path.join(folder, 'whole'), strict: false });
    await closeSession(session);
    await inScene(async ({ queue, store, out, join }) => {
      const ends = [join(), join()];
      const progress: string[] = [];
      const onProgress = (years: number, total: number) => progress.push(`${years}/${total}`);
      const run = await runOnCluster(queue, store, inputs, { out, strict: false, onProgress });
      expect(run.manifest.resultHash).toBe(whole.manifest.resultHash);
      expect(run.manifest.files).toEqual(whole.manifest.files);
      expect(progress.at(-1)).toBe('12/12');
      const done = await Promise.all(ends.map((end) => end()));
      expect(done.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(6);
      // nobody works any more: what is there is merged, and a file that was spoilt would be asked for again
      const again = await runOnCluster(queue, store, inputs, { out, strict: false });
      expect(again.manifest.resultHash).toBe(whole.manifest.resultHash);
    });
  },
  120_000,
);

test.skipIf(!hasRedis)(
  'a worker refuses a job of another version or other code, says why, and does nothing',
  async () => {
    await inScene(async ({ queue, store, refusals, join }) => {
      const told: string[] = [];
      join({ onRefused: (reason) => told.push(reason.message) });
      const controller = new AbortController();
      const asked = queue.ask([job({ version: '9.9.9' })], {
        name: 'alxa',
        signal: controller.signal,
        present: async () => new Set(),
      });
      const interrupted = expect(asked).rejects.toThrow(Interrupted);
      await expect.poll(() => refusals.length, { timeout: 20_000 }).toBeGreaterThan(0);
      controller.abort();
      await interrupted;
      expect(refusals[0]).toContain(
        `made by luohu 9.9.9, this is ${packageVersion}; the code is not that of the machine`,
      );
      expect(told).toHaveLength(1);
      expect(await store.list('')).toEqual([]);
    });
  },
  60_000,
);

test.skipIf(!hasRedis)(
  'a store that does not hold the run is told of, with the question it raises',
  async () => {
    await inScene(async ({ queue, store, out, refusals, join }) => {
      const elsewhere = path.join(out, 'elsewhere');
      mkdirSync(elsewhere);
      join();
      const controller = new AbortController();
      const other = await openStore(elsewhere, { make: false });
      const asked = runOnCluster(queue, other, inputs, { out, strict: false, signal: controller.signal });
      const interrupted = expect(asked).rejects.toThrow(Interrupted);
      await expect.poll(() => refusals.length, { timeout: 20_000 }).toBeGreaterThan(0);
      controller.abort();
      await interrupted;
      expect(refusals[0]).toContain('holds no such run; is --store the same everywhere?');
      expect(await store.list('')).toEqual([]);
    });
  },
  60_000,
);

test.skipIf(!hasRedis)('a server that cannot be reached, or lets nobody in, is told in a line', async () => {
  await expect(openQueue(readEngine('redis://127.0.0.1:1', 'a', {}))).rejects.toThrow(
    'cannot reach redis://127.0.0.1:1: the connection was refused',
  );
  await expect(openQueue(readEngine(redis.engine, 'a', {}))).rejects.toThrow(/cannot reach .*NOAUTH/);
});

test('the same replicate has the same name in the queue, and one the queue allows', () => {
  expect(jobId({ hash: 'abc', replicate: 7 })).toBe('abc-7');
});

test.skipIf(!hasRedis)('a run noted in the store by other code is refused', async () => {
  await inScene(async ({ queue, store, out }) => {
    const finished = finishedOf(store, folderName(inputs), inputs);
    await finished.begin();
    const key = `${folderName(inputs)}/run.json`;
    const record = JSON.parse(new TextDecoder().decode((await store.get(key))!)) as object;
    await store.put(key, new TextEncoder().encode(JSON.stringify({ ...record, code: 'other' })));
    const asked = runOnCluster(queue, store, inputs, { out, strict: false });
    await expect(asked).rejects.toThrow('the code of the program changed since');
    expect(readdirSync(out)).toEqual([]);
  });
});
