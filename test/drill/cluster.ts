import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bucketServer } from './bucket-server.ts';
import { type Drill, done, type Found, REPLICATES, runInto, undisturbed } from './drill.ts';
import { finishedIn, hashIn, lastLine, place, type Started, type StartOptions, start, until } from './luohu.ts';
import { hasPostgres, startPostgres } from './postgres.ts';
import type { QueueServer } from './queue-server.ts';
import { hasRedis, startRedis } from './redis.ts';

const key = { AWS_ACCESS_KEY_ID: 'drill', AWS_SECRET_ACCESS_KEY: 'drill' };

const PASSWORD = 'drill';

/** A kind of server that keeps the queue; `without` says what is missing here to start one. */
interface Kind {
  readonly without: string | null;
  readonly begin: () => Promise<QueueServer>;
}
const redis: Kind = { without: hasRedis ? null : 'needs redis-server', begin: () => startRedis() };
const postgres: Kind = {
  without: hasPostgres ? null : 'needs postgresql',
  begin: () => startPostgres(PASSWORD),
};

/** A cluster of this machine's own: the server of the queue, a store, and a command that asks. */
interface Scene {
  readonly server: QueueServer;
  readonly store: string;
  readonly out: string;
  join(options?: StartOptions): Started;
  ask(into?: string): Started;
}

/** Sets the scene, plays, and ends every process that is left. */
export async function play(
  name: string,
  store: string,
  act: (scene: Scene) => Promise<Found>,
  kind = redis,
  more: NodeJS.ProcessEnv = {},
): Promise<Found | string> {
  if (kind.without !== null) return kind.without;
  await undisturbed();
  const server = await kind.begin();
  const out = place(name);
  const started: Started[] = [];
  const started1 = (args: readonly string[], options?: StartOptions) => {
    const each = start(args, {
      ...options,
      env: { ...key, LUOHU_POSTGRES_PASSWORD: PASSWORD, ...more, ...options?.env },
    });
    started.push(each);
    return each;
  };
  try {
    return await act({
      server,
      store,
      out,
      join: (options) =>
        started1(['worker', '--engine', server.engine, '--store', store, '--workers', '1', '--lease', '5'], options),
      ask: (into = out) => started1(runInto(into, '--engine', server.engine, '--store', store)),
    });
  } finally {
    for (const { child } of started) child.kill('SIGKILL');
    await server.end();
  }
}

export const folderFor = (name: string): string => {
  const folder = place(`${name}-store`);
  mkdirSync(folder);
  return folder;
};

/** From the fault to the whole result, and whether it is the same as that of one machine. */
export async function whole(asking: Started, out: string, since: number, told: string): Promise<Found> {
  await done(asking);
  const seconds = (performance.now() - since) / 1000;
  return { told, seconds, lost: hashIn(out) === (await undisturbed()) ? 0 : REPLICATES };
}

const workerKilled: Drill = {
  name: 'worker',
  fault: 'kill -9 of one of two cluster workers in the middle of a job',
  run: () =>
    play('worker', folderFor('worker'), async ({ join, ask, out, store }) => {
      const [one] = [join(), join()];
      const asking = ask();
      await until('a replicate of the first worker', () => /done in/.test(one.said.stderr));
      await setTimeout(300);
      const finished = finishedIn(store);
      one.child.kill('SIGKILL');
      const found = await whole(
        asking,
        out,
        performance.now(),
        'its job is done by the other worker after the lease (5 s)',
      );
      return finishedIn(store) < finished ? { ...found, lost: finished } : found;
    }),
};

const workerTerminated: Drill = {
  name: 'worker-term',
  fault: 'SIGTERM to one of two cluster workers',
  run: () =>
    play('worker-term', folderFor('worker-term'), async ({ join, ask, out }) => {
      const [one] = [join(), join()];
      const asking = ask();
      await until('a replicate of the first worker', () => /done in/.test(one.said.stderr));
      const begun = performance.now();
      one.child.kill('SIGTERM');
      await one.ended;
      return whole(asking, out, begun, `hands its job back: ${lastLine(one)}`);
    }),
};

const redisRestarted: Drill = {
  name: 'redis',
  fault: 'Redis is killed and starts again, empty',
  run: () =>
    play('redis', folderFor('redis'), async ({ join, ask, out, store, server }) => {
      join();
      const asking = ask();
      await until('two replicates', () => finishedIn(store) >= 2);
      const begun = performance.now();
      await server.kill();
      await setTimeout(1000);
      await server.start();
      return whole(asking, out, begun, 'the connection broke off, waiting; it is back; jobs stand in the queue anew');
    }),
};

