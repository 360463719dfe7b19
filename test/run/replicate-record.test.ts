import { expect, test } from 'vitest';
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
