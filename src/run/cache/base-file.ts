import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Localized } from '../../language/language.ts';
import { adoptPopulation, type PopulationBuffers, type PopulationCapacity } from '../../population/population.ts';
import type { FitRow } from '../../population/synthesis/fit/fit.ts';
import type { Base } from '../job.ts';

/**
 * A base population as a file: 8 bytes of magic, two 32-bit words (version, bytes of the head), the head as JSON, the three tables
 * as they lie in memory, and the sha256 of all before it.
 */
export const MAGIC = 'LUOHUPOP';
const VERSION = 1;
const START_BYTES = 16;
const HASH_BYTES = 32;
/** Read, written and hashed at a time, so that the thread that does it stays responsive: some 5 ms. */
const CHUNK_BYTES = 4 << 20;

interface Head {
  /** What the population is made of. */
  readonly key: string;
  readonly tableBytes: readonly number[];
  readonly rows: PopulationCapacity;
  readonly fit: readonly FitRow[];
  readonly notes: readonly Localized[];
}

const tables = ['persons', 'households', 'villages'] as const;
const bytesOf = (buffers: PopulationBuffers): number[] => tables.map((table) => buffers[table].byteLength);
const total = (bytes: readonly number[]): number => bytes.reduce((sum, each) => sum + each, 0);

const headOf = (key: string, { buffers, rows, fit, notes }: Base): Uint8Array => {
  const head: Head = { key, tableBytes: bytesOf(buffers), rows, fit, notes };
  return new TextEncoder().encode(JSON.stringify(head));
};

/** Bytes of the file of a base population. */
export const baseFileBytes = (key: string, base: Base): number =>
  START_BYTES + headOf(key, base).byteLength + total(bytesOf(base.buffers)) + HASH_BYTES;

/** Writes a file that must not be there yet. Throws what the system throws. */
export async function writeBaseFile(file: string, key: string, base: Base): Promise<void> {
  const head = headOf(key, base);
  const start = new Uint8Array(START_BYTES);
  start.set(new TextEncoder().encode(MAGIC));
  new Uint32Array(start.buffer).set([VERSION, head.byteLength], MAGIC.length / 4);
  const hash = createHash('sha256');
  const handle = await open(file, 'wx');
  try {
    for (const part of [start, head, ...tables.map((table) => new Uint8Array(base.buffers[table]))])
      await inChunks(part, async (chunk) => {
        hash.update(chunk);
        await writeAll(handle, chunk);
      });
    await writeAll(handle, hash.digest());
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.byteLength; ) at += (await handle.write(bytes, at)).bytesWritten;
}

/**
 * Reads a base population straight into shared memory.
 * @returns null when there is no such file; `damaged` when it is not whole, not of this key or of other tables
 */
export async function readBaseFile(file: string, key: string): Promise<Base | 'damaged' | null> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    return (await readWhole(handle, key)) ?? 'damaged';
  } catch {
    return 'damaged'; // cut short while it is read, not JSON, or tables this code does not know
  } finally {
    await handle.close();
  }
}

async function readWhole(handle: FileHandle, key: string): Promise<Base | null> {
  const hash = createHash('sha256');
  const { size } = await handle.stat();
  const start = await readInto(handle, new Uint8Array(START_BYTES), hash);
  if (new TextDecoder().decode(start.subarray(0, MAGIC.length)) !== MAGIC) return null;
  const [version, headBytes] = new Uint32Array(start.buffer, MAGIC.length, 2);
  if (version !== VERSION || START_BYTES + headBytes + HASH_BYTES > size) return null;
  const text = await readInto(handle, new Uint8Array(headBytes), hash);
  const head = JSON.parse(new TextDecoder().decode(text)) as Head;
  if (head.key !== key || START_BYTES + headBytes + total(head.tableBytes) + HASH_BYTES !== size) return null;
  const [persons, households, villages] = head.tableBytes.map((bytes) => new SharedArrayBuffer(bytes));
  for (const buffer of [persons, households, villages]) await readInto(handle, new Uint8Array(buffer), hash);
  const written = await readInto(handle, new Uint8Array(HASH_BYTES));
  if (!hash.digest().equals(written)) return null;
  const buffers = { persons, households, villages };
  adoptPopulation(buffers);
  return { buffers, rows: head.rows, fit: head.fit, notes: head.notes };
}

/** Fills an array from where the file stands. Throws when the file ends before. */
async function readInto<T extends Uint8Array>(handle: FileHandle, into: T, hash?: Hash): Promise<T> {
  await inChunks(into, async (chunk) => {
    for (let at = 0; at < chunk.byteLength; ) {
      const { bytesRead } = await handle.read(chunk, at, chunk.byteLength - at);
      if (bytesRead === 0) throw new Error('the file ends early');
      at += bytesRead;
    }
    hash?.update(chunk);
  });
  return into;
}

async function inChunks(bytes: Uint8Array, work: (chunk: Uint8Array) => Promise<void>): Promise<void> {
  for (let at = 0; at < bytes.byteLength; at += CHUNK_BYTES) await work(bytes.subarray(at, at + CHUNK_BYTES));
}
