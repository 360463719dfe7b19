import { readFileSync } from 'node:fs';
import { type Drill, done, type Found, scenario, undisturbed } from './drill.ts';
import { place, type Started, start } from './luohu.ts';
import { hasRedis, startRedis } from './redis.ts';

const JOBS = 10_000;

/** Most memory a process has held, in megabytes; where the system does not tell, NaN. */
function peakMegabytes({ child }: Started): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000;
  } catch {
    return Number.NaN;
  }
}

/** Ten thousand replicates of a year in a very small sample: what counts is the queue, the store and the merging. */
const tenThousand: Drill = {
  name: 'ten-thousand',
  fault: `an ensemble of ${JOBS} jobs, two workers`,
  async run(): Promise<Found | string> {
    if (!hasRedis) return 'needs redis-server';
    await undisturbed();
    const redis = await startRedis();
    const store = place('ensemble-store');
    const tiny = ['run', scenario(), '--replicates', String(JOBS), '--sample', '0.002', '--to', '2021'];
    const begun = performance.now();
    const asking = start([...tiny, '--out', place('ensemble'), '--engine', redis.engine, '--store', store, '--json']);
    const workers: Started[] = [];
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, peakMegabytes(asking) || 0);
      if (workers.length === 0 && /no worker/.test(asking.said.stderr)) {
        for (let i = 0; i < 2; i++)
          workers.push(start(['worker', '--engine', redis.engine, '--store', store, '--workers', '1']));
      }
    }, 100);
    try {
      await done(asking);
      const seconds = (performance.now() - begun) / 1000;
      const { runs } = JSON.parse(asking.said.stdout) as { runs: { resultHash: string }[] };
      const told = `${JOBS} replicates merged, coordinator at most ${Math.round(peak)} MB, ${Math.round(JOBS / seconds)} jobs a second`;
      return { told, seconds, lost: runs.length === 1 ? 0 : JOBS };
    } finally {
      clearInterval(watch);
      for (const { child } of workers) child.kill('SIGKILL');
      await redis.end();
    }
  },
};

export const ensemble: readonly Drill[] = [tenThousand];
