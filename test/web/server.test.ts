import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_BYTES } from '../../src/web/server/app.ts';
import { startServer, TOKEN, temporary, type WhatIfServer } from './what-if-server.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const { folder, remove } = temporary();
const secret = path.join(folder, 'secret.txt');
let server: WhatIfServer;

beforeAll(async () => {
  const page = path.join(folder, 'page');
  mkdirSync(path.join(page, 'assets'), { recursive: true });
  writeFileSync(path.join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(path.join(page, 'assets', 'main.js'), 'export {}');
  writeFileSync(secret, 'secret');
  server = await startServer(page, path.join(folder, 'out'));
});
afterAll(async () => {
  await server.close();
  remove();
});

/** What whoever came by the printed address brings. */
const pass = () => ({ cookie: `luohu-${server.port}=${TOKEN}` });

/** Asks exactly for this path, as no browser would. */
function ask(
  address: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port: server.port, path: address, method, headers: { ...pass(), ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

const own = () => ({ origin: `http://127.0.0.1:${server.port}`, 'content-type': 'application/json' });
const post = (address: string, body: unknown, headers: Record<string, string> = own()) =>
  ask(address, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
const nothing = { without: [], add: [], readings: {}, parameters: {} };

describe('the page', () => {
  it('comes with a policy that allows its own code alone', async () => {
    const { status, headers } = await ask('/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
    });
  });

  it('offers the scenario and its data', async () => {
    const site = JSON.parse((await ask('/data/site.json')).body) as { engine: boolean; scenarios: { id: string }[] };
    expect(site).toMatchObject({ engine: true, scenarios: [{ id: 'sanmenxia' }] });
    expect(JSON.parse((await ask('/data/sanmenxia.json')).body)).toMatchObject({
      id: 'sanmenxia',
      city: { code: '411200' },
    });
  });
});

describe('nothing outside the page is served', () => {
  const ways = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/....//secret.txt',
    '/data/../../secret.txt',
    '/data/..%2f..%2fpackage.json',
    '/data/baotou.json',
    '/bases/..%2fsecret.txt',
    '/bases/sanmenxia-1.bin',
    '//etc/passwd',
    '/%00',
    '/%ff',
  ];
  it.each(ways)('%s', async (way) => {
    const { status, body } = await ask(way);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
    expect(body).not.toContain('"name": "luohu"');
  });

  it('not even by an absolute path', async () => {
    expect((await ask(secret)).status).toBe(404);
  });
});

describe('only the page itself is answered', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '192.168.1.2:8765'])(
    'host %j is refused',
    async (host) => {
      expect((await ask('/', { headers: { host } })).status).toBe(403);
    },
  );

  it('the machine may be called localhost', async () => {
    expect((await ask('/', { headers: { host: `localhost:${server.port}` } })).status).toBe(200);
  });

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
    'origin %s is refused',
    async (origin) => {
      expect((await ask('/data/site.json', { headers: { origin } })).status).toBe(403);
      expect((await post('/api/runs', {}, { ...own(), origin })).status).toBe(403);
    },
  );

  it('what changes anything needs an origin', async () => {
    const { origin: _origin, ...headers } = own();
    expect((await post('/api/scenarios', {}, headers)).status).toBe(403);
    expect((await ask('/api/runs/1', { method: 'DELETE' })).status).toBe(403);
  });

  it('another site is refused whatever origin it gives', async () => {
    expect((await ask('/data/site.json', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await post('/api/runs', {}, { ...own(), 'sec-fetch-site': 'same-site' })).status).toBe(403);
  });

  it('no other machine reaches it', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address);
    for (const host of [...others, '127.0.0.2']) {
      const reached = await new Promise((resolve) => {
        const socket = connect({ host, port: server.port }, () => resolve(true));
        socket.on('error', () => resolve(false));
        socket.setTimeout(2000, () => resolve(false));
      });
      expect(reached, host).toBe(false);
    }
  });
});

describe('the token of the session', () => {
  it.each([
    ['nothing', {}],
    ['another token', { authorization: `Bearer ${'0'.repeat(TOKEN.length)}` }],
    ['the cookie of another port', { cookie: `luohu-1=${TOKEN}` }],
    ['an empty cookie', { cookie: '' }],
  ])('whoever brings %s is refused, whatever is asked', async (_, headers) => {
    const bare = { cookie: '', ...headers };
    for (const address of ['/', '/assets/main.js', '/data/site.json', '/bases/sanmenxia-0.01.bin', '/?token=no'])
      expect((await ask(address, { headers: bare })).status).toBe(401);
    expect((await post('/api/runs', {}, { ...own(), ...bare })).status).toBe(401);
  });

  it('comes with the printed address and stays in a cookie no program can read; the rest of the address is kept', async () => {
    const { status, headers } = await ask(`/?token=${TOKEN}&city=sanmenxia`, { headers: { cookie: '' } });
    expect([status, headers.location]).toEqual([302, '/?city=sanmenxia']);
    expect(headers['set-cookie']?.[0]).toBe(`luohu-${server.port}=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`);
  });

  it('may be a header, for programs', async () => {
    expect((await ask('/data/site.json', { headers: { cookie: '', authorization: `Bearer ${TOKEN}` } })).status).toBe(
      200,
    );
  });
});

