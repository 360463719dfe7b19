import { expect, test } from 'vitest';
import { readEngine } from '../../src/run/cluster/engine.ts';

test('an address says host, port, database, user and password; the password is never shown', () => {
  expect(readEngine('redis://db.local', 'luohu', {})).toEqual({
    kind: 'redis',
    shown: 'redis://db.local',
    host: 'db.local',
    port: 6379,
    db: 0,
    tls: false,
    namespace: 'luohu',
  });
  expect(readEngine('rediss://me:p%40ss@10.0.0.7:7000/3', '队列-1', {})).toEqual({
    kind: 'redis',
    shown: 'rediss://me@10.0.0.7:7000/3',
    host: '10.0.0.7',
    port: 7000,
    username: 'me',
    password: 'p@ss',
    db: 3,
    tls: true,
    namespace: '队列-1',
  });
  expect(readEngine('redis://[::1]:7000', 'a', {}).host).toBe('::1');
});

test('PostgreSQL is named by its database; what is shown is enough to join, the password apart', () => {
  expect(readEngine('postgres://me:p%40ss@db.local/%E9%98%9F%E5%88%97', 'luohu', {})).toEqual({
    kind: 'postgres',
    shown: 'postgres://me@db.local/%E9%98%9F%E5%88%97',
    host: 'db.local',
    port: 5432,
    username: 'me',
    password: 'p@ss',
    database: '队列',
    tls: false,
    namespace: 'luohu',
  });
  expect(readEngine('postgresql://db:6000/jobs?sslmode=require', 'a_1', {})).toMatchObject({
    shown: 'postgresql://db:6000/jobs?sslmode=require',
    port: 6000,
    tls: true,
  });
  expect(readEngine('postgres://db/jobs?sslmode=disable', 'a', {}).tls).toBe(false);
});

test('PostgreSQL takes a name of a schema as namespace, and no option but sslmode', () => {
  for (const name of ['队列', 'a-b', '1a', 'pg_jobs', 'a'.repeat(49)]) {
    expect(() => readEngine('postgres://host/jobs', name, {})).toThrow('with PostgreSQL --namespace must be a name');
  }
  expect(() => readEngine('postgres://host/jobs?sslmode=prefer', 'a', {})).toThrow(
    'sslmode in --engine must be disable, require or verify-full, got prefer',
  );
});

test('a password may come from the environment; one in the address wins', () => {
  const env = { LUOHU_REDIS_PASSWORD: 'secret' };
  expect(readEngine('redis://host', 'a', env).password).toBe('secret');
  expect(readEngine('redis://:other@host', 'a', env).password).toBe('other');
  expect(readEngine('postgres://me@host/jobs', 'a', env)).not.toHaveProperty('password');
  expect(readEngine('postgres://me@host/jobs', 'a', { LUOHU_POSTGRES_PASSWORD: 'own' }).password).toBe('own');
});

test('what is no address or no name is refused, without the password', () => {
  const mistaken = [
    ...[
      'host:6379',
      'http://host',
      'redis://',
      'redis:host',
      'redis://host/name',
      'redis://host?db=1',
      'redis://host#1',
    ],
    'redis://:%zz@host',
    ...['postgres://host', 'postgres://host/', 'postgres:///jobs', 'postgres://host/a/b', 'postgres://host/a?host=b'],
  ];
  for (const address of mistaken) {
    expect(() => readEngine(address, 'a', {})).toThrow('--engine must be threads, redis://host[:port]');
  }
  expect(() => readEngine('redis://:secret@host/x', 'a', {})).toThrow(/got redis:\/\/host\/x$/);
  expect(() => readEngine('postgres://host/jobs?password=secret&user=me', 'a', {})).toThrow(/password=…&user=me$/);
  // a password with signs that should have been encoded makes the address unreadable, and is not shown either
  for (const secret of ['a/b', 'a@b', 'a b:c', 'a?b', '1#b', '%zz']) {
    expect(() => readEngine(`postgres://me:${secret}@host:port/jobs`, 'a', {})).toThrow(
      /got postgres:\/\/me@host:port\/jobs$/,
    );
  }
  for (const name of ['', 'a:b', '-a', 'a b']) {
    expect(() => readEngine('redis://host', name, {})).toThrow('--namespace must be a name');
  }
});
