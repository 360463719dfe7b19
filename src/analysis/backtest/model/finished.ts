import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What has been simulated so far, run by run: an interrupted backtest goes on where it stopped. */
export interface Finished<Kept> {
  /** What was kept of a run; null when it has not been made, or its file cannot be read. */
  readonly load: (name: string) => Promise<Kept | null>;
  readonly keep: (name: string, kept: Kept) => Promise<void>;
}

/** Keeps each run in a JSON file of its own, which appears whole or not at all. Names hold the hash of all that decides a run. */
export function finishedIn<Kept>(folder: string): Finished<Kept> {
  const place = (name: string): string => path.join(folder, `${name}.json`);
  return {
    async load(name) {
      try {
        return JSON.parse(await readFile(place(name), 'utf8')) as Kept;
      } catch {
        return null;
      }
    },
    async keep(name, kept) {
      await mkdir(folder, { recursive: true });
      const temporary = `${place(name)}.${process.pid}.part`;
      await writeFile(temporary, `${JSON.stringify(kept)}\n`);
      await rename(temporary, place(name));
    },
  };
}
