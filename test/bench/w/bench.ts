import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { replicateKey } from '../../../src/random/key.ts';
import { keep, show } from '../report.ts';
import { ratio, spread, withEnds } from '../spread.ts';
import { coefficients } from './coefficients.ts';
import { addCounts, type Counts, fromLines } from './counts.ts';
import { compileCpp, runProgram } from './programs.ts';
import { simulate } from './simulate.ts';
import { openThreads } from './threads.ts';
import { createWorld, initialise, VILLAGE } from './world.ts';
import { LARGEST_Z, readReference, zScores } from './z-test.ts';

/** A way to run W: seconds of the 15 years, and the counts. */
interface Runner {
  readonly name: string;
  readonly run: (seed: number) => Promise<{ readonly seconds: number; readonly counts: Counts }>;
}

/** Person-years of a household. */
const PERSON_YEARS = 45;
/** Rounds that only warm up: V8 compiles, throws away and compiles again. */
const WARM_UP = 3;

/**
 * W on one and two threads of this package against C++, round by round with a seed of its own; the first ones warm up
 * and are thrown away. Every program's counts are held against the reference. Answers whether all passed.
 */
export async function benchW(households: number, rounds: number): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-w-'));
  const pools = [openThreads(1), openThreads(2)] as const;
  try {
    const runners = makeRunners(households, folder, pools);
    const seconds = new Map(runners.map(({ name }) => [name, [] as number[]]));
    const counts = new Map(runners.map(({ name }) => [name, [] as Counts[]]));
    for (let round = 1 - WARM_UP; round <= rounds; round++) {
      for (const { name, run } of runners) {
        const told = await run(WARM_UP + round);
        if (round < 1) continue;
        seconds.get(name)!.push(told.seconds);
        counts.get(name)!.push(told.counts);
      }
    }
    return report(households, rounds, seconds, counts);
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
    rmSync(folder, { recursive: true });
  }
}

function makeRunners(
  households: number,
  folder: string,
  [one, two]: readonly ReturnType<typeof openThreads>[],
): Runner[] {
  const world = createWorld(households);
  const w = coefficients();
  const here = (name: string, simulated: (seed: number) => Promise<Counts>): Runner => ({
    name,
    async run(seed) {
      initialise(world, replicateKey('W', seed));
      const start = performance.now();
      const counts = await simulated(seed);
      return { seconds: (performance.now() - start) / 1000, counts };
    },
  });
  const apart = (name: string, command: string, args: readonly string[]): Runner => ({
    name,
    async run(seed) {
      const { lines, seconds } = runProgram(command, [...args, String(households), String(seed)]);
      return { seconds, counts: fromLines(lines, households) };
    },
  });
  const cpp = compileCpp(folder);
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  return [
    ...(cpp === null ? [] : [apart('C++', cpp, [])]),
    here('TypeScript', async (seed) => simulate(world, replicateKey('W', seed), w, 0, households / VILLAGE)),
    here('1 worker', (seed) => one.run(world, replicateKey('W', seed))),
    here('2 workers', (seed) => two.run(world, replicateKey('W', seed))),
    apart('TypeScript, new process', process.execPath, ['--import', 'tsx', main]),
  ];
}

function report(
  households: number,
  rounds: number,
  seconds: ReadonlyMap<string, number[]>,
  counts: ReadonlyMap<string, Counts[]>,
): boolean {
  const reference = readReference(readFileSync(new URL('reference.csv', import.meta.url), 'utf8'));
  const speeds = new Map(
    [...seconds].map(([name, times]) => [name, times.map((s) => (households * PERSON_YEARS) / s / 1e6)]),
  );
  const ratios = new Map<string, ReturnType<typeof ratio>>();
  const compare = (name: string, base: string): void => {
    if (speeds.has(base)) ratios.set(`${name} / ${base}`, ratio(speeds.get(name)!, speeds.get(base)!));
  };
  compare('TypeScript', 'C++');
  compare('2 workers', 'C++');
  compare('TypeScript, new process', 'C++');
  compare('2 workers', '1 worker');

  show('W', `${households} households, 15 years, ${rounds} rounds; medians (ends)`);
  for (const [name, values] of speeds) show(name, `${withEnds(spread(values), 0)} million person-years a second`);
  if (!speeds.has('C++')) show('C++', 'no compiler here');
  for (const [name, value] of ratios) show(name, withEnds(value));
  let right = true;
  const tests = [...counts].map(([name, all]) => {
    const [worst] = zScores(addCounts(all), households * all.length, reference);
    const passed = Math.abs(worst.z) <= LARGEST_Z;
    right &&= passed;
    const where = `${worst.what}, ${worst.year > 15 ? 'all years' : `year ${worst.year}`}`;
    show(`largest |z| of 48, ${name}`, `${Math.abs(worst.z).toFixed(2)} (${where}) ${passed ? 'passed' : 'FAILED'}`);
    return { name, worst, passed };
  });
  keep('w', { households, rounds, speeds: Object.fromEntries(speeds), ratios: Object.fromEntries(ratios), tests });
  return right;
}
