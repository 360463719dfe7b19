import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Localized } from '../../../src/language/language.ts';
import { shareBuffers } from '../../../src/population/population.ts';
import { type BaseCache, openBaseCache } from '../../../src/run/cache/base-cache.ts';
import { cachedBases, emptyCache, fileOf } from '../../../src/run/cache/cached-files.ts';
import { sha256 } from '../../../src/run/hash.ts';
import type { Base } from '../../../src/run/job.ts';
import { fakePopulation } from '../fake/population.ts';

let folder: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-cache-'));
  told = [];
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const openIn = (place: string, maxBytes = 1e9): BaseCache =>
  openBaseCache({ folder: place, maxBytes, complaint: null }, ({ en }: Localized) => told.push(en))!;

const baseOf = (families: number): Base => {
  const population = fakePopulation(families, 10);
  const { persons, households, villages } = population;
  return {
    buffers: shareBuffers(population),
    rows: { persons: persons.rows, households: households.rows, villages: villages.rows },
    fit: [
      { control: 'c', area: 'a', category: 'x', target: 1 / 3, synthesised: 1, difference: 2 / 3, controlled: true },
    ],
    notes: [{ zh: '注', en: 'note' }],
  };
};
const base = baseOf(1000);
const [one, two, three] = ['one', 'two', 'three'].map(sha256);

async function keep(cache: BaseCache, key: string, kept = base): Promise<void> {
  cache.keep(key, kept);
  await cache.settled();
}

const bytesOf = ({ buffers }: Base) => Object.values(buffers).map((buffer) => Buffer.from(new Uint8Array(buffer)));

describe('base populations kept on disk', () => {
  test('what is read is what was kept, in shared memory', async () => {
    await keep(openIn(folder), one);
    const found = (await openIn(folder).find(one))!;
    expect(bytesOf(found)).toEqual(bytesOf(base));
    expect({ ...found, buffers: null }).toEqual({ ...base, buffers: null });
    expect(found.buffers.persons).toBeInstanceOf(SharedArrayBuffer);
    expect(await openIn(folder).find(two)).toBeNull();
    expect(told).toEqual([]);
  });

  test.each([
    ['a changed byte', (bytes: Buffer) => bytes.fill(bytes[20_000] ^ 1, 20_000, 20_001)],
    ['a file cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ['an empty file', () => Buffer.alloc(0)],
    ['another format', (bytes: Buffer) => bytes.fill('x', 0, 8)],
    ['another version', (bytes: Buffer) => bytes.fill(9, 8, 9)],
    ['a head of nonsense', (bytes: Buffer) => bytes.fill('{', 16, 40)],
  ])('%s is found, told once, and replaced', async (_, damage) => {
    await keep(openIn(folder), one);
    const file = fileOf(folder, one);
    writeFileSync(file, damage(readFileSync(file)));
    const cache = openIn(folder);
    expect(await cache.find(one)).toBeNull();
    expect(await cache.find(one)).toBeNull();
    expect(told).toEqual([`${file} is damaged: made again`]);
    await keep(cache, one);
    expect(await cache.find(one)).not.toBeNull();
  });

  test('the population of another key is not taken for this one', async () => {
    await keep(openIn(folder), one);
    writeFileSync(fileOf(folder, two), readFileSync(fileOf(folder, one)));
    expect(await openIn(folder).find(two)).toBeNull();
  });

  test('the least recently used go first when the bound is passed', async () => {
    const { size } = await sizeOf(folder, one);
    await emptyCache(folder);
    const cache = openIn(folder, 4.5 * size);
    const keys = ['a', 'b', 'c', 'd'].map(sha256);
    for (const [i, key] of keys.entries()) {
      await keep(cache, key);
      utimesSync(fileOf(folder, key), i, i);
    }
    await cache.find(keys[0]);
    await keep(cache, two);
    const left = (await cachedBases(folder)).map(({ file }) => path.basename(file).slice(0, 64));
    expect(new Set(left)).toEqual(new Set([keys[0], keys[2], keys[3], two]));
  });

  test('one larger than a quarter of the bound is not kept, and nothing is said of it', async () => {
    const { size } = await sizeOf(folder, one);
    await emptyCache(folder);
    await keep(openIn(folder, 4 * size - 1), two);
    expect(readdirSync(folder)).toEqual([]);
    expect(told).toEqual([]);
  });

  test('a folder that cannot be made or written to is told once and is no error', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const cache = openIn(path.join(file, 'in'));
    await keep(cache, one);
    await keep(cache, two);
    expect(await cache.find(one)).toBeNull();
    expect(told).toEqual([
      `base populations are not kept in ${path.join(file, 'in')}: a part of the path is not a folder`,
    ]);
  });

  test('without a place there is no cache', () => {
    expect(openBaseCache(null)).toBeNull();
  });

  test('emptying leaves what is not its own', async () => {
    await keep(openIn(folder), one);
    const foreign = [`${three}.luohu-base`, 'notes.txt', 'x.luohu-base'];
    for (const name of foreign) writeFileSync(path.join(folder, name), 'mine');
    writeFileSync(path.join(folder, `${'0'.repeat(16)}-1-0.luohu-part`), '');
    expect(await emptyCache(folder)).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(foreign.sort());
  });

  test('what is left of a killed process goes after an hour', async () => {
    const part = path.join(folder, `${'0'.repeat(16)}-1-0.luohu-part`);
    const young = path.join(folder, `${'0'.repeat(16)}-1-1.luohu-part`);
    for (const file of [part, young]) writeFileSync(file, '');
    utimesSync(part, 1, 1);
    await keep(openIn(folder), one);
    expect(readdirSync(folder).sort()).toEqual([path.basename(young), `${one}.luohu-base`].sort());
  });

  test('two processes that keep and read the same one at once both see whole files', async () => {
    const script = `
      const { openBaseCache } = await import(${JSON.stringify(new URL('../../../src/run/cache/base-cache.ts', import.meta.url).href)});
      const cache = openBaseCache({ folder: ${JSON.stringify(folder)}, maxBytes: 1e9, complaint: null }, ({ en }) => console.log(en));
      const base = await cache.find(${JSON.stringify(one)});
      for (let round = 0; round < 20; round++) {
        cache.keep(${JSON.stringify(one)}, base);
        if ((await cache.find(${JSON.stringify(one)})) === null) console.log('lost');
        await cache.settled();
      }`;
    await keep(openIn(folder), one);
    const run = () =>
      new Promise<string>((resolve) => {
        const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
        let said = '';
        child.stdout.on('data', (text) => (said += text));
        child.stderr.on('data', (text) => (said += text));
        child.on('close', (status) => resolve(`${status} ${said}`));
      });
    expect(await Promise.all([run(), run()])).toEqual(['0 ', '0 ']);
    expect(readdirSync(folder)).toEqual([`${one}.luohu-base`]);
    expect(bytesOf((await openIn(folder).find(one))!)).toEqual(bytesOf(base));
  });
});

/** Keeps a base population and tells how large its file is. */
async function sizeOf(place: string, key: string): Promise<{ size: number }> {
  await keep(openIn(place), key);
  const handle = await open(fileOf(place, key));
  try {
    return await handle.stat();
  } finally {
    await handle.close();
  }
}
