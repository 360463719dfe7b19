import { expect, test } from 'vitest';
import type { RegionPlan } from '../../../src/result/region/plan-region.ts';
import { type RegionEngine, runRegion, runRegionPart } from '../../../src/result/region/run-region.ts';
import type { RecordedCommand } from '../../../src/run/command.ts';
import type { Inputs } from '../../../src/run/load-inputs.ts';
import { placeOf } from './places.ts';

const codes = ['340100', '340200', '440300'];
const REPLICATES = 6;

const planOf = (closed: boolean): RegionPlan =>
  ({
    members: codes.map((code, i) => ({
      place: { code },
      province: `${code.slice(0, 2)}0000`,
      residents: 100 * (i + 1),
      command: { scenario: code, overrides: { replicates: REPLICATES }, sample: 1, wholeOnly: true },
    })),
    overrides: { replicates: REPLICATES },
    closed,
  }) as unknown as RegionPlan;

/** Everywhere 100 leave for another province a year and half of those arrivals the rate gives come, times the factor. */
function flowsUnder({ arrivals }: RecordedCommand) {
  const own = 10 * (arrivals?.province[2021] ?? 1);
  const others = 50 * (arrivals?.nation[2021] ?? 1);
  return {
    'out_migrants.province': [Number.NaN, 20],
    'return_migrants.province': [Number.NaN, 5],
    'departures.province': [Number.NaN, 0],
    'arrivals.province': [Number.NaN, own],
    'out_migrants.other_province': [Number.NaN, 100],
    'return_migrants.other_province': [Number.NaN, 0],
    'departures.other_province': [Number.NaN, 0],
    'arrivals.other_province': [Number.NaN, others],
  };
}

/** An engine that computes at once, and what it was asked for. */
function engineOf(atOnce = 1) {
  const asked: { code: string; replicates: readonly number[]; arrivals: RecordedCommand['arrivals'] }[] = [];
  const steps: { pass: number; done: number; total: number }[] = [];
  const engine: RegionEngine = {
    atOnce,
    load: (command) =>
      ({
        command,
        scenario: { baseYear: 2020, replicates: command.overrides.replicates },
        hash: `hash of ${command.scenario}`,
        files: [
          { path: `data/${command.scenario}.csv`, sha256: '' },
          { path: 'data/all.csv', sha256: '' },
        ],
      }) as unknown as Inputs,
    async compute({ command, scenario }, only) {
      const replicates = only ?? Array.from({ length: scenario.replicates }, (_, r) => r);
      asked.push({ code: command.scenario, replicates, arrivals: command.arrivals });
      await new Promise((resolve) => setTimeout(resolve, Number(command.scenario) % 7));
      const { results } = placeOf(
        command.scenario,
        [2020, 2021],
        replicates.map(() => flowsUnder(command)),
      );
      return { results, base: { rows: { persons: 7, households: 3, villages: 1 } } };
    },
    onPlace: (step) => void steps.push(step),
  };
  return { engine, asked, steps };
}

test('two passes of two replicates find factors that close the account, then all replicates run under them', async () => {
  const { engine, asked, steps } = engineOf();
  const { closure, accounts, before, places, runs, files } = await runRegion(planOf(true), engine);
  expect(asked.map(({ replicates }) => replicates.length)).toEqual([2, 2, 2, 2, 2, 2, 6, 6, 6]);
  expect(closure.nation).toEqual({ 2021: 2 });
  expect(closure.provinces).toEqual({ 340000: { 2021: 1.5 }, 440000: { 2021: 1.5 } });
  expect(asked.at(-1)?.arrivals).toEqual({ province: { 2021: 1.5 }, nation: { 2021: 2 } });
  const between = accounts.filter(({ scope }) => scope === 'other_province');
  expect(between.reduce((sum, each) => sum + each.arrivals - each.outMigrants, 0)).toBe(0);
  expect(before?.filter(({ scope }) => scope === 'other_province').map(({ arrivals }) => arrivals)).toEqual([100, 50]);
  expect(places.map(({ code }) => code)).toEqual(codes);
  expect(runs.map(({ code, hash, residents }) => [code, hash, residents])).toEqual(
    codes.map((code, i) => [code, `hash of ${code}`, 100 * (i + 1)]),
  );
  expect(files.map(({ path }) => path)).toEqual([...codes.map((code) => `data/${code}.csv`), 'data/all.csv']);
  expect(steps.at(0)).toEqual({ pass: 1, done: 0, total: 600 * (2 + 2 + REPLICATES) });
  expect(steps.at(-1)).toEqual({ pass: 0, done: 6000, total: 6000 });
});

test('an account left open asks for nothing beforehand', async () => {
  const { engine, asked } = engineOf();
  const { closure, before } = await runRegion(planOf(false), engine);
  expect(asked.map(({ replicates, arrivals }) => [replicates.length, arrivals])).toEqual(
    codes.map(() => [REPLICATES, undefined]),
  );
  expect([closure, before]).toEqual([{ provinces: {}, nation: {} }, null]);
});

test('places come in their order however many are worked on at a time, the largest first', async () => {
  const { engine, asked } = engineOf(3);
  const { places } = await runRegion(planOf(false), engine);
  expect(asked.map(({ code }) => code)).toEqual([...codes].reverse());
  expect(places.map(({ code }) => code)).toEqual(codes);
});

test('the parts of a run make each replicate once, under the same factors', async () => {
  const made: string[] = [];
  for (const index of [0, 1, 2, 3]) {
    const { engine, asked } = engineOf();
    await runRegionPart(planOf(true), engine, { index, count: 4 });
    const own = asked.slice(6); // after two passes of three places
    for (const { arrivals } of own) expect(arrivals?.nation).toEqual({ 2021: 2 });
    made.push(...own.flatMap(({ code, replicates }) => replicates.map((r) => `${code} ${r}`)));
  }
  expect(made).toHaveLength(codes.length * REPLICATES);
  expect(new Set(made).size).toBe(made.length);
});

test('a place that fails ends the run with its error', async () => {
  const { engine, asked } = engineOf(2);
  const failing: RegionEngine = {
    ...engine,
    compute: (inputs, only) =>
      inputs.command.scenario === '340200' ? Promise.reject(new Error('no room')) : engine.compute(inputs, only),
  };
  await expect(runRegion(planOf(false), failing)).rejects.toThrow('no room');
  expect(asked.map(({ code }) => code)).toEqual(['440300']);
});
