import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { luohu, startLuohu } from '../cli/luohu.ts';
import { type Certificate, hasOpenssl, ownAuthority } from '../drill/authority.ts';
import { hasPostgres, startPostgres } from '../drill/postgres.ts';
import type { QueueServer } from '../drill/queue-server.ts';
import { hasRedis, startRedis } from '../drill/redis.ts';
import { smallScenario, temporary } from './fake/small-run.ts';

const PASSWORD = 'drill';
const secrets = { LUOHU_REDIS_PASSWORD: PASSWORD, LUOHU_POSTGRES_PASSWORD: PASSWORD };

const servers = [
  {
    name: 'Redis',
    has: hasRedis && hasOpenssl,
    begin: (tls: Certificate) => startRedis(['--requirepass', PASSWORD], tls),
    options: '',
  },
  {
    name: 'PostgreSQL',
    has: hasPostgres && hasOpenssl,
    begin: (tls: Certificate) => startPostgres(PASSWORD, tls),
    options: '?sslmode=require',
  },
];

describe.each(servers)('$name over TLS, with a certificate of an authority of our own', (kind) => {
  const { has, begin, options } = kind;
  let server: QueueServer;
  let engine: string;
  let authority: string;
  beforeAll(async () => {
    if (!has) return;
    const tls = ownAuthority();
    authority = tls.authority;
    server = await begin(tls);
    engine = `${server.engine}${options}`;
  }, 60_000);
  afterAll(() => server?.end());

  test.skipIf(!has)(
    'a run goes through where NODE_EXTRA_CA_CERTS names the authority',
    async () => {
      const env = { ...secrets, NODE_EXTRA_CA_CERTS: authority };
      const [folder, store, out] = [temporary('tls'), temporary('tls-store'), temporary('tls-out')];
      const small = ['--replicates', '2', '--sample', '0.01', '--to', '2021', '--json'];
      const worker = startLuohu(['worker', '--engine', engine, '--store', store, '--workers', '1'], env);
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      const asking = ['run', smallScenario(folder), ...small, '--out', out, '--engine', engine, '--store', store];
      const { status, stderr } = luohu(asking, env);
      worker.kill('SIGTERM');
      expect([status, await ended], stderr).toEqual([0, 0]);
      const [result] = readdirSync(out);
      const manifest = JSON.parse(readFileSync(path.join(out, result, 'manifest.json'), 'utf8')) as { counts: object };
      expect(manifest.counts).toHaveProperty('years', 2);
    },
    120_000,
  );

  test.skipIf(!has)('without it the server is refused in one line', () => {
    const { status, stderr } = luohu(['worker', '--engine', engine, '--store', temporary('tls-store')], secrets);
    expect(stderr).toBe(
      `cannot reach ${engine}: the certificate of the server is of an authority that is not known here (NODE_EXTRA_CA_CERTS names one)\n`,
    );
    expect(status).toBe(1);
  });
});
