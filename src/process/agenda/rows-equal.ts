import { equalTo, listRows, withinRows, wordsOf } from '../../math/bytes.ts';

/**
 * Rows of a byte column that hold a value, in rising order: four rows a comparison.
 * @param column starts at a multiple of four bytes of its buffer
 * @param into filled with the rows found; at least `rows` long
 * @returns how many were found
 */
export function rowsEqual(column: Uint8Array<ArrayBufferLike>, rows: number, value: number, into: Int32Array): number {
  const words = wordsOf(column);
  let found = 0;
  for (let w = 0; w << 2 < rows; w++) {
    const equal = equalTo(words[w]!, value);
    if (equal !== 0) found = listRows(equal & withinRows(w, rows), w << 2, into, found);
  }
  return found;
}
