import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Certificate } from './authority.ts';
import { answers, freePort, type QueueServer } from './queue-server.ts';

/** Whether this machine has a Redis server to start. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis server that keeps nothing on the disk: what it held is gone when it is killed. With a certificate it speaks TLS only. */
export async function startRedis(settings: readonly string[] = [], tls?: Certificate): Promise<QueueServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-redis-'));
  let server: ChildProcess | null = null;
  const redis: QueueServer = {
    engine: `${tls === undefined ? 'redis' : 'rediss'}://127.0.0.1:${port}`,
    async start() {
      const fixed = [
        ...(tls === undefined ? ['--port', String(port)] : secured(port, tls)),
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
    async end() {
      await redis.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

const secured = (port: number, { authority, certificate, key }: Certificate): string[] => [
  ...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
  ...['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', authority],
];
