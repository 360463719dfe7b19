import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import type { Localized } from '../../language/language.ts';
import { systemProblem } from '../../language/system-problem.ts';
import type { Base } from '../job.ts';
import { baseFileBytes, readBaseFile, writeBaseFile } from './base-file.ts';
import type { CachePlace } from './cache-place.ts';
import { fileOf, partOf, trim } from './cached-files.ts';
import { cacheMessages } from './messages.ts';

/**
 * Base populations kept on disk by what they are made of. Nothing rests on it: what cannot be read is made, what cannot be written is
 * not kept, and results are the same with and without.
 */
export interface BaseCache {
  /** The base population of a key; null when it is not there or damaged. */
  find(key: string): Promise<Base | null>;
  /** Keeps a base population, in the background. */
  keep(key: string, base: Base): void;
  /** Waits for what is being written. */
  settled(): Promise<void>;
}

/** Share of the bound one file may take: a greater one would drive out all others, and be driven out by the next of its kind. */
const LARGEST_SHARE = 1 / 4;
/** Share of the free bytes that is written before the folder is looked through again: other processes write too. */
const UNWATCHED_SHARE = 1 / 4;

/** @param say told what is wrong with the cache, each thing once */
export function openBaseCache(place: CachePlace | null, say: (told: Localized) => void = () => {}): BaseCache | null {
  if (place === null) return null;
  const { folder, maxBytes, complaint } = place;
  const told = new Set<string>();
  const sayOnce = (words: Localized): void => {
    if (!told.has(words.en)) say(words);
    told.add(words.en);
  };
  if (complaint !== null) sayOnce(complaint);
  let writing: Promise<void> = Promise.resolve();
  /** Bytes that may be written before the folder is looked through: looking at a thousand files for each new one is slow. */
  let unwatched = 0;

  const write = async (key: string, base: Base): Promise<void> => {
    const bytes = baseFileBytes(key, base);
    if (bytes > LARGEST_SHARE * maxBytes) return;
    const part = partOf(folder, key);
    try {
      await mkdir(folder, { recursive: true });
      await writeBaseFile(part, key, base);
      await rename(part, fileOf(folder, key));
      unwatched -= bytes;
      if (unwatched < 0) unwatched = UNWATCHED_SHARE * (await trim(folder, maxBytes));
    } catch (error) {
      await rm(part, { force: true }).catch(() => {});
      sayOnce(cacheMessages.notKept(folder, systemProblem(error)));
    }
  };
  return {
    async find(key) {
      const file = fileOf(folder, key);
      const found = await readBaseFile(file, key);
      if (found === 'damaged') sayOnce(cacheMessages.damaged(file));
      if (found === null || found === 'damaged') return null;
      const now = new Date();
      await utimes(file, now, now).catch(() => {}); // only its place in the order is lost
      return found;
    },
    keep(key, base) {
      writing = writing.then(() => write(key, base));
    },
    settled: () => writing,
  };
}
