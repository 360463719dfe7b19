// node --import tsx counter.ts CITY: draws and column bytes by step, a person-year, as JSON. Slow by design and small for that.
import { register } from 'node:module';
import type { Population } from '../../../src/population/population.ts';
import { countAccesses } from './count-accesses.ts';
import type { Traffic } from './count-traffic.ts';

register('./count-draws.mjs', import.meta.url); // before the model is loaded
const { loadModel } = await import('./load-model.ts');

const SAMPLE = 0.01;
const YEARS = 5;
const counts = { draws: 0, read: 0, written: 0 };
(globalThis as { countDraw?: () => void }).countDraw = () => {
  counts.draws++;
};

const [city = 'baotou'] = process.argv.slice(2);
const model = await loadModel('.', city, YEARS);
const base = model.makeBase(SAMPLE);
const watched = (population: Population): Population => ({
  persons: countAccesses(population.persons, counts),
  households: countAccesses(population.households, counts),
  villages: countAccesses(population.villages, counts),
});
const steps: Record<string, Traffic> = {};
const { personYears } = model.replicate({
  base: watched(base),
  workspace: watched(model.workspaceOf(base)),
  weight: 1 / SAMPLE,
  onStep: (step, run) => {
    const before = { ...counts };
    run();
    const { draws, read, written } = steps[step] ?? { draws: 0, read: 0, written: 0 };
    steps[step] = {
      draws: draws + counts.draws - before.draws,
      read: read + counts.read - before.read,
      written: written + counts.written - before.written,
    };
  },
});
const perYear = Object.entries(steps).map(([step, { draws, read, written }]) => [
  step,
  { draws: draws / personYears, read: read / personYears, written: written / personYears },
]);
process.stdout.write(JSON.stringify(Object.fromEntries(perYear)));
