import { open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAGIC } from './base-file.ts';

/** A file of the cache. */
export interface CachedFile {
  readonly file: string;
  readonly bytes: number;
  /** When it was last used, in milliseconds. */
  readonly used: number;
}

const ENDING = '.luohu-base';
/** Written by another process, or left by one that was killed. */
const PART_ENDING = '.luohu-part';
/** A file that has been written for longer is left over. */
const LEFT_OVER_MS = 3_600_000;

/** The file of a base population, and names to write it under. */
export const fileOf = (folder: string, key: string): string => path.join(folder, `${key}${ENDING}`);
let written = 0;
export const partOf = (folder: string, key: string): string =>
  path.join(folder, `${key.slice(0, 16)}-${process.pid}-${written++}${PART_ENDING}`);

/** Base populations in a folder, the least recently used first; none in a folder that is not there. */
export const cachedBases = async (folder: string): Promise<CachedFile[]> => {
  const files = await basesIn(folder);
  const own = await Promise.all(files.map(({ file }) => beginsWithMagic(file)));
  return files.filter((_, i) => own[i]).sort((a, b) => a.used - b.used);
};

/**
 * Removes the least recently used files until the others fit, and what dead processes left. Files are opened only where some have to go.
 * @returns bytes that are free then
 */
export async function trim(folder: string, maxBytes: number): Promise<number> {
  for (const { file, used } of await partsIn(folder)) if (Date.now() - used > LEFT_OVER_MS) await remove(file);
  const sizeOf = (files: readonly CachedFile[]): number => files.reduce((sum, each) => sum + each.bytes, 0);
  const named = sizeOf(await basesIn(folder));
  if (named <= maxBytes) return maxBytes - named;
  const bases = await cachedBases(folder);
  let bytes = sizeOf(bases);
  for (const each of bases) {
    if (bytes <= maxBytes) break;
    await remove(each.file);
    bytes -= each.bytes;
  }
  return maxBytes - bytes;
}

/** Removes all that is the cache's own; answers with the base populations that were there. */
export async function emptyCache(folder: string): Promise<CachedFile[]> {
  const bases = await cachedBases(folder);
  for (const { file } of [...bases, ...(await partsIn(folder))]) await rm(file, { force: true });
  return bases;
}

const basesIn = (folder: string): Promise<CachedFile[]> => filesOf(folder, /^[0-9a-f]{64}\.luohu-base$/);
const partsIn = (folder: string): Promise<CachedFile[]> => filesOf(folder, /^[0-9a-f]{16}-\d+-\d+\.luohu-part$/);

/** Another process may have removed it, or may be reading it where that keeps it from being removed. */
const remove = (file: string): Promise<void> => rm(file, { force: true }).catch(() => {});

async function filesOf(folder: string, named: RegExp): Promise<CachedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: CachedFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !named.test(entry.name)) continue;
    const file = path.join(folder, entry.name);
    const there = await stat(file).catch(() => null);
    if (there !== null) found.push({ file, bytes: there.size, used: there.mtimeMs });
  }
  return found;
}

async function beginsWithMagic(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return false;
  try {
    const bytes = new Uint8Array(MAGIC.length);
    await handle.read(bytes, 0, MAGIC.length, 0);
    return new TextDecoder().decode(bytes) === MAGIC;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
