import { mkdirSync, readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOnCluster } from '../../src/result/run-on-cluster.ts';
import { runScenario } from '../../src/result/run-scenario.ts';
import { loadQueues } from '../../src/run/cluster/connection.ts';
import { deadLettersIn } from '../../src/run/cluster/dead-letters.ts';
import { readEngine } from '../../src/run/cluster/engine.ts';
import { jobId, type QueuedReplicate } from '../../src/run/cluster/job.ts';
import { openQueue, type ReplicateQueue } from '../../src/run/cluster/queue.ts';
import { type ServeOptions, serve } from '../../src/run/cluster/serve.ts';
import { codeHash } from '../../src/run/code.ts';
import { Interrupted } from '../../src/run/errors.ts';
import { folderName } from '../../src/run/folder-name.ts';
import type { Inputs } from '../../src/run/load-inputs.ts';
import { packageVersion } from '../../src/run/package.ts';
import { finishedOf } from '../../src/run/record/finished.ts';
import { closeSession, openSession } from '../../src/run/session.ts';
import { openStore } from '../../src/run/store/open-store.ts';
import type { Store } from '../../src/run/store/store.ts';
import { hasPostgres, startPostgres } from '../drill/postgres.ts';
import type { QueueServer } from '../drill/queue-server.ts';
import { hasRedis, startRedis } from '../drill/redis.ts';
import { smallInputs, smallScenario, temporary } from './fake/small-run.ts';

const PASSWORD = 'drill';
let folder: string;
let inputs: Inputs;
let namespaces = 0;

beforeAll(() => {
  folder = temporary('cluster');
  inputs = smallInputs(smallScenario(folder), 6);
});

const env = { LUOHU_REDIS_PASSWORD: PASSWORD, LUOHU_POSTGRES_PASSWORD: PASSWORD };

interface Scene {
  readonly queue: ReplicateQueue;
  readonly store: Store;
  readonly out: string;
  readonly refusals: string[];
  readonly deadLetters: string[];
  /** What the asker was told of the connection: off (false), back (true). */
  readonly news: boolean[];
  /** Starts a worker; answers with what ends it. */
  join(more?: Partial<ServeOptions>): () => Promise<number>;
}

/** A queue, a store and workers of a test's own; all are ended with it. */
async function inScene({ engine: address }: QueueServer, act: (scene: Scene) => Promise<void>): Promise<void> {
  const engine = readEngine(address, `test${namespaces++}`, env);
  const place = temporary('cluster-store');
  const store = await openStore(place, { make: false });
  const refusals: string[] = [];
  const deadLetters: string[] = [];
  const news: boolean[] = [];
  const queue = await openQueue(engine, {
    onRefusal: ({ refused }) => refusals.push(refused),
    onDeadLetter: (reason) => deadLetters.push(reason),
    onConnection: (connected) => news.push(connected),
  });
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
    await act({ queue, store, out: temporary('cluster-out'), refusals, deadLetters, news, join });
  } finally {
    await Promise.all(ends.map((end) => end()));
    await queue.close();
  }
}

const job = (changed: Partial<QueuedReplicate> = {}): QueuedReplicate => ({
  scenario: inputs.scenario.id,
  hash: inputs.hash,
  version: packageVersion,
  code: 'other',
  replicate: 0,
  strict: false,
  ...changed,
});

test('the same replicate has the same name in the queue, and one the queue allows', () => {
  expect(jobId({ hash: 'abc', replicate: 7 })).toBe('abc-7');
});

const servers = [
  {
    name: 'Redis',
    has: hasRedis,
    begin: () => startRedis(['--requirepass', PASSWORD]),
    wrong: {},
    refused: /^cannot reach redis:.*NOAUTH/,
  },
  {
    name: 'PostgreSQL',
    has: hasPostgres,
    begin: () => startPostgres(PASSWORD),
    wrong: { LUOHU_POSTGRES_PASSWORD: 'wrong' },
    refused: /^cannot reach postgres:.*: the user or the password is wrong$/,
  },
];