const postgresDisturbed: Drill = {
  name: 'postgres',
  fault: 'the queue in PostgreSQL: kill -9 of one of two workers, then the server is killed and starts again',
  run: () =>
    play(
      'postgres',
      folderFor('postgres'),
      async ({ join, ask, out, store, server }) => {
        const [one] = [join(), join()];
        const asking = ask();
        await until('a replicate of the first worker', () => /done in/.test(one.said.stderr));
        await setTimeout(300);
        const begun = performance.now();
        one.child.kill('SIGKILL');
        const finished = finishedIn(store);
        await until('one more replicate', () => finishedIn(store) > finished);
        await server.kill();
        await setTimeout(1000);
        await server.start();
        const found = await whole(asking, out, begun, 'its job is done by the other worker after the lease (5 s)');
        const told = [/broke off/, /is back/].every((news) => news.test(asking.said.stderr));
        if (!told) throw new Error('the command that asks did not tell that the server was away');
        return { ...found, told: `${found.told}; the connection broke off, waiting; it is back` };
      },
      postgres,
    ),
};

const coordinatorKilled: Drill = {
  name: 'coordinator',
  fault: 'kill -9 of the command that asks',
  run: () =>
    play('coordinator', folderFor('coordinator'), async ({ join, ask, out, store }) => {
      join();
      const first = ask();
      await until('two replicates', () => finishedIn(store) >= 2);
      first.child.kill('SIGKILL');
      await first.ended;
      const kept = finishedIn(store);
      const begun = performance.now();
      const asking = ask();
      const found = await whole(asking, out, begun, lastLine(asking, /already/));
      const there = Number(/(\d+) of \d+ replicates are in/.exec(asking.said.stderr)?.[1] ?? 0);
      return { ...found, told: lastLine(asking, /already/), lost: found.lost + Math.max(0, kept - there) };
    }),
};

const storeAway: Drill = {
  name: 'store',
  fault: 'the shared folder is gone for four seconds',
  run: () => {
    const store = folderFor('store');
    return play('store', store, async ({ join, ask, out }) => {
      join();
      const asking = ask();
      await until('two replicates', () => finishedIn(store) >= 2);
      const begun = performance.now();
      renameSync(store, `${store}-away`);
      await setTimeout(4000);
      if (existsSync(store)) throw new Error('a folder was made in the place of the one that is gone');
      renameSync(`${store}-away`, store);
      return whole(asking, out, begun, 'nothing: writing is tried again for half a minute');
    });
  },
};

const bucketAway: Drill = {
  name: 'bucket',
  fault: 'the S3-compatible server does not answer for four seconds',
  async run() {
    const bucket = await bucketServer();
    const finished = () => [...bucket.objects.keys()].filter((each) => each.includes('/replicate-')).length;
    try {
      return await play('bucket', bucket.store, async ({ join, ask, out }) => {
        join();
        const asking = ask();
        await until('two replicates', () => finished() >= 2);
        const begun = performance.now();
        await bucket.stop();
        await setTimeout(4000);
        await bucket.start();
        return whole(asking, out, begun, 'nothing: writing is tried again for half a minute');
      });
    } finally {
      await bucket.stop();
    }
  },
};

const twoCoordinators: Drill = {
  name: 'two',
  fault: 'two commands ask for the same run at once',
  run: () =>
    play('two', folderFor('two'), async ({ join, ask, out }) => {
      join();
      const begun = performance.now();
      const other = place('two-other');
      const both = [ask(), ask(other)];
      for (const each of both) await done(each);
      const hash = await undisturbed();
      const wrong = [out, other].filter((each) => hashIn(each) !== hash).length;
      return {
        told: 'nothing: both have the whole',
        seconds: (performance.now() - begun) / 1000,
        tries: 2,
        lost: 0,
        wrong,
      };
    }),
};

const clusterClock: Drill = {
  name: 'cluster-clock',
  fault: 'the clock of one of two cluster workers jumps by days, ahead and back',
  run: () =>
    play('cluster-clock', folderFor('cluster-clock'), async ({ join, ask, out }) => {
      const begun = performance.now();
      join({ env: { NODE_OPTIONS: `--import ${fileURLToPath(new URL('./fault/clock.mjs', import.meta.url))}` } });
      join();
      return whole(ask(), out, begun, 'nothing, the run is not disturbed');
    }),
};

/** The package as it is here, with another version in its name. */
function otherVersion(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const copy = place('other-version');
  mkdirSync(copy);
  for (const name of ['dist', 'data']) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const description = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as object;
  writeFileSync(path.join(copy, 'package.json'), JSON.stringify({ ...description, version: '0.0.9' }));
  return copy;
}

const foreignWorker: Drill = {
  name: 'foreign',
  fault: 'a worker of another version joins first',
  run: () =>
    play('foreign', folderFor('foreign'), async ({ join, ask, out, store }) => {
      join({ from: otherVersion() });
      const asking = ask();
      await until('a refusal', () => /refuses/.test(asking.said.stderr));
      if (finishedIn(store) > 0) throw new Error('a worker of another version did a job');
      const begun = performance.now();
      join();
      return whole(asking, out, begun, lastLine(asking, /refuses/));
    }),
};

export const cluster: readonly Drill[] = [
  workerKilled,
  workerTerminated,
  redisRestarted,
  postgresDisturbed,
  coordinatorKilled,
  twoCoordinators,
  clusterClock,
  storeAway,
  bucketAway,
  foreignWorker,
];
