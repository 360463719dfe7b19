import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Kept } from './members.ts';

/** Figures of finished members in a folder, a file each that appears whole or not at all: a fit that was killed goes on from there. */
export function keptIn(folder: string): Kept {
  const members = path.join(folder, 'members');
  mkdirSync(members, { recursive: true });
  const place = (key: string) => path.join(members, `${key.slice(0, 32)}.json`);
  return {
    get(key) {
      try {
        return (JSON.parse(readFileSync(place(key), 'utf8')) as (number | null)[]).map((value) => value ?? Number.NaN);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    put(key, figures) {
      const temporary = `${place(key)}.${process.pid}`;
      writeFileSync(temporary, JSON.stringify(figures));
      renameSync(temporary, place(key));
    },
  };
}