describe.each(servers)('with $name', ({ has, begin, wrong, refused }) => {
  let server: QueueServer;
  beforeAll(async () => {
    if (has) server = await begin();
  }, 60_000);
  afterAll(() => server?.end());

  test.skipIf(!has)(
    'two workers and one machine come to the same bytes; a second run finds all in the store',
    async () => {
      const session = openSession(2);
      const whole = await runScenario(session, inputs, { out: path.join(folder, 'whole'), strict: false });
      await closeSession(session);
      await inScene(server, async ({ queue, store, out, join }) => {
        const ends = [join(), join()];
        const progress: string[] = [];
        const onProgress = (years: number, total: number) => progress.push(`${years}/${total}`);
        const run = await runOnCluster(queue, store, inputs, { out, strict: false, onProgress });
        expect(run.manifest.resultHash).toBe(whole.manifest.resultHash);
        expect(run.manifest.files).toEqual(whole.manifest.files);
        // who made them, and how fast, is not kept with the replicates, and no figure stands in its place
        expect(run.manifest.options.workers).toBeNull();
        expect(run.manifest.run).toMatchObject({ seconds: null, personYearsPerSecond: null });
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

  test.skipIf(!has)(
    'a worker refuses a job of another version or other code, says why, and does nothing',
    async () => {
      await inScene(server, async ({ queue, store, refusals, join }) => {
        const told: string[] = [];
        join({ onRefused: (reason) => told.push(reason.message) });
        const key = `${folderName(inputs)}/run.json`;
        await finishedOf(store, folderName(inputs), inputs).begin();
        const record = JSON.parse(new TextDecoder().decode((await store.get(key))!)) as object;
        const other = { ...record, version: '9.9.9', code: 'other' };
        await store.put(key, new TextEncoder().encode(JSON.stringify(other)));
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
        expect(await store.list('')).toEqual([key]);
      });
    },
    60_000,
  );

  test.skipIf(!has)(
    'a store that does not hold the run is told of, with the question it raises',
    async () => {
      await inScene(server, async ({ queue, store, out, refusals, join }) => {
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

  test.skipIf(!has)(
    'forged jobs are laid aside and told, and nothing is written for them; lawful ones are done',
    async () => {
      await inScene(server, async ({ queue, store, out, deadLetters, join }) => {
        join();
        const engine = readEngine(server.engine, `test${namespaces - 1}`, env);
        const { classes, queue: name, options } = await loadQueues(engine);
        const forger = new classes.Queue(name, options);
        const folder = '../x/..';
        const lawful = job({ code: codeHash() });
        const forged = [
          { ...lawful, folder },
          { ...lawful, scenario: folder },
          { ...lawful, replicate: 1.5 },
          { ...lawful, replicate: 'all' },
          { ...lawful, replicate: 6 },
          { ...lawful, version: '9.9.9', replicate: 1 },
          null,
        ];
        await finishedOf(store, folderName(inputs), inputs).begin();
        for (const [i, data] of forged.entries()) {
          const jobId = [4, 5].includes(i) ? `${inputs.hash}-${(data as QueuedReplicate).replicate}` : `forged-${i}`;
          await forger.add('\u001b[2J', data, { jobId, attempts: 1000 });
        }
        const run = await runOnCluster(queue, store, inputs, { out, strict: false });
        await forger.close();
        expect(run.manifest.options.replicates).toBe(6);
        await expect.poll(async () => (await deadLettersIn(store)).length, { timeout: 20_000 }).toBe(forged.length);
        expect(deadLetters.length).toBeGreaterThan(0);
        const reasons = (await deadLettersIn(store)).map(({ reason }) => reason.en).join('\n');
        expect(reasons).toContain('not a job: folder must be a known key');
        expect(reasons).toContain('the job asks for replicate 6, the run has 6, counted from 0');
        expect(reasons).toContain('version of the job is not that of run.json in the store');
        const places = new Set((await store.list('')).map((key) => key.split('/', 1)[0]));
        expect([...places].sort()).toEqual([folderName(inputs), 'dead-letters'].sort());
      });
    },
    60_000,
  );

  test.skipIf(!has)(
    'a worker whose server is gone ends when it is asked to',
    async () => {
      await inScene(server, async ({ join }) => {
        let joined = false;
        const end = join({ onJoined: () => (joined = true) });
        await expect.poll(() => joined, { timeout: 10_000 }).toBe(true);
        await server.kill();
        const begun = performance.now();
        expect(await end()).toBe(0);
        expect(performance.now() - begun).toBeLessThan(8000);
        await server.start();
      });
    },
    30_000,
  );

  test.skipIf(!has)('a server that cannot be reached, or lets nobody in, is told in a line', async () => {
    const nowhere = server.engine.replace(/:\d+(?=\/|$)/, ':1');
    await expect(openQueue(readEngine(nowhere, 'a', {}))).rejects.toThrow(
      `cannot reach ${nowhere}: the connection was refused`,
    );
    await expect(openQueue(readEngine(server.engine, 'a', wrong))).rejects.toThrow(refused);
  });

  test.skipIf(!has)('a run noted in the store by other code is refused', async () => {
    await inScene(server, async ({ queue, store, out }) => {
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

  test.skipIf(!has)(
    'a server that goes away is told of at both ends, and so is that it is back; the run goes on',
    async () => {
      await inScene(server, async ({ queue, store, out, news, join }) => {
        const atWorker: boolean[] = [];
        join({ leaseSeconds: 5, onConnection: (connected) => atWorker.push(connected) });
        let done = 0;
        const asked = runOnCluster(queue, store, inputs, { out, strict: false, onProgress: (years) => (done = years) });
        await expect.poll(() => done, { timeout: 20_000 }).toBeGreaterThan(0);
        await server.kill();
        await expect.poll(() => [news, atWorker], { timeout: 10_000 }).toEqual([[false], [false]]);
        await server.start();
        await expect
          .poll(() => [news, atWorker], { timeout: 10_000 })
          .toEqual([
            [false, true],
            [false, true],
          ]);
        const run = await asked;
        expect(run.manifest.options.replicates).toBe(6);
      });
    },
    90_000,
  );

  test.skipIf(!has)("two namespaces of one server do not count each other's workers", async () => {
    const workers: number[] = [];
    const engine = readEngine(server.engine, `test${namespaces++}`, env);
    const queue = await openQueue(engine, { onWorkers: (count) => workers.push(count) });
    await inScene(server, async ({ join }) => {
      let joined = false;
      join({ onJoined: () => (joined = true) });
      await expect.poll(() => joined, { timeout: 10_000 }).toBe(true);
      await setTimeout(2500);
    });
    await queue.close();
    expect(workers).toEqual([0]);
  });
});

test('a server that says nothing is given up on in ten seconds, whatever was expected there', async () => {
  const mute = createServer(() => {});
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const { port } = mute.address() as AddressInfo;
  const begun = performance.now();
  const asked = [`redis://127.0.0.1:${port}`, `postgres://me@127.0.0.1:${port}/jobs`].map((engine) =>
    expect(openQueue(readEngine(engine, 'a', {}))).rejects.toThrow(`cannot reach ${engine}: no answer came in time`),
  );
  await Promise.all(asked);
  expect((performance.now() - begun) / 1000).toBeLessThan(15);
  mute.close();
}, 30_000);
