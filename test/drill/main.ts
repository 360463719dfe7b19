import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { cluster } from './cluster.ts';
import { disk } from './disk.ts';
import { ensemble } from './ensemble.ts';
import { intruders } from './intruders.ts';
import { kills } from './kills.ts';
import { workshop } from './luohu.ts';
import { oneMachine } from './one-machine.ts';

/**
 * Breaks runs of the built command in every way that was thought of, and tells what came of it:
 *
 *   npm run drill                 all of them, some minutes
 *   npm run drill -- kill redis   some by name
 *
 * Ends with status 1 when anything was lost, wrong or hung.
 */
const asked = process.argv.slice(2);
const all = [...oneMachine, ...disk, ...cluster, ...intruders, ...kills, ...ensemble];
const unknown = asked.filter((name) => all.every((drill) => drill.name !== name));
if (unknown.length > 0) {
  console.error(`no drill ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const drills = all.filter(({ name }) => asked.length === 0 || asked.includes(name));
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(workshop, '…');
/** Minutes a drill may take before it counts as hung. */
const PATIENCE = 15;
const inTime = <T>(work: Promise<T>, minutes: number): Promise<T | null> =>
  Promise.race([work, setTimeout(60_000 * minutes, null, { ref: false })]);
let bad = 0;

console.log('| fault | what was told | seconds | tries | lost | wrong | hung |\n|---|---|---|---|---|---|---|');
for (const { name, fault, patience = PATIENCE, run } of drills) {
  try {
    const found = await inTime(run(), patience);
    if (found === null) {
      bad++;
      console.log(`| ${fault} | drill ${name} | | | | | 1 |`);
      continue;
    }
    if (typeof found === 'string') {
      console.log(`| ${fault} | skipped: ${found} | | | | | |`);
      continue;
    }
    const { told, seconds, lost, tries = 1, wrong = 0 } = found;
    bad += lost + wrong;
    console.log(`| ${fault} | ${cell(told)} | ${seconds.toFixed(1)} | ${tries} | ${lost} | ${wrong} | 0 |`);
  } catch (error) {
    bad++;
    console.log(
      `| ${fault} | drill ${name} failed: ${cell((error as Error).message.split('\n', 1)[0])} | | | ? | ? | |`,
    );
  }
}
rmSync(workshop, { recursive: true, force: true, maxRetries: 5 });
process.exitCode = bad > 0 ? 1 : 0;
