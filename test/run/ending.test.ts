import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReplicateResult } from '../../src/indicator/result.ts';
import { endingOf, errorOfRates } from '../../src/result/ending.ts';
import { type FinishedRun, runScenario } from '../../src/result/run-scenario.ts';
import { Interrupted } from '../../src/run/errors.ts';
import { type Inputs, withDesign } from '../../src/run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../src/run/session.ts';
import { smallInputs, smallScenario, temporary } from './fake/small-run.ts';

/** A result in which the two rates of both years are one number. */
const resultOf = (value: number, replicate: number): ReplicateResult => ({
  replicate,
  indicators: ['resident_urbanization_rate', 'registered_urbanization_rate'],
  years: [2020, 2021],
  areas: ['city'],
  routes: [],
  values: Float64Array.of(value, value, value, value),
  settlements: new Float64Array(0),
  personYears: 1,
});
/** Replicates of which every ten have the same mean, but for a little that grows smaller. */
const results = Array.from({ length: 100 }, (_, r) => resultOf(50 + (r % 10) + (r < 30 ? r / 10 : 0.01 * (r % 7)), r));

test('an end by precision falls on the same replicate however they come', () => {
  const least = 0.5;
  const found = [1, 7, 100].map((step) => {
    const ending = endingOf({ precision: least }, 'law', () => 0);
    for (let n = step; n <= results.length; n += step) if (ending.enough(results.slice(0, n))) break;
    return ending.found();
  });
  expect(found[0]).toMatchObject({ by: 'precision' });
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
  const { replicates } = found[0]!;
  expect(replicates % 10).toBe(0);
  expect(errorOfRates(results.slice(0, replicates), 'law')).toBeLessThanOrEqual(least);
  expect(errorOfRates(results.slice(0, replicates - 10), 'law')).toBeGreaterThan(least);
});

test('the clock ends with what is finished, but not before ten replicates', () => {
  let now = 3;
  const ending = endingOf({ seconds: 5 }, 'law', () => now);
  expect(ending.enough(results.slice(0, 12))).toBe(false);
  now = 6;
  expect(ending.enough(results.slice(0, 9))).toBe(false);
  expect(ending.enough(results.slice(0, 13))).toBe(true);
  expect(ending.found()).toEqual({ by: 'seconds', replicates: 13 });
});

let session: Session;
let inputs: Inputs;
let asked: FinishedRun;
const folder = temporary('ending');
beforeAll(async () => {
  inputs = smallInputs(smallScenario(folder), 400);
  session = openSession(2);
  const twelve = withDesign(inputs, { sample: inputs.command.sample, replicates: 12 });
  asked = await runScenario(session, twelve, { out: path.join(folder, 'asked'), strict: false });
}, 120_000);
afterAll(() => closeSession(session));

/** The result of an ended run made of as many replicates as were asked for outright. */
function expectAsAsked(run: FinishedRun): void {
  expect(path.basename(run.folder)).toBe(path.basename(asked.folder));
  expect(run.manifest.resultHash).toBe(asked.manifest.resultHash);
  expect(run.manifest.files).toEqual(asked.manifest.files);
}

test('a run ended by the clock is the run of as many replicates, and leaves nothing behind', async () => {
  const out = path.join(folder, 'seconds');
  const run = await runScenario(session, inputs, { out, strict: false, goal: { seconds: 1e-3 } });
  const { replicates } = run.manifest.options;
  expect(run.manifest.ended).toEqual({ by: 'seconds', asked: 400 });
  expect(replicates).toBeGreaterThanOrEqual(10);
  expect(replicates).toBeLessThan(400);
  expect(readdirSync(out)).toEqual([path.basename(run.folder)]);
  expect(run.results.slice(0, 10).map(({ values }) => values)).toEqual(
    asked.results.slice(0, 10).map(({ values }) => values),
  );
});

test('an interrupted run writes what it has, as the run of so many, and can be gone on with', async () => {
  const out = path.join(folder, 'interrupt');
  const own = openSession(2);
  const controller = new AbortController();
  const short: FinishedRun[] = [];
  const running = runScenario(own, inputs, {
    out,
    strict: false,
    signal: controller.signal,
    onResults: (first) => first.length >= 12 && controller.abort(),
    onShort: (run) => short.push(run),
  });
  await expect(running).rejects.toMatchObject({ written: true });
  await expect(running).rejects.toThrow(Interrupted);
  await closeSession(own);
  const [run] = short;
  expect(run.manifest.ended).toEqual({ by: 'interrupt', asked: 400 });
  if (run.manifest.options.replicates === 12) expectAsAsked(run);
  expect(run.manifest.options.replicates).toBeGreaterThanOrEqual(12);
  expect(run.results[11].values).toEqual(asked.results[11].values);
  expect(existsSync(path.join(out, `${path.basename(run.folder)}`, 'indicators.csv'))).toBe(true);
  expect(readdirSync(out).filter((name) => name.endsWith('.partial'))).toHaveLength(1);
});
