import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { PeopleOutcomes } from '../../run/people-outcomes.ts';

/** What is kept of one replicate: some or all of its indicators, and its people where they are asked for. */
export interface Kept {
  readonly result: ReplicateResult;
  readonly people: PeopleOutcomes | null;
}

/** Finished evaluations by key: an analysis that was stopped goes on from here. */
export interface Store {
  /** Null when it has not been made, or its file cannot be read. */
  readonly load: (key: string) => Promise<Kept | null>;
  readonly keep: (key: string, kept: Kept) => Promise<void>;
  /** Removes everything: the analysis is done. */
  readonly clear: () => Promise<void>;
}

/** Keeps each evaluation in a file of its own, which appears whole or not at all. */
export function storeIn(folder: string): Store {
  const place = (key: string): string => path.join(folder, key);
  return {
    async load(key) {
      try {
        return deserialize(inflateRawSync(await readFile(place(key)))) as Kept;
      } catch {
        return null;
      }
    },
    async keep(key, kept) {
      await mkdir(folder, { recursive: true });
      const temporary = `${place(key)}.${process.pid}.part`;
      await writeFile(temporary, deflateRawSync(serialize(kept), { level: 1 }));
      await rename(temporary, place(key));
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Keeps evaluations no longer than the command runs. */
export function storeInMemory(): Store {
  const kept = new Map<string, Kept>();
  return {
    load: (key) => Promise.resolve(kept.get(key) ?? null),
    async keep(key, evaluation) {
      kept.set(key, evaluation);
    },
    async clear() {
      kept.clear();
    },
  };
}
