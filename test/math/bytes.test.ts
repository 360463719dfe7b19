import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, below, equalTo, listRows, nonZero, withinRows, wordsOf } from '../../src/math/bytes.ts';

const fourBytes = fc.uint8Array({ minLength: 4, maxLength: 4 });
const wordOf = (bytes: Uint8Array): number => wordsOf(bytes)[0];
const answer = (bytes: Uint8Array, holds: (byte: number, k: number) => boolean): number =>
  wordOf(Uint8Array.from(bytes, (byte, k) => (holds(byte, k) ? 1 : 0)));

describe('four bytes at a time', () => {
  it('answers for each byte as if it were alone', () => {
    fc.assert(
      fc.property(fourBytes, fourBytes, fc.integer({ min: 1, max: 128 }), (x, y, n) => {
        expect(nonZero(wordOf(x))).toBe(answer(x, (byte) => byte !== 0));
        expect(atLeast(wordOf(x), n)).toBe(answer(x, (byte) => byte >= n));
        expect(below(wordOf(x), n)).toBe(answer(x, (byte) => byte < n));
        expect(equalTo(wordOf(x), n)).toBe(answer(x, (byte) => byte === n));
        expect(equalTo(wordOf(x), y[0])).toBe(answer(x, (byte) => byte === y[0]));
      }),
    );
  });

  it('tells the bytes below the number of rows', () => {
    for (let rows = 1; rows <= 9; rows++) {
      const whole = Array.from({ length: Math.ceil(rows / 4) * 4 }, (_, i) => i);
      const known = whole.map((i) => (withinRows(i >> 2, rows) >>> ((i & 3) * 8)) & 1);
      expect(known).toEqual(whole.map((i) => (i < rows ? 1 : 0)));
    }
  });

  it('lists the rows an answer names, in order, behind those listed before', () => {
    const list = new Int32Array(8).fill(-1);
    const first = listRows(wordOf(Uint8Array.of(0, 1, 0, 1)), 40, list, 0);
    expect(first).toBe(2);
    expect(listRows(wordOf(Uint8Array.of(1, 0, 0, 0)), 44, list, first)).toBe(3);
    expect([...list.subarray(0, 3)]).toEqual([41, 43, 44]);
  });
});
