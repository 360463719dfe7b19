import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { folderStore } from '../../src/run/store/folder-store.ts';
import { openStore } from '../../src/run/store/open-store.ts';
import { patientStore } from '../../src/run/store/patient-store.ts';
import { s3Store } from '../../src/run/store/s3-store.ts';
import type { Store } from '../../src/run/store/store.ts';
import { type BucketServer, bucketServer } from '../drill/bucket-server.ts';
import { temporary } from './fake/small-run.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array | null): string | null => content && new TextDecoder().decode(content);

let folder: string;
let bucket: BucketServer;
beforeAll(async () => {
  bucket = await bucketServer();
});
afterAll(() => bucket.stop());
beforeEach(() => {
  folder = temporary('store');
  bucket.objects.clear();
});

const key = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
const stores: Record<string, () => Store | Promise<Store>> = {
  'a folder': () => folderStore(folder),
  'a bucket': () => s3Store(bucket.store, key),
};

describe.each(Object.keys(stores))('%s', (kind) => {
  test('gives back what was put, lists by prefix in order, and removes a folder alone', async () => {
    const store = await stores[kind]();
    expect(await store.get('阿拉善-1/run.json')).toBeNull();
    expect(await store.list('阿拉善-1/')).toEqual([]);
    for (let i = 119; i >= 0; i--) await store.put(`阿拉善-1/replicate-${String(i).padStart(3, '0')}`, bytes(`r${i}`));
    await store.put('阿拉善-1/run.json', bytes('old'));
    await store.put('阿拉善-1/run.json', bytes('new'));
    await store.put('阿拉善-12/run.json', bytes('other'));
    expect(text(await store.get('阿拉善-1/run.json'))).toBe('new');
    const listed = await store.list('阿拉善-1/replicate-');
    expect(listed).toHaveLength(120);
    expect(listed).toEqual([...listed].sort());
    expect((await store.list('')).filter((each) => each.endsWith('run.json'))).toEqual([
      '阿拉善-1/run.json',
      '阿拉善-12/run.json',
    ]);
    await store.remove('阿拉善-1');
    expect(await store.list('')).toEqual(['阿拉善-12/run.json']);
  });
});

test('a file that is being written is not listed, and a failed write leaves nothing', async () => {
  const store = folderStore(folder);
  await store.put('a/one', bytes('1'));
  writeFileSync(path.join(folder, 'a', '.two.1.0'), 'half');
  expect(await store.list('')).toEqual(['a/one']);
  mkdirSync(path.join(folder, 'a', 'three'));
  writeFileSync(path.join(folder, 'a', 'three', 'x'), '');
  await expect(store.put('a/three', bytes('3'))).rejects.toThrow();
  expect(readdirSync(path.join(folder, 'a')).sort()).toEqual(['.two.1.0', 'one', 'three']);
});

test('a folder that is gone is not made anew, because others would not see it', async () => {
  const store = folderStore(path.join(folder, 'shared'));
  mkdirSync(path.join(folder, 'shared'));
  await store.put('a/one', bytes('1'));
  rmSync(path.join(folder, 'shared'), { recursive: true });
  await expect(store.put('a/two', bytes('2'))).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual([]);
  await expect(openStore(path.join(folder, 'shared'), { make: false })).rejects.toThrow(
    'a store must be a folder that is',
  );
  expect((await openStore(path.join(folder, 'shared'), { make: true })).place).toBe(path.join(folder, 'shared'));
});

test('a bucket needs a key and an address', async () => {
  await expect(s3Store('s3://luohu/runs', {})).rejects.toThrow('needs AWS_ACCESS_KEY_ID');
  for (const place of ['s3://', 'http://host', 'https://']) {
    await expect(s3Store(place, key)).rejects.toThrow('a store must be a folder, s3://bucket/path');
  }
});

test('a store that does not answer is tried again, and given up in the end', async () => {
  let calls = 0;
  const failing = (times: number): Store => ({
    ...folderStore(folder),
    get: async () => {
      if (++calls <= times) throw new Error('away');
      return bytes('back');
    },
  });
  expect(text(await patientStore(failing(2), [0, 0, 0]).get('a'))).toBe('back');
  calls = 0;
  await expect(patientStore(failing(9), [0, 0, 0]).get('a')).rejects.toThrow('away');
  expect(calls).toBe(4);
});
