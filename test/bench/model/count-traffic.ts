import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a step asks for, a person-year: hashes of random draws, and bytes of population columns, each access counted. */
export interface Traffic {
  readonly draws: number;
  readonly read: number;
  readonly written: number;
}

const counter = fileURLToPath(new URL('counter.ts', import.meta.url));

/** Counts draws and column accesses of a short run of a small sample, in a process of its own: counting is slow. */
export function countTraffic(city: string): Readonly<Record<string, Traffic>> {
  const text = execFileSync(process.execPath, ['--import', 'tsx', counter, city], { encoding: 'utf8' });
  return JSON.parse(text) as Record<string, Traffic>;
}
