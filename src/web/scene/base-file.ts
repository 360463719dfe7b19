import type { PopulationBuffers } from '../../population/population.ts';
import { allocateMemory, type Memory } from '../../population/shared-memory.ts';

/** A base population as one file: a header of four 32-bit words (magic, bytes of the three tables), then the tables. */
const MAGIC = 0x4c484231; // "LHB1"
const HEADER_WORDS = 4;
const tables = ['persons', 'households', 'villages'] as const;

export function toBaseFile(buffers: PopulationBuffers): Uint8Array<ArrayBuffer> {
  const sizes = tables.map((name) => buffers[name].byteLength);
  const bytes = new Uint8Array(4 * HEADER_WORDS + sizes.reduce((sum, size) => sum + size, 0));
  new Uint32Array(bytes.buffer, 0, HEADER_WORDS).set([MAGIC, ...sizes]);
  let offset = 4 * HEADER_WORDS;
  for (const name of tables) {
    bytes.set(new Uint8Array(buffers[name]), offset);
    offset += buffers[name].byteLength;
  }
  return bytes;
}

/** The tables of a file in memory that all workers may see. Throws when the bytes are no such file, or not all of it. */
export function fromBaseFile(file: ArrayBuffer): PopulationBuffers {
  const [magic, ...sizes] = file.byteLength < 4 * HEADER_WORDS ? [] : new Uint32Array(file, 0, HEADER_WORDS);
  const whole = 4 * HEADER_WORDS + sizes.reduce((sum, size) => sum + size, 0);
  if (magic !== MAGIC || file.byteLength !== whole) throw new Error('not a whole base population');
  let offset = 4 * HEADER_WORDS;
  const parts = tables.map((name, i): [string, Memory] => {
    const memory = allocateMemory(sizes[i]);
    new Uint8Array(memory).set(new Uint8Array(file, offset, sizes[i]));
    offset += sizes[i];
    return [name, memory];
  });
  return Object.fromEntries(parts) as unknown as PopulationBuffers;
}
