/**
 * Rows of a byte column that hold a value, in rising order: four rows a comparison.
 *
 * `(x - 0x01010101) & ~x & 0x80808080` is zero exactly when no byte of x is zero (Warren 2012, Hacker's Delight, 6-1).
 * @param column starts at a multiple of four bytes of its buffer
 * @param into filled with the rows found; at least `rows` long
 * @returns how many were found
 */
export function rowsEqual(column: Uint8Array<ArrayBufferLike>, rows: number, value: number, into: Int32Array): number {
  const words = new Int32Array(column.buffer, column.byteOffset, rows >>> 2);
  const pattern = Math.imul(value, 0x01010101);
  let found = 0;
  for (let w = 0; w < words.length; w++) {
    const x = words[w]! ^ pattern;
    if (((x - 0x01010101) & ~x & 0x80808080) === 0) continue;
    const first = w << 2;
    for (let i = first; i < first + 4; i++) if (column[i] === value) into[found++] = i;
  }
  for (let i = words.length << 2; i < rows; i++) if (column[i] === value) into[found++] = i;
  return found;
}
