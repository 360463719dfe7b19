import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { chanceOf } from '../hostile/mutate.ts';
import { type Drill, done, runInto, undisturbed } from './drill.ts';
import { bytesIn, finishedIn, hashIn, lastLine, place, start } from './luohu.ts';

const KILLS = Number(process.env['KILLS'] ?? 100);
/** A run is killed within so many times what a whole one takes: before, while and after replicates are made, written and drawn. */
const WITHIN = 1.3;

/** Kills a run again and again wherever it is, goes on each time, and holds every result that came of it against the undisturbed one. */
const hundred: Drill = {
  name: 'kills',
  fault: `kill -9 at any moment, ${KILLS} times, going on each time`,
  async run() {
    await undisturbed();
    const chance = chanceOf('kills');
    const since = performance.now();
    await done(start(runInto(place('kills-whole'))));
    const bytes = bytesIn(place('kills-whole'));
    if (bytes !== bytesIn(place('undisturbed'))) throw new Error('two undisturbed runs are not the same bytes');
    const within = WITHIN * (performance.now() - since);
    const begun = performance.now();
    const out = place('kills');
    let [lost, wrong, results] = [0, 0, 0];
    for (let n = 0; n < KILLS; ) {
      const before = finishedIn(out);
      const run = start(runInto(out, '--resume'));
      const killed = await Promise.race([run.ended.then(() => false), setTimeout(chance.below(within), true)]);
      if (killed) run.child.kill('SIGKILL');
      const status = await run.ended;
      if (killed && status === null) n++;
      const isThere = hashIn(out) !== '';
      if (!isThere) lost += Math.max(0, before - finishedIn(out));
      // neither killed nor done: it was refused, and would be for ever
      if (!killed && status !== 0) throw new Error(`status ${status}: ${lastLine(run)}`);
      if (status !== 0) continue;
      if (!isThere || bytesIn(out) !== bytes) wrong++;
      results++;
      rmSync(out, { recursive: true });
    }
    await done(start(runInto(out, '--resume')));
    if (bytesIn(out) !== bytes) wrong++;
    const told = `nothing, it is dead; --resume goes on: ${results + 1} whole results came of it`;
    return { told, seconds: (performance.now() - begun) / 1000, tries: KILLS, lost, wrong };
  },
};

export const kills: readonly Drill[] = [hundred];
