import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Evaluations that are done, kept one a line: a command that was interrupted takes up where it stopped. */
export interface Cache {
  readonly file: string;
  /** Evaluations kept. */
  readonly size: number;
  get(key: string): readonly number[] | undefined;
  put(key: string, numbers: readonly number[]): void;
}

/**
 * The evaluations in a file. A line that a killed process left half written is passed over and written again; numbers survive
 * exactly, NaN as null.
 */
export function cacheIn(folder: string, name: string): Cache {
  const file = path.join(folder, `${name}.jsonl`);
  const known = new Map<string, readonly number[]>();
  const text = textOf(file);
  for (const line of text.split('\n')) {
    const entry = parsed(line);
    if (entry !== null) known.set(entry[0], entry[1]);
  }
  let broken = text !== '' && !text.endsWith('\n');
  return {
    file,
    get size() {
      return known.size;
    },
    get: (key) => known.get(key),
    put(key, numbers) {
      mkdirSync(folder, { recursive: true });
      appendFileSync(file, `${broken ? '\n' : ''}${JSON.stringify([key, ...numbers])}\n`);
      broken = false;
      known.set(key, numbers);
    },
  };
}

/** Evaluations that are kept no longer than the command runs. */
export function cacheInMemory(): Cache {
  const known = new Map<string, readonly number[]>();
  return {
    file: '',
    get size() {
      return known.size;
    },
    get: (key) => known.get(key),
    put: (key, numbers) => void known.set(key, numbers),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parsed(line: string): [string, number[]] | null {
  try {
    const [key, ...numbers] = JSON.parse(line) as [string, ...(number | null)[]];
    return [key, numbers.map((number) => number ?? Number.NaN)];
  } catch {
    return null;
  }
}
