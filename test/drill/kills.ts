import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { chanceOf } from '../hostile/mutate.ts';
import { type Drill, done, scenario, undisturbed } from './drill.ts';
import { bytesIn, finishedIn, hashIn, lastLine, place, type Started, start } from './luohu.ts';

/** Smaller than what the others disturb: it is run some two hundred times. */
const tiny = ['--replicates', '8', '--sample', '0.02', '--to', '2023', '--workers', '2'];
const runTiny = (out: string, ...options: string[]): string[] => ['run', scenario(), ...tiny, '--out', out, ...options];
/** Longest one command may take, on a machine with much other work. */
const PATIENCE_MS = 10 * 60_000;

const KILLS = Number(process.env['KILLS'] ?? 100);
/** A run is killed within so many times what a whole one takes: before, while and after replicates are made, written and drawn. */
const WITHIN = 1.3;

/** Kills a run again and again wherever it is, goes on each time, and holds every result that came of it against the undisturbed one. */
const hundred: Drill = {
  name: 'kills',
  patience: 120,
  fault: `kill -9 at any moment, ${KILLS} times, going on each time`,
  async run() {
    await undisturbed();
    const chance = chanceOf('kills');
    const since = performance.now();
    await done(start(runTiny(place('kills-whole'))));
    const within = WITHIN * (performance.now() - since);
    const bytes = bytesIn(place('kills-whole'));
    await done(start(runTiny(place('kills-again'))));
    if (bytes !== bytesIn(place('kills-again'))) throw new Error('two undisturbed runs are not the same bytes');
    const begun = performance.now();
    const out = place('kills');
    let [lost, wrong, results] = [0, 0, 0];
    for (let n = 0; n < KILLS; ) {
      const before = finishedIn(out);
      const run = start(runTiny(out, '--resume'));
      const killed = await Promise.race([run.ended.then(() => false), setTimeout(chance.below(within), true)]);
      if (killed) run.child.kill('SIGKILL');
      const status = await ending(run);
      if (killed && status === null && ++n % 10 === 0) console.error(`${n} kills, ${results} whole results`);
      const isThere = hashIn(out) !== '';
      if (!isThere) lost += Math.max(0, before - finishedIn(out));
      // neither killed nor done: it was refused, and would be for ever
      if (!killed && status !== 0) throw new Error(`status ${status}: ${lastLine(run)}`);
      if (status !== 0) continue;
      if (!isThere || bytesIn(out) !== bytes) wrong++;
      results++;
      rmSync(out, { recursive: true });
    }
    if ((await ending(start(runTiny(out, '--resume')))) !== 0) wrong++;
    if (bytesIn(out) !== bytes) wrong++;
    const told = `nothing, it is dead; --resume goes on: ${results + 1} whole results came of it`;
    return { told, seconds: (performance.now() - begun) / 1000, tries: KILLS, lost, wrong };
  },
};

/** Waits for the end of a command; one that does not come is hung, and ends the drill. */
async function ending({ ended, said }: Started): Promise<number | null> {
  const late = setTimeout(PATIENCE_MS, 'late' as const, { ref: false });
  const status = await Promise.race([ended, late]);
  if (status === 'late') throw new Error(`hung: ${said.stderr.slice(-300)}`);
  return status;
}

export const kills: readonly Drill[] = [hundred];
