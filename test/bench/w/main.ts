// npx tsx test/bench/w/main.ts [HOUSEHOLDS [SEED]]: workload W once, in the form every program of W has.
import { performance } from 'node:perf_hooks';
import { replicateKey } from '../../../src/random/key.ts';
import { coefficients } from './coefficients.ts';
import { toLines } from './counts.ts';
import { simulate } from './simulate.ts';
import { createWorld, initialise, VILLAGE } from './world.ts';

const [households = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
const key = replicateKey('W', seed);
const world = createWorld(households);
initialise(world, key);
const cpu = process.cpuUsage();
const start = performance.now();
const counts = simulate(world, key, coefficients(), 0, households / VILLAGE);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(`${toLines(counts, households).join('\n')}\n`);
process.stderr.write(
  `${JSON.stringify({
    tool: 'luohu',
    n: households,
    sim_s: seconds,
    cpu_s: (user + system) / 1e6,
    rss_mb: process.resourceUsage().maxRSS / 1024,
  })}\n`,
);
