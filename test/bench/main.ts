// Measures the built package: development loaders wrap every inner function and would slow the kernel down by half.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { median } from 'simple-statistics';
import { statedParameters } from '../../dist/kernel/parameters.js';
import { runReplicate } from '../../dist/kernel/run-replicate.js';
import { workspaceCapacity } from '../../dist/kernel/workspace.js';
import { compileLawBook } from '../../dist/policy/compile-law-book.js';
import { bytesPerRow } from '../../dist/population/columns.js';
import { allocatePopulation, householdSpec, personSpec } from '../../dist/population/population.js';
import { synthesize } from '../../dist/population/synthesis/synthesize.js';
import { baseKey } from '../../dist/random/key.js';
import { loadInputs } from '../../dist/run/load-inputs.js';
import { timeWorkers } from './time-workers.ts';

/** Seconds a call takes. */
function seconds(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

const spread = (values: readonly number[]): { median: number; min: number; max: number } => ({
  median: median([...values]),
  min: Math.min(...values),
  max: Math.max(...values),
});

const [name = 'baotou', yearsText = '15', roundsText = '3'] = process.argv.slice(2);
const [years, rounds] = [Number(yearsText), Number(roundsText)];
const file = `scenarios/${name}.yaml`;
const { scenario: stated, city, documents } = loadInputs({ scenario: file, overrides: {}, sample: 1 }, 'en');
const scenario = { ...stated, endYear: stated.baseYear + years, uncertainty: 'fixed' as const };
const show = (label: string, value: string): void => console.log(`${label.padEnd(34)}${value}`);

// 1 the base population
const parameters = statedParameters(scenario, scenario.baseYear);
const make = () => synthesize(city, parameters, baseKey(scenario.seed)).population;
const base = make();
const synthesis = spread(Array.from({ length: rounds }, () => seconds(make)));
show('persons, households', `${base.persons.rows} ${base.households.rows}`);
show('bytes a person, a household', `${bytesPerRow(personSpec)} ${bytesPerRow(householdSpec)}`);
show('base population, s', `${synthesis.median.toFixed(2)} (${synthesis.min.toFixed(2)}-${synthesis.max.toFixed(2)})`);

// 2 one replicate, by process
const law = compileLawBook(documents, { documents: scenario.documents, ...scenario.policy, areas: city.areas });
const workspace = allocatePopulation(workspaceCapacity(base, scenario, city));
const stepSeconds = new Map<string, number[]>();
const totals: number[] = [];
let personYears = 0;
for (let round = 0; round <= rounds; round++) {
  const inRound = new Map<string, number>();
  const total = seconds(() => {
    const result = runReplicate({
      scenario,
      city,
      law,
      referenceLaw: law,
      base,
      workspace,
      replicate: 1,
      weight: 1,
      strict: false,
      onStep: (step, run) => inRound.set(step, (inRound.get(step) ?? 0) + seconds(run)),
    });
    personYears = result.personYears;
  });
  if (round === 0) continue; // warm-up
  totals.push(total);
  for (const [step, time] of inRound) stepSeconds.set(step, [...(stepSeconds.get(step) ?? []), time]);
}
const whole = spread(totals);
show('one replicate, s', `${whole.median.toFixed(2)} (${whole.min.toFixed(2)}-${whole.max.toFixed(2)})`);
show('million person-years a second', (personYears / whole.median / 1e6).toFixed(2));
const steps = [...stepSeconds].map(([step, times]) => ({ step, seconds: median(times) }));
const rest = whole.median - steps.reduce((sum, step) => sum + step.seconds, 0);
for (const { step, seconds: time } of [...steps, { step: 'anchoring, counting, rest', seconds: rest }]) {
  show(
    `  ${step}`,
    `${((time / personYears) * 1e9).toFixed(1)} ns a person-year, ${((100 * time) / whole.median).toFixed(1)} %`,
  );
}

// 3 worker threads
const workers = await timeWorkers(file, Math.max(2, rounds));
for (const { threads, personYearsPerSecond } of workers) {
  show(
    `${threads} worker thread${threads > 1 ? 's' : ''}`,
    `${(personYearsPerSecond / 1e6).toFixed(2)} million person-years a second`,
  );
}

mkdirSync('out/bench', { recursive: true });
const machine = { cores: os.availableParallelism(), model: os.cpus()[0]?.model, node: process.version };
const report = { city: name, years, rounds, machine, synthesis, whole, personYears, steps, workers };
writeFileSync(`out/bench/${name}.json`, `${JSON.stringify(report, null, 2)}\n`);
