import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { resultHash } from '../../src/result/result-hash.ts';
import { countingFolders, countingPackages } from '../../src/run/code.ts';
import { canonicalJson, sha256 } from '../../src/run/hash.ts';
import { scenarioHash } from '../../src/run/scenario-hash.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { fakeResult } from './fake/result.ts';

const scenario = {
  id: 'baotou',
  file: 'scenarios/baotou.yaml',
  seed: 'luohu',
  parameters: { 'place.peers': [{ from: 2020, value: 2.8, origin: 'default' }] },
} as unknown as Scenario;
const identity = { version: '0.1.0', scenario, data: [{ path: 'data/areas.csv', sha256: 'aa' }], sample: 1 };

test('sha256 of abc is the published one', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('the order of keys makes no difference to canonical JSON', () => {
  expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":2,"d":1}]}');
});

test('where a scenario lies and where a value was written make no difference to its hash', () => {
  const moved = {
    ...scenario,
    file: '/tmp/baotou.yaml',
    parameters: { 'place.peers': [{ from: 2020, value: 2.8, origin: 'x:1:1' }] },
  };
  expect(scenarioHash({ ...identity, scenario: moved as unknown as Scenario })).toBe(scenarioHash(identity));
});

test('version, data, seed, a value and the sample each make a difference', () => {
  const changed = [
    { ...identity, version: '0.1.1' },
    { ...identity, data: [{ path: 'data/areas.csv', sha256: 'ab' }] },
    { ...identity, scenario: { ...scenario, seed: '2' } },
    {
      ...identity,
      scenario: { ...scenario, parameters: { 'place.peers': [{ from: 2020, value: 2.9 }] } } as unknown as Scenario,
    },
    { ...identity, sample: 0.5 },
  ];
  const hashes = [identity, ...changed].map(scenarioHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('the result hash sees every number and not the order of arrival', () => {
  const results = [0, 1].map((replicate) => fakeResult(replicate, (year) => year + replicate));
  const hash = resultHash(results);
  expect(resultHash([...results].reverse())).toBe(hash);
  const touched = fakeResult(1, (year) => year + 1);
  touched.settlements[3] = 1e-300;
  expect(resultHash([results[0], touched])).not.toBe(hash);
});

test('every NaN is the same NaN and minus zero is zero', () => {
  const odd = fakeResult(0, () => 0);
  new Uint32Array(odd.values.buffer).set([1, 0xfff80000], 0);
  odd.values[1] = -0;
  const plain = fakeResult(0, () => 0);
  plain.values[0] = NaN;
  expect(resultHash([odd])).toBe(resultHash([plain]));
});

test('every package that the code behind the numbers loads is in its hash, and so is what those load', () => {
  const root = path.resolve('src');
  const files = countingFolders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(root, folder, name)),
  );
  const bare = /\bfrom '((?:@[^/']+\/)?[^./'][^/']*)[^']*'/g;
  const loaded = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(bare)].map(([, name]) => name));
  const counted = Object.keys(countingPackages);
  expect(counted).toEqual(expect.arrayContaining([...new Set(loaded)].filter((name) => !name.startsWith('node:'))));
  for (const [name, parts] of Object.entries(countingPackages))
    for (const part of parts) {
      const place = path.resolve('node_modules', name, part);
      const inside = place.endsWith('js')
        ? [place]
        : readdirSync(place, { recursive: true, encoding: 'utf8' })
            .filter((file) => /\.m?js$/.test(file))
            .map((file) => path.join(place, file));
      expect(inside.length).toBeGreaterThan(0);
      const loads = inside.flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^import .* from ['"]([^.'"][^'"]*)['"]/gm)].map(([, other]) => other),
      );
      expect([...counted, 'path', 'util']).toEqual(expect.arrayContaining(loads));
    }
});