describe('limits', () => {
  it('of many runs asked for at once, held until all are there, one begins and can be stopped', async () => {
    const body = JSON.stringify({
      scenario: 'sanmenxia',
      change: nothing,
      replicates: 1,
      sample: 0.001,
      seed: null,
      definition: null,
    });
    const held = Array.from({ length: 40 }, () => {
      const call = request({
        host: '127.0.0.1',
        port: server.port,
        path: '/api/runs',
        method: 'POST',
        headers: { ...pass(), ...own(), 'content-length': body.length },
      });
      const status = new Promise<{ status: number; text: string }>((resolve, reject) => {
        call.on('error', reject).on('response', (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        });
      });
      call.write(body.slice(0, -1));
      return { status, release: () => call.end(body.slice(-1)) };
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const { release } of held) release();
    const answers = await Promise.all(held.map(({ status }) => status));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(39);
    const { id } = JSON.parse(answers.find(({ status }) => status === 201)!.text) as { id: string };
    expect((await ask(`/api/runs/${id}`, { method: 'DELETE', headers: own() })).status).toBe(204);
  }, 60_000);

  it('half a request is given up, and of many connections the last are not taken', async () => {
    const closed = (say: string) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        const socket = connect({ host: '127.0.0.1', port: server.port }, () => socket.write(say));
        socket.on('error', () => {}).on('close', () => resolve(performance.now() - begun));
        socket.resume();
      });
    const waited = await Promise.all(
      Array.from({ length: 300 }, () => closed('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n')),
    );
    expect(waited.filter((each) => each < 4000).length).toBeGreaterThanOrEqual(150);
    expect(Math.max(...waited)).toBeLessThan(12_000);
  }, 30_000);
});

describe('a request', () => {
  it('larger than any change is refused unread', async () => {
    expect((await post('/api/runs', 'x'.repeat(MOST_BYTES + 1))).status).toBe(413);
    const chunked = { ...own(), 'transfer-encoding': 'chunked' };
    expect((await post('/api/scenarios', 'x'.repeat(MOST_BYTES + 1), chunked)).status).toBe(413);
  });

  const wrong: [string, unknown][] = [
    ['no JSON', '{'],
    ['a list', []],
    ['an unknown key', { scenario: 'sanmenxia', change: nothing, name: 'a', title: '', path: '/tmp' }],
    [
      'an unknown parameter',
      { scenario: 'sanmenxia', change: { ...nothing, parameters: { 'no.such': 1 } }, name: 'a', title: '' },
    ],
    [
      'a text for a number',
      { scenario: 'sanmenxia', change: { ...nothing, parameters: { 'housing.rent': '1' } }, name: 'a', title: '' },
    ],
    [
      'a value that cannot be',
      { scenario: 'sanmenxia', change: { ...nothing, parameters: { 'housing.rent': -5 } }, name: 'a', title: '' },
    ],
    ['an unknown scenario', { scenario: '../../etc/passwd', change: nothing, name: 'a', title: '' }],
    [
      'an unknown clause',
      { scenario: 'sanmenxia', change: { ...nothing, without: ['sanmenxia-2019:99'] }, name: 'a', title: '' },
    ],
  ];
  it.each(wrong)('with %s is told what is wrong', async (_what, body) => {
    const { status, body: text } = await post('/api/scenarios', body);
    expect(status).toBe(422);
    expect((JSON.parse(text) as { message: string }).message).toMatch(/\S/);
  });

  it('that is no JSON by its type is refused', async () => {
    expect((await post('/api/scenarios', '{}', { ...own(), 'content-type': 'text/plain' })).status).toBe(422);
  });

  it('for a run that is not there is answered so', async () => {
    for (const address of ['/api/runs/1/events', '/api/runs/1/results', '/api/runs/1/files/base/manifest.json'])
      expect((await ask(address)).status).toBe(404);
    expect((await ask('/api/runs/1', { method: 'DELETE', headers: own() })).status).toBe(404);
  });
});

describe('saving', () => {
  const request = (name: string) => ({
    scenario: 'sanmenxia',
    change: { ...nothing, parameters: { 'housing.rent': 900 } },
    name,
    title: '',
  });

  it.each([
    '../escape',
    'a/b',
    'a\\b',
    '.hidden',
    '..',
    'a.yaml',
    '-a',
    'a\u0000b',
    'a b',
    '<img>',
    'CON:',
    'con',
    'Lpt1',
  ])('name %j is refused', async (name) => {
    const { status, body } = await post('/api/scenarios', request(name));
    expect(status).toBe(422);
    expect(body).toContain('name must be');
  });

  it('leaves a file alone that is there', async () => {
    const before = readFileSync('scenarios/sanmenxia/no-document.yaml', 'utf8');
    const { status, body } = await post('/api/scenarios', request('no-document'));
    expect(status).toBe(422);
    expect(body).toContain('is there already');
    expect(readFileSync('scenarios/sanmenxia/no-document.yaml', 'utf8')).toBe(before);
  });
});
