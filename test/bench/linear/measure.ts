// node --import tsx measure.ts FOLDER CITY YEARS COPIES ROUNDS: replicates of a population made of so many copies, as JSON.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { PopulationBuffers } from '../../../src/population/population.ts';
import { loadModel } from '../model/load-model.ts';
import type { Size } from './bench.ts';
import { replicatePopulation } from './replicate-population.ts';

const [folder = '', city = '', ...numbers] = process.argv.slice(2);
const [years = 15, copies = 1, rounds = 1] = numbers.map(Number);
/** Replicates of one copy before the clock starts. */
const WARM_UPS = 10;
const model = await loadModel('.', city, years);
const table = (name: keyof PopulationBuffers) => new Uint8Array(readFileSync(path.join(folder, name))).buffer;
const one = model.adopt({ persons: table('persons'), households: table('households'), villages: table('villages') });
const base = replicatePopulation(one, copies, model.allocate);
const workspace = model.workspaceOf(base); // one for all: code is compiled for the first (src/population/bound.ts)
for (let round = 0; round < WARM_UPS; round++) model.replicate({ base: one, workspace });

const seconds: number[] = [];
let personYears = 0;
for (let round = 0; round < rounds; round++) {
  const start = performance.now();
  ({ personYears } = model.replicate({ base, workspace }));
  seconds.push((performance.now() - start) / 1000);
}
const size: Size = {
  persons: base.persons.rows,
  personYears,
  seconds,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(JSON.stringify(size));
