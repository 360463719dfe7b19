import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cachePlace } from '../../../src/run/cache/cache-place.ts';

const folderIn = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') => cachePlace(env, platform)?.folder;
const home = path.join(os.homedir(), '.cache', 'luohu');

test('the folder is LUOHU_CACHE, else that of XDG_CACHE_HOME, else the one of the home', () => {
  expect(folderIn({ LUOHU_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
  expect(folderIn({ LUOHU_CACHE: '', XDG_CACHE_HOME: '/b' })).toBe('/b/luohu');
  expect(folderIn({})).toBe(home);
  expect(folderIn({ XDG_CACHE_HOME: 'relative' })).toBe(home);
  expect(folderIn({ LOCALAPPDATA: '/local' }, 'win32')).toBe(path.join('/local', 'luohu'));
});

test('off is off', () => {
  expect(cachePlace({ LUOHU_CACHE: 'off' })).toBeNull();
});

test('the bound is 2 GB, or a number of bytes, or one with a unit', () => {
  const most = (text?: string) => cachePlace(text === undefined ? {} : { LUOHU_CACHE_MAX: text })?.maxBytes;
  expect(['500M', '500MB', '1.5g', '123', undefined].map(most)).toEqual([5e8, 5e8, 1.5e9, 123, 2e9]);
  expect(cachePlace({ LUOHU_CACHE_MAX: '2G' })?.complaint).toBeNull();
});

test('a bound that is none is told, and the usual one holds', () => {
  expect(cachePlace({ LUOHU_CACHE_MAX: 'much' })).toMatchObject({
    maxBytes: 2e9,
    complaint: { en: 'LUOHU_CACHE_MAX must be a number of bytes or like 500M or 2G, got much; taken as 2000 MB' },
  });
});
