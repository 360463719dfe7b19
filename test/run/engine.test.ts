import { expect, test } from 'vitest';
import { readEngine } from '../../src/run/cluster/engine.ts';

test('an address says host, port, database, user and password; the password is never shown', () => {
  expect(readEngine('redis://db.local', 'luohu', {})).toEqual({
    shown: 'redis://db.local',
    host: 'db.local',
    port: 6379,
    db: 0,
    tls: false,
    namespace: 'luohu',
  });
  expect(readEngine('rediss://me:p%40ss@10.0.0.7:7000/3', '队列-1', {})).toEqual({
    shown: 'rediss://10.0.0.7:7000/3',
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

test('a password may come from the environment; one in the address wins', () => {
  const env = { LUOHU_REDIS_PASSWORD: 'secret' };
  expect(readEngine('redis://host', 'a', env).password).toBe('secret');
  expect(readEngine('redis://:other@host', 'a', env).password).toBe('other');
});

test('what is no address or no name is refused, without the password', () => {
  for (const address of ['host:6379', 'http://host', 'redis://', 'redis:host', 'redis://host/name']) {
    expect(() => readEngine(address, 'a', {})).toThrow('--engine must be threads, redis://host[:port]');
  }
  expect(() => readEngine('redis://:secret@host/x', 'a', {})).toThrow(/got redis:\/\/host\/x$/);
  for (const name of ['', 'a:b', '-a', 'a b']) {
    expect(() => readEngine('redis://host', name, {})).toThrow('--namespace must be a name');
  }
});
