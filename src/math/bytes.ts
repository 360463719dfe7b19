/**
 * Four rows at a time: byte columns read as words, a question to each of the four bytes answered in one go. An answer is a word
 * with 1 or 0 in every byte; row k of the four is byte k (Warren 2012, Hacker's Delight, 2nd ed., ch. 6).
 */
const ONES = 0x01010101;
const LOW_BITS = 0x7f7f7f7f;

/** A byte column as words. It starts at a multiple of four bytes; the last word may hold bytes beyond its end. */
export function wordsOf(column: Uint8Array<ArrayBufferLike>): Int32Array<ArrayBufferLike> {
  return new Int32Array(column.buffer, column.byteOffset, (column.length + 3) >>> 2);
}

/** 1 for each byte of word w that is one of the first `rows`; at least its first byte has to be. */
export function withinRows(w: number, rows: number): number {
  return (w + 1) << 2 <= rows ? ONES : ONES & ((1 << (8 * (rows & 3))) - 1);
}

/** 1 for bytes that are not 0. */
export const nonZero = (x: number): number => ((((x & LOW_BITS) + LOW_BITS) | x) >>> 7) & ONES;

/** 1 for bytes of at least n, 1 to 128. */
export const atLeast = (x: number, n: number): number =>
  ((((x & LOW_BITS) + Math.imul(128 - n, ONES)) | x) >>> 7) & ONES;

/** 1 for bytes below n, 1 to 128. */
export const below = (x: number, n: number): number => atLeast(x, n) ^ ONES;

/** 1 for bytes that are n. */
export const equalTo = (x: number, n: number): number => nonZero(x ^ Math.imul(n, ONES)) ^ ONES;

/**
 * Appends to a list the rows whose byte is 1 in an answer about four rows, `first` being that of byte 0.
 * @returns the new length of the list
 */
export function listRows(answer: number, first: number, list: Int32Array, length: number): number {
  // Written in any case: cheaper than a branch that cannot be foreseen. Written out: see population/bound.ts.
  let count = length;
  list[count] = first;
  count += answer & 1;
  list[count] = first + 1;
  count += (answer >>> 8) & 1;
  list[count] = first + 2;
  count += (answer >>> 16) & 1;
  list[count] = first + 3;
  count += answer >>> 24;
  return count;
}
