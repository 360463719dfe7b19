import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Whether this machine has a Redis server to start. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis server of our own on a free port, which keeps nothing on the disk. */
export interface Redis {
  readonly engine: string;
  /** Kills it; what it held is gone. */
  kill(): Promise<void>;
  /** Starts it anew, empty, at the same address. */
  start(): Promise<void>;
}

export async function startRedis(settings: readonly string[] = []): Promise<Redis> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-redis-'));
  let server: ChildProcess | null = null;
  const redis: Redis = {
    engine: `redis://127.0.0.1:${port}`,
    async start() {
      const fixed = [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--save',
        '',
        '--appendonly',
        'no',
      ];
      server = spawn('redis-server', [...fixed, '--maxmemory-policy', 'noeviction', ...settings], { stdio: 'ignore' });
      while (!(await answers(port))) await setTimeout(20);
    },
    async kill() {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      server?.kill('SIGKILL');
      await ended;
    },
  };
  await redis.start();
  return redis;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
