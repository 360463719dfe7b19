import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Certificate } from './authority.ts';
import { freePort, type QueueServer } from './queue-server.ts';

const USER = 'luohu';

/** Folder of PostgreSQL's programs, which Debian keeps out of the path; empty where they are in the path, null without. */
const programs = ((): string | null => {
  const versions = '/usr/lib/postgresql';
  const newest = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  if (newest !== undefined && existsSync(path.join(versions, newest, 'bin/initdb')))
    return path.join(versions, newest, 'bin');
  return spawnSync('initdb', ['--version']).status === 0 ? '' : null;
})();

/** Who the server runs as: it refuses to be root, so that root needs the user of the package. */
const owner = ((): { uid: number; gid: number } | null => {
  if (process.getuid?.() !== 0) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const id = (option: string) => spawnSync('id', [option, 'postgres'], { encoding: 'utf8' });
  const [user, group] = [id('-u'), id('-g')];
  return user.status === 0 ? { uid: Number(user.stdout), gid: Number(group.stdout) } : null;
})();

/** Whether this machine has a PostgreSQL server, and somebody to start it as. */
export const hasPostgres =
  programs !== null &&
  owner !== null &&
  process.platform !== 'win32' &&
  spawnSync(path.join(programs, 'postgres'), ['--version'], owner).status === 0;

/**
 * A PostgreSQL server with a folder of its own: what it held is there again when it has been killed and started. With a
 * certificate it offers TLS, beside connections without.
 */
export async function startPostgres(password: string, tls?: Certificate): Promise<QueueServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-postgres-'));
  const secret = path.join(folder, 'password');
  writeFileSync(secret, password);
  for (const each of [folder, secret]) chownSync(each, owner!.uid, owner!.gid);
  const program = (name: string): string => path.join(programs!, name);
  const data = path.join(folder, 'data');
  const as = { ...owner!, cwd: folder };
  const made = spawnSync(
    program('initdb'),
    ['-D', data, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...as, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`);
  const secured = tls === undefined ? [] : ['ssl=on', ...filesOf(data, tls)];
  let server: ChildProcess | null = null;
  const postgres: QueueServer = {
    engine: `postgres://${USER}@127.0.0.1:${port}/postgres`,
    async start() {
      const settings = [
        'listen_addresses=127.0.0.1',
        `port=${port}`,
        'unix_socket_directories=',
        'fsync=off',
        ...secured,
      ];
      server = spawn(program('postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
        ...as,
        stdio: 'ignore',
      });
      const ready = () => spawnSync(program('pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status === 0;
      while (!ready()) {
        if (server.exitCode !== null) throw new Error(`postgres ended with status ${server.exitCode}`);
        await setTimeout(50);
      }
    },
    async kill() {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      // as good as SIGKILL, which would leave its children behind: nothing is put away, the log is played on starting
      server?.kill('SIGQUIT');
      await ended;
    },
    async end() {
      await postgres.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await postgres.start();
  return postgres;
}

/** Copies a certificate to where the server finds it, its key readable by nobody else, as the server insists. */
function filesOf(data: string, { certificate, key }: Certificate): string[] {
  for (const [from, to] of [
    [certificate, 'server.crt'],
    [key, 'server.key'],
  ] as const) {
    const file = path.join(data, to);
    copyFileSync(from, file);
    chmodSync(file, 0o600);
    chownSync(file, owner!.uid, owner!.gid);
  }
  return ['ssl_cert_file=server.crt', 'ssl_key_file=server.key'];
}
