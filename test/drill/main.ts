import { rmSync } from 'node:fs';
import { cluster } from './cluster.ts';
import { disk } from './disk.ts';
import { ensemble } from './ensemble.ts';
import { workshop } from './luohu.ts';
import { oneMachine } from './one-machine.ts';

/**
 * Breaks runs of the built command in every way that was thought of, and tells what came of it:
 *
 *   npm run drill                 all of them, some minutes
 *   npm run drill -- kill redis   some by name
 *
 * Ends with status 1 when anything was lost.
 */
const asked = process.argv.slice(2);
const all = [...oneMachine, ...disk, ...cluster, ...ensemble];
const unknown = asked.filter((name) => all.every((drill) => drill.name !== name));
if (unknown.length > 0) {
  console.error(`no drill ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const drills = all.filter(({ name }) => asked.length === 0 || asked.includes(name));
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(workshop, '…');
let lost = 0;

console.log('| fault | what was told | seconds to the whole result | lost |\n|---|---|---|---|');
for (const { name, fault, run } of drills) {
  try {
    const found = await run();
    if (typeof found === 'string') {
      console.log(`| ${fault} | skipped: ${found} | | |`);
      continue;
    }
    lost += found.lost;
    console.log(`| ${fault} | ${cell(found.told)} | ${found.seconds.toFixed(1)} | ${found.lost} |`);
  } catch (error) {
    lost++;
    console.log(`| ${fault} | drill ${name} failed: ${cell((error as Error).message.split('\n', 1)[0])} | | ? |`);
  }
}
rmSync(workshop, { recursive: true, force: true });
process.exitCode = lost > 0 ? 1 : 0;
