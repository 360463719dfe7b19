import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Speed of the command itself over one and two worker threads, from its own manifest. */
export async function timeWorkers(file: string, replicates: number) {
  const speeds: { threads: number; personYearsPerSecond: number }[] = [];
  for (const threads of [1, 2]) {
    const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-bench-'));
    try {
      const options = ['--replicates', String(replicates), '--workers', String(threads), '--out', out, '--json'];
      const text = execFileSync(process.execPath, ['dist/cli/main.js', 'run', file, ...options], { encoding: 'utf8' });
      const { runs } = JSON.parse(text) as { runs: { run: { personYearsPerSecond: number } }[] };
      speeds.push({ threads, personYearsPerSecond: runs[0]!.run.personYearsPerSecond });
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }
  return speeds;
}
