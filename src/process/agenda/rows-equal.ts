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
    const x = words[w] ^ pattern;
    if (((x - 0x01010101) & ~x & 0x80808080) === 0) continue;
    const i = w << 2;
    if (column[i] === value) into[found++] = i;
    if (column[i + 1] === value) into[found++] = i + 1;
    if (column[i + 2] === value) into[found++] = i + 2;
    if (column[i + 3] === value) into[found++] = i + 3;
  }
  for (let i = words.length << 2; i < rows; i++) if (column[i] === value) into[found++] = i;
  return found;
}
