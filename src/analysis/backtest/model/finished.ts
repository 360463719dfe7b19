import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { UnitMembers } from './model-forecaster.ts';

/** What has been simulated so far, prefecture by prefecture: an interrupted backtest goes on where it stopped. */
export interface Finished {
  /** What was kept of a prefecture; null when it has not been simulated, or its file cannot be read. */
  readonly load: (prefecture: string) => Promise<UnitMembers | null>;
  readonly keep: (prefecture: string, members: UnitMembers) => Promise<void>;
}

/** Keeps each prefecture in a file of its own in a folder whose name holds the hash of everything that decides the numbers. */
export function finishedIn(folder: string): Finished {
  const place = (prefecture: string): string => path.join(folder, `${prefecture}.json`);
  return {
    async load(prefecture) {
      try {
        return JSON.parse(await readFile(place(prefecture), 'utf8')) as UnitMembers;
      } catch {
        return null;
      }
    },
    async keep(prefecture, members) {
      await mkdir(folder, { recursive: true });
      const temporary = `${place(prefecture)}.${process.pid}.part`;
      await writeFile(temporary, `${JSON.stringify(members)}\n`);
      await rename(temporary, place(prefecture));
    },
  };
}
