import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Speed of a run over so many threads. */
export interface ThreadSpeed {
  readonly threads: number;
  readonly personYearsPerSecond: number;
}

/**
 * Speed of the command itself over one and two worker threads, from its own manifest: a new process each, so its code is cold
 * at first.
 */
export function timeWorkers(scenario: string, endYear: number, replicates: number): [ThreadSpeed, ThreadSpeed] {
  const run = (threads: number): ThreadSpeed => {
    const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-bench-'));
    try {
      const numbers = ['--replicates', replicates, '--workers', threads, '--to', endYear].map(String);
      const text = execFileSync(
        process.execPath,
        ['dist/cli/main.js', 'run', scenario, ...numbers, '--out', out, '--json'],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      );
      const { runs } = JSON.parse(text) as { runs: { run: { personYearsPerSecond: number } }[] };
      return { threads, personYearsPerSecond: runs[0].run.personYearsPerSecond };
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  };
  return [run(1), run(2)];
}
