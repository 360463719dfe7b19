// A process that holds one city of one built revision and does what it is told: node --import tsx runner.ts ROOT CITY YEARS
// Measures the built package: development loaders wrap every inner function and would slow the kernel down by half.
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import { loadModel } from './load-model.ts';
import type { Ready, Request, Timed } from './protocol.ts';

/** Replicates whose results are merged: the default of a run. */
const MERGED = 20;

const [root = '.', city = 'baotou', years = '15'] = process.argv.slice(2);
const model = await loadModel(root, city, Number(years));
const base = model.makeBase();
const workspace = model.workspaceOf(base);

/** Seconds a call takes. */
function seconds(call: () => void): number {
  const start = performance.now();
  call();
  return (performance.now() - start) / 1000;
}

/** One replicate, each step timed on its way. */
function replicate(): Timed & { readonly result: ReplicateResult } {
  const steps: Record<string, number> = {};
  let result: ReplicateResult | undefined;
  const whole = seconds(() => {
    result = model.replicate({
      base,
      workspace,
      onStep: (step, run) => {
        steps[step] = (steps[step] ?? 0) + seconds(run);
      },
    });
  });
  return { seconds: whole, steps, result: result! };
}

/** Households with somebody in them, summed over the years: taken on a run of its own, beside the measured ones. */
function householdYears(): number {
  const { persons, households } = workspace;
  const inhabited = new Uint8Array(households.capacity);
  let first: string | undefined;
  let sum = 0;
  model.replicate({
    base,
    workspace,
    onStep: (step, run) => {
      first ??= step;
      if (step === first) {
        inhabited.fill(0);
        const { presence, household } = persons.columns;
        for (let i = 0; i < persons.rows; i++) if (presence[i] === model.present) inhabited[household[i]] = 1;
        sum += inhabited.reduce((count, one) => count + one, 0);
      }
      run();
    },
  });
  return sum;
}

const inhabitedYears = householdYears();
let { result: last } = replicate();
const ready: Ready = {
  baseYear: model.baseYear,
  persons: base.persons.rows,
  households: base.households.rows,
  ...model.bytes,
  personYears: last.personYears,
  householdYears: inhabitedYears,
  result: createHash('sha256').update(new Uint8Array(last.values.buffer)).digest('hex'),
};
process.send!(ready);

process.on('message', ({ do: what }: Request) => {
  if (what === 'base') process.send!({ seconds: seconds(() => model.makeBase()) } satisfies Timed);
  if (what === 'merge') {
    const results = Array.from({ length: MERGED }, (_, n) => ({ ...last, replicate: n }));
    process.send!({ seconds: seconds(() => model.merge(results)) } satisfies Timed);
  }
  if (what === 'replicate') {
    const { seconds: whole, steps, result } = replicate();
    last = result;
    process.send!({ seconds: whole, steps: steps! } satisfies Timed);
  }
});
