import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../run/hash.ts';
import type { Replicates } from './tangent.ts';

/** Simulations that are done: kept on disk one by one, so that a calibration that was killed takes up where it stopped. */
export interface Done {
  get(key: string): Replicates | null;
  put(key: string, figures: Replicates): void;
}

/** The simulations of one prefecture in its folder. A file appears whole or not at all. */
export function doneIn(folder: string): Done {
  mkdirSync(folder, { recursive: true });
  const place = (key: string) => path.join(folder, `${key}.json`);
  return {
    get(key) {
      try {
        return JSON.parse(readFileSync(place(key), 'utf8')) as Replicates;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    put(key, figures) {
      writeWhole(place(key), JSON.stringify(figures));
    },
  };
}

/** Seconds a calibration has taken over all calls that worked on it; `spent` adds those of this call so far and keeps the sum. */
export function clockIn(folder: string): { spent(): number } {
  mkdirSync(folder, { recursive: true });
  const place = path.join(folder, 'seconds.txt');
  const started = performance.now();
  let before = 0;
  try {
    before = Number(readFileSync(place, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return {
    spent() {
      const seconds = before + (performance.now() - started) / 1000;
      writeWhole(place, seconds.toFixed(1));
      return seconds;
    },
  };
}

function writeWhole(place: string, text: string): void {
  const temporary = `${place}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, place);
}

/** Folders of src (or dist) whose code decides what a simulation gives. */
const simulating = ['math', 'random', 'scenario', 'policy', 'population', 'process', 'indicator', 'kernel', 'run'];
const alongside = [
  'measure.ts',
  'target-kinds.ts',
  'transform.ts',
  'simulated-prefecture.ts',
  '../simulate.ts',
  '../hindcast/target-value.ts',
];

/** Hash of the code of the simulator: what one version of it has simulated, another one must not take up. */
export function simulatorHash(): string {
  const top = fileURLToPath(new URL('../../', import.meta.url));
  const here = fileURLToPath(new URL('./', import.meta.url));
  const isCode = (name: string) => /(?<!\.d)\.[jt]s$/.test(name);
  const files = [
    ...simulating.flatMap((folder) =>
      readdirSync(path.join(top, folder), { recursive: true, encoding: 'utf8' })
        .filter(isCode)
        .map((name) => path.join(top, folder, name)),
    ),
    ...alongside.map((name) => path.join(here, import.meta.url.endsWith('.ts') ? name : name.replace(/ts$/, 'js'))),
  ];
  const hashes = files
    .sort()
    .map((file) => [path.relative(top, file).split(path.sep).join('/'), sha256(readFileSync(file))]);
  return sha256(JSON.stringify(hashes));
}
