import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { resultHash } from '../../src/result/result-hash.ts';
import { clusterKey } from '../../src/run/cluster-key.ts';
import { decodeReplicate, encodeReplicate } from '../../src/run/record/replicate-record.ts';
import { fakeResult } from './fake/result.ts';

const owner = { hash: 'a'.repeat(64), code: 'b'.repeat(64), strict: true };
const odd = [Number.NaN, -0, 0.1, 1e300, -1 / 3, Number.MIN_VALUE, 5, 6];
const result = fakeResult(7, (year, area, indicator) => odd[(year + area.length + indicator.length) % odd.length]);

test('a replicate comes back bit by bit, undefined numbers and the sign of zero included', () => {
  const bytes = encodeReplicate(owner, result);
  const back = decodeReplicate(bytes);
  expect(back?.owner).toEqual(owner);
  expect(back?.result).toEqual(result);
  expect([...back!.result.values].map((value) => Object.is(value, -0))).toEqual(
    [...result.values].map((value) => Object.is(value, -0)),
  );
  expect(encodeReplicate(owner, back!.result)).toEqual(bytes);
});

test('the name a document gives its route comes back, and is no part of the result hash', () => {
  const called = { zh: '表彰人员', en: 'honoured persons' };
  const named = { ...result, routes: result.routes.map((route) => ({ ...route, called })) };
  expect(decodeReplicate(encodeReplicate(owner, named))?.result.routes).toEqual(named.routes);
  expect(resultHash([named])).toBe(resultHash([result]));
});

test('every cut and every changed byte is noticed', () => {
  const bytes = encodeReplicate(owner, result);
  for (let length = 0; length < bytes.length; length += 13)
    expect(decodeReplicate(bytes.subarray(0, length))).toBeNull();
  for (let at = 0; at < bytes.length; at += 7) {
    const spoilt = bytes.slice();
    spoilt[at] ^= 1;
    expect(decodeReplicate(spoilt)).toBeNull();
  }
  expect(decodeReplicate(new TextEncoder().encode('{"replicate": 7}\n'.repeat(20)))).toBeNull();
});

/** A record whose checksum is right, whatever its line of JSON says. */
function forged(change: (head: Record<string, unknown>) => void): Uint8Array {
  const bytes = encodeReplicate(owner, result);
  const [magic, line] = [bytes.indexOf(10) + 1, bytes.indexOf(10, bytes.indexOf(10) + 1)];
  const head = JSON.parse(Buffer.from(bytes.subarray(magic, line)).toString()) as Record<string, unknown>;
  change(head);
  const whole = Buffer.concat([
    bytes.subarray(0, magic),
    Buffer.from(`${JSON.stringify(head)}\n`),
    bytes.subarray(line + 1, -32),
  ]);
  return Buffer.concat([whole, createHash('sha256').update(whole).digest()]);
}

test.each<[string, (head: Record<string, unknown>) => void]>([
  ['no number of a replicate', (head) => (head['replicate'] = 1.5)],
  ['a negative number', (head) => (head['replicate'] = -1)],
  ['other lengths', (head) => (head['lengths'] = { values: 1e7, settlements: 4 })],
  ['fewer years than numbers', (head) => (head['years'] = [2020])],
  ['another key', (head) => (head['more'] = 1)],
  ['texts for years', (head) => (head['years'] = ['2020', '2021'])],
])('a record with the right checksum and %s is no replicate', (_, change) => {
  expect(decodeReplicate(forged(() => {}))).not.toBeNull();
  expect(decodeReplicate(forged(change))).toBeNull();
});

test('with a key only what carries its seal is a replicate', () => {
  const key = clusterKey({ LUOHU_CLUSTER_KEY: 'a key nobody would guess' });
  const other = clusterKey({ LUOHU_CLUSTER_KEY: 'a key somebody guessed' });
  const bytes = encodeReplicate(owner, result, key);
  expect(decodeReplicate(bytes, key)?.result).toEqual(result);
  for (const [content, with_] of [
    [bytes, other],
    [bytes, null],
    [encodeReplicate(owner, result), key],
  ] as const)
    expect(decodeReplicate(content, with_)).toBeNull();
  expect(() => clusterKey({ LUOHU_CLUSTER_KEY: 'short' })).toThrow('must have at least 16 characters, got 5');
});
