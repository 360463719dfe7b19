import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { keep, show } from './report.ts';
import { spread, withEnds } from './spread.ts';

/** Most milliseconds `--help` may take above bare Node, and a run until it says something. */
const HELP_LIMIT = 100;
const PROGRESS_LIMIT = 1000;

const command = path.resolve('dist/cli/main.js');
const calls = { node: ['-e', '0'], '--version': [command, '--version'], '--help': [command, '--help'] } as const;

/** How soon the built command answers, in turn with bare Node. Answers whether both limits are kept. */
export async function benchStartup(rounds: number): Promise<boolean> {
  const times = { node: [] as number[], '--version': [] as number[], '--help': [] as number[] };
  const progress: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const [name, args] of Object.entries(calls) as [keyof typeof calls, readonly string[]][]) {
      const start = performance.now();
      execFileSync(process.execPath, args, { stdio: 'ignore' });
      if (round > 0) times[name].push(performance.now() - start);
    }
    const first = await firstLine();
    if (round > 0) progress.push(first);
  }
  const measured = Object.entries(times).map(([name, values]) => [name, spread(values)] as const);
  for (const [name, value] of measured)
    show(name === 'node' ? 'bare Node' : `luohu ${name}`, `${withEnds(value, 0)} ms`);
  const help = spread(times['--help']).median - spread(times.node).median;
  const line = spread(progress);
  show('luohu --help above bare Node', `${help.toFixed(0)} ms (at most ${HELP_LIMIT})`);
  show('luohu run, first line of progress', `${withEnds(line, 0)} ms (at most ${PROGRESS_LIMIT})`);
  keep('startup', { rounds, ...Object.fromEntries(measured), help, progress: line });
  return help <= HELP_LIMIT && line.median <= PROGRESS_LIMIT;
}

/** Milliseconds until a run says what it does; the run is ended there. */
async function firstLine(): Promise<number> {
  const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-startup-'));
  const start = performance.now();
  const run = spawn(process.execPath, [command, 'run', 'scenarios/baotou.yaml', '--sample', '0.01', '--out', out]);
  await once(run.stderr, 'data');
  const time = performance.now() - start;
  const ended = once(run, 'exit');
  run.kill('SIGKILL');
  await ended;
  rmSync(out, { recursive: true });
  return time;
}
