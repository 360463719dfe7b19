import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../src/run/lock.ts';
import { temporary } from './fake/small-run.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporary('lock');
  file = path.join(folder, 'baotou-1.lock');
});

const held = (owner: object): void =>
  writeFileSync(file, JSON.stringify({ since: '2026-01-01', birth: null, ...owner }));

test('the second is refused with the process that was first, and may when the first is done', async () => {
  const release = await takeLock(file);
  await expect(takeLock(file)).rejects.toThrow(`process ${process.pid} has been writing the same result since`);
  await release();
  await (await takeLock(file))();
  expect(readdirSync(folder)).toEqual([]);
});

test('of many at once exactly one succeeds', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(file)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(['baotou-1.lock']);
});

test('the lock of a dead process, of another that took its number, and one a power cut emptied are taken over', async () => {
  const dead = spawnSync('true').pid;
  for (const stale of [
    { pid: dead, host: os.hostname() },
    { pid: process.pid, host: os.hostname(), birth: '1' },
    null,
  ]) {
    if (stale === null) writeFileSync(file, '');
    else held(stale);
    const release = await takeLock(file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, host: os.hostname() });
    await release();
  }
});

test('a process that lives holds its lock; of one on another machine nobody knows', async () => {
  const other = spawn('sleep', ['60']);
  try {
    held({ pid: other.pid, host: os.hostname() });
    await expect(takeLock(file)).rejects.toThrow(`process ${other.pid} has`);
    held({ pid: 1, host: 'elsewhere' });
    await expect(takeLock(file)).rejects.toThrow(`process 1 on elsewhere has been writing`);
    await expect(takeLock(file)).rejects.toThrow(`delete ${file}`);
  } finally {
    other.kill();
  }
});

test.each([
  ['a folder', () => mkdirSync(file)],
  ['a link that leads nowhere', () => symlinkSync(path.join(folder, 'nowhere'), file)],
  ['a link to itself', () => symlinkSync(file, file)],
  ['a pipe', () => execFileSync('mkfifo', [file])],
  ['a number', () => writeFileSync(file, '5')],
  ['another record', () => writeFileSync(file, '{"pid": "1"}')],
  ['a large file', () => writeFileSync(file, 'x'.repeat(10_000))],
])('%s in the place of the lock is told in a line, and left there', async (_, put) => {
  put();
  await expect(takeLock(file)).rejects.toThrow(`${file}: must be a lock that luohu wrote, got something else`);
  expect(readdirSync(folder)).toEqual(['baotou-1.lock']);
});
