import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { readEngine } from '../../src/run/cluster/engine.ts';
import { redisQueues } from '../../src/run/cluster/redis-queues.ts';
import { folderFor, play, whole } from './cluster.ts';
import { type Drill, type Found, REPLICATES } from './drill.ts';
import { finishedIn, lastLine, place, start, until } from './luohu.ts';

const KEY = { LUOHU_CLUSTER_KEY: 'the key of the drill' };

/** Thirty jobs nobody asked for: payloads that are no job, jobs of runs that are not there, and entries that are not even JSON. */
function forgedJobs(hash: string): unknown[] {
  const job = { scenario: 'alxa', hash, version: '0.1.0', code: 'c'.repeat(64), replicate: 0, strict: false };
  return [
    ...[null, 5, 'job', [], {}, { ...job, folder: '../x/..' }],
    ...['../x/..', '..', '', 'a/b', 'C:\\x', '\u0000'].map((scenario) => ({ ...job, scenario })),
    ...[1.5, null, -1, 'all', 1e9, [0]].map((replicate) => ({ ...job, replicate })),
    ...['x', '/etc/passwd', '0'.repeat(64)].map((other) => ({ ...job, hash: other })),
    ...[{ version: '9.9.9' }, { code: 'other' }, { strict: 'yes' }, { key: '0'.repeat(16), seal: '0'.repeat(64) }].map(
      (change) => ({ ...job, ...change }),
    ),
    ...[job, { ...job, replicate: 3 }, { ...job, replicate: REPLICATES }, 'x'.repeat(1e6)],
    { ...job, scenario: 'x'.repeat(1e5) },
  ];
}

const forged = (name: string, fault: string, env: NodeJS.ProcessEnv): Drill => ({
  name,
  fault,
  run() {
    const store = folderFor(name);
    return play(
      name,
      store,
      async ({ server, join, ask, out }) => {
        const worker = join();
        await until('a worker', () => /joined/.test(worker.said.stderr));
        const { classes, queue, options } = await redisQueues(readEngine(server.engine, 'luohu') as never);
        const forger = new classes.Queue(queue, options);
        const begun = performance.now();
        const jobs = forgedJobs('a'.repeat(64));
        for (const [i, data] of jobs.entries()) {
          const { hash, replicate } = (data ?? {}) as { hash?: string; replicate?: number };
          const jobId = typeof replicate === 'number' && hash ? `${hash}-${replicate}-${i}` : `forged-${i}`;
          await forger.add('\u001b[2Jforged', data, { jobId: i % 2 === 0 ? jobId : `f-${i}`, attempts: 1000 });
        }
        // an entry the library itself cannot read
        const redis = new Redis(Number(new URL(server.engine).port));
        await redis.hset(`luohu:${queue}:broken`, { name: 'x', data: '{', opts: '{}', timestamp: '0' });
        await redis.lpush(`luohu:${queue}:wait`, 'broken', 'not-there');
        await redis.quit();
        await forger.close();
        const found = await whole(ask(), out, begun, '');
        await setTimeout(2000);
        const letters = existsSync(path.join(store, 'dead-letters'))
          ? readdirSync(path.join(store, 'dead-letters'))
          : [];
        const strange = readdirSync(store).filter((each) => !/^(alxa-[0-9a-f]{10}|dead-letters)$/.test(each)).length;
        const beside = readdirSync(place()).filter((each) => each === 'x').length;
        const replicates = Math.max(0, finishedIn(store) - REPLICATES);
        const steered = worker.said.stderr.includes('\u001b') ? 1 : 0;
        const told = `${letters.length} laid aside; ${lastLine(worker, /laid a job aside/)}`;
        return { ...found, told, tries: jobs.length + 2, wrong: strange + beside + replicates + steered };
      },
      undefined,
      env,
    );
  },
});

/** The package as it is here, one of the packages that numbers pass through altered. */
function alteredPackage(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const copy = place('altered');
  mkdirSync(path.join(copy, 'node_modules'), { recursive: true });
  for (const name of ['dist', 'data', 'package.json'])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    const [from, to] = [path.join(root, 'node_modules', name), path.join(copy, 'node_modules', name)];
    if (name === 'seedrandom') cpSync(from, to, { recursive: true, dereference: true });
    else symlinkSync(from, to);
  }
  appendFileSync(path.join(copy, 'node_modules/seedrandom/lib/alea.js'), '\n// altered\n');
  return copy;
}

const altered: Drill = {
  name: 'altered',
  fault: 'a worker with one altered package that numbers pass through joins first',
  run: () =>
    play('altered', folderFor('altered'), async ({ join, ask, out, store }) => {
      join({ from: alteredPackage() });
      const asking = ask();
      await until('a refusal', () => /refuses/.test(asking.said.stderr));
      const wrong = finishedIn(store);
      const begun = performance.now();
      join();
      return { ...(await whole(asking, out, begun, lastLine(asking, /refuses/))), wrong };
    }),
};

const HELD = 40;

/** Requests that are held until all are there, then let go at once: one run begins, the others are told that it goes on. */
const held: Drill = {
  name: 'held',
  fault: `${HELD} held requests for a full-scale run, let go at once; then without the token`,
  async run(): Promise<Found> {
    const out = place('held');
    const served = start(['serve', 'scenarios/sanmenxia.yaml', '--port', '0', '--out', out, '--json']);
    try {
      await until('an address', () => /token/.test(served.said.stdout));
      const { address, token } = JSON.parse(served.said.stdout) as { address: string; token: string };
      const { port, origin } = new URL(address);
      const change = { without: [], add: [], readings: {}, parameters: {} };
      const body = JSON.stringify({
        scenario: 'sanmenxia',
        change,
        replicates: 1,
        sample: 0.001,
        seed: null,
        definition: null,
      });
      const ask = (authorization: string) => {
        const headers = { origin, authorization, 'content-type': 'application/json', 'content-length': body.length };
        const call = request({ host: '127.0.0.1', port, path: '/api/runs', method: 'POST', headers });
        const status = new Promise<number>((resolve, reject) => {
          call.on('error', reject).on('response', (response) => resolve(response.resume().statusCode ?? 0));
        });
        call.write(body.slice(0, -1));
        return { status, release: () => call.end(body.slice(-1)) };
      };
      const begun = performance.now();
      const counts = async (authorization: string): Promise<Map<number, number>> => {
        const calls = Array.from({ length: HELD }, () => ask(authorization));
        await setTimeout(500);
        for (const { release } of calls) release();
        const statuses = await Promise.all(calls.map(({ status }) => status));
        return new Map([...new Set(statuses)].map((each) => [each, statuses.filter((one) => one === each).length]));
      };
      const known = await counts(`Bearer ${token}`);
      const unknown = await counts('Bearer no');
      const wrong =
        Math.abs((known.get(201) ?? 0) - 1) +
        Math.abs((known.get(409) ?? 0) - (HELD - 1)) +
        HELD -
        (unknown.get(401) ?? 0);
      const seconds = (performance.now() - begun) / 1000;
      return {
        told: `1 began, ${known.get(409)} were told that one is under way; ${unknown.get(401)} refused`,
        seconds,
        tries: 2 * HELD,
        lost: 0,
        wrong,
      };
    } finally {
      served.child.kill('SIGTERM');
      await served.ended;
    }
  },
};

export const intruders: readonly Drill[] = [
  forged('forged', '30 forged jobs and two broken entries in the queue, before the lawful ones', {}),
  forged('sealed', 'the same in a cluster with a shared key', KEY),
  altered,
  held,
];
