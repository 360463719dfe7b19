import { mkdirSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mergeStored, storedRuns } from '../../src/result/merge-run.ts';
import { resultThere } from '../../src/result/result-there.ts';
import { type FinishedRun, type Found, type Kept, runScenario } from '../../src/result/run-scenario.ts';
import { Failure, Interrupted } from '../../src/run/errors.ts';
import type { Inputs } from '../../src/run/load-inputs.ts';
import type { RunRecord } from '../../src/run/record/run-record.ts';
import { runPart } from '../../src/run/run-part.ts';
import { closeSession, openSession, type Session } from '../../src/run/session.ts';
import { openStore } from '../../src/run/store/open-store.ts';
import { smallInputs, smallScenario, temporary } from './fake/small-run.ts';

let session: Session;
let inputs: Inputs;
let whole: FinishedRun;
let out: string;
const REPLICATES = 5;

beforeAll(async () => {
  const folder = temporary('resume');
  inputs = smallInputs(smallScenario(folder), REPLICATES);
  session = openSession(2);
  whole = await runScenario(session, inputs, { out: path.join(folder, 'whole'), strict: false });
}, 120_000);
afterAll(() => closeSession(session));
beforeEach(() => {
  out = temporary('resume-out');
});

const options = (more: object = {}) => ({ out, strict: false, ...more });
const partial = (): string => path.join(out, readdirSync(out).find((name) => name.endsWith('.partial')) ?? '');
const replicates = (): string[] => readdirSync(partial()).filter((name) => name.startsWith('replicate-'));

/** A run that is stopped as soon as two replicates are finished; the threads of its session end with it. */
async function stopped(): Promise<Kept> {
  const own = openSession(2);
  own.made = session.made;
  const controller = new AbortController();
  let kept: Kept | null = null;
  const watching = setInterval(() => {
    if (readdirSync(out).some((name) => name.endsWith('.partial')) && replicates().length >= 2) controller.abort();
  }, 2);
  const long = { ...inputs, scenario: { ...inputs.scenario } };
  try {
    const run = runScenario(own, long, {
      ...options(),
      signal: controller.signal,
      onKept: (told) => {
        kept = told;
      },
    });
    await expect(run).rejects.toThrow(Interrupted);
  } finally {
    clearInterval(watching);
    await closeSession(own);
  }
  return kept!;
}

/** Leaves an unfinished run behind, as a killed process does: some replicates, and what they belong to. */
async function unfinished(count: number): Promise<void> {
  const store = await openStore(out, { make: false });
  await runPart(session, store, inputs, { replicates: Array.from({ length: count }, (_, i) => i), strict: false });
  const [folder] = readdirSync(out);
  renameSync(path.join(out, folder), path.join(out, `${folder}.partial`));
}

async function resume(): Promise<{ run: FinishedRun; found: Found | null }> {
  let found: Found | null = null;
  const onUnfinished = (told: Found) => {
    found = told;
  };
  const run = await runScenario(session, inputs, options({ resume: true, onUnfinished }));
  return { run, found };
}

test('a run that was stopped goes on to the same bytes, and leaves nothing beside its result', async () => {
  await unfinished(3);
  expect(await resultThere(inputs, out)).toBeNull();
  const { run, found } = await resume();
  expect(found).toMatchObject({ taken: 3, damaged: 0, replicates: REPLICATES });
  expect(run.manifest.resultHash).toBe(whole.manifest.resultHash);
  expect(run.manifest.files).toEqual(whole.manifest.files);
  expect(readdirSync(out)).toEqual([path.basename(run.folder)]);
  expect(await resultThere(inputs, out)).toBe(run.folder);
});

test('stopping tells what is kept; a run that does not resume starts anew and tells what it drops', async () => {
  await unfinished(2);
  const found: Found[] = [];
  const run = await runScenario(session, inputs, options({ onUnfinished: (told: Found) => found.push(told) }));
  expect(found).toMatchObject([{ taken: 0, discarded: 2 }]);
  expect(run.manifest.resultHash).toBe(whole.manifest.resultHash);
});

test('a finished file that was cut short is made again', async () => {
  await unfinished(3);
  truncateSync(path.join(partial(), replicates()[1]), 2000);
  const { run, found } = await resume();
  expect(found).toMatchObject({ taken: 2, damaged: 1 });
  expect(run.manifest.resultHash).toBe(whole.manifest.resultHash);
});

test('what was begun by another version, other code or with other data is refused with the reason', async () => {
  await unfinished(2);
  const file = path.join(partial(), 'run.json');
  const record = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  const [first, ...files] = record.files;
  const [hash, sha256] = ['0'.repeat(64), '1'.repeat(64)];
  const stale: [Partial<RunRecord>, string][] = [
    [{ version: '0.0.9', hash }, 'made by luohu 0.0.9, this is'],
    [{ code: 'other' }, 'the code of the program changed since'],
    [{ hash, files: [{ ...first, sha256 }, ...files] }, `input ${first.path} changed since`],
    [{ hash, files: [...record.files, { path: 'data/gone.csv', sha256 }] }, 'input data/gone.csv is gone'],
  ];
  for (const [change, reason] of stale) {
    writeFileSync(file, JSON.stringify({ ...record, ...change }));
    await expect(resume()).rejects.toThrow(reason);
    await expect(resume()).rejects.toThrow('without --resume the run starts anew');
  }
  expect(replicates()).toHaveLength(2);
});

test('a replicate of another run among the finished ones is refused', async () => {
  await unfinished(1);
  const other = smallInputs(inputs.command.scenario, REPLICATES, { seed: 'other' });
  const elsewhere = temporary('resume-other');
  const store = await openStore(elsewhere, { make: false });
  await runPart(session, store, other, { replicates: [1], strict: false });
  const [folder] = readdirSync(elsewhere);
  const name = 'replicate-000001.bin';
  writeFileSync(path.join(partial(), name), readFileSync(path.join(elsewhere, folder, name)));
  await expect(resume()).rejects.toThrow(`${name} belongs to another run`);
});

test('the same scenario with other options is another run, not a stale one', async () => {
  await unfinished(1);
  const other = smallInputs(inputs.command.scenario, 2, { seed: 'another' });
  const run = await runScenario(session, other, options({ resume: true }));
  expect(run.manifest.options.seed).toBe('another');
  expect(replicates()).toHaveLength(1);
});

test('replicates whose invariants were not checked do not pass for checked ones', async () => {
  await unfinished(3);
  const found: Found[] = [];
  const onUnfinished = (told: Found) => found.push(told);
  await runScenario(session, inputs, { out, strict: true, resume: true, onUnfinished });
  expect(found).toMatchObject([{ taken: 0, damaged: 3 }]);
});

test('shards run in any order are merged to the bytes of one run; a missing one is named', async () => {
  const folder = path.join(out, 'shards');
  mkdirSync(folder);
  const store = await openStore(folder, { make: false });
  expect(await runPart(session, store, inputs, { replicates: [3, 4], strict: false })).toMatchObject({
    run: 2,
    there: 0,
  });
  await runPart(session, store, inputs, { replicates: [0], strict: false });
  const [stored] = await storedRuns(store);
  const merging = mergeStored(store, stored, options());
  await expect(merging).rejects.toThrow(Failure);
  await expect(merging).rejects.toThrow('holds 3 of 5 replicates, missing 1, 2');
  expect(await runPart(session, store, inputs, { replicates: [0, 1, 2], strict: false })).toMatchObject({
    run: 2,
    there: 1,
  });
  const { run } = await mergeStored(store, stored, options());
  expect(run.manifest.resultHash).toBe(whole.manifest.resultHash);
  expect(run.manifest.files).toEqual(whole.manifest.files);
  expect(run.manifest.inputs).toEqual(whole.manifest.inputs);
});

test('a store without runs, and a run this machine has other data for, are not merged', async () => {
  const store = await openStore(out, { make: false });
  expect(await storedRuns(store)).toEqual([]);
  await runPart(session, store, inputs, { replicates: [0], strict: false });
  const [stored] = await storedRuns(store);
  const record = stored.record!;
  const files = record.files.map((file) => (file.path === 'data/areas.csv' ? { ...file, sha256: 'x' } : file));
  const foreign = { ...stored, record: { ...record, files } };
  await expect(mergeStored(store, foreign, options())).rejects.toThrow(
    /cannot take part in .*: input data\/areas\.csv changed since/,
  );
  const edited = { ...stored, record: { ...record, scenario: { ...record.scenario, endYear: 2023 } } };
  await expect(mergeStored(store, edited, options())).rejects.toThrow('the scenario resolves to something else');
  const unread = { ...stored, record: null };
  await expect(mergeStored(store, unread, options())).rejects.toThrow('run.json: cannot be read');
});

test('Ctrl-C keeps what is finished', async () => {
  const kept = await stopped();
  expect(kept.finished).toBeGreaterThanOrEqual(2);
  expect(replicates()).toHaveLength(kept.finished);
  const { run, found } = await resume();
  expect(found).toMatchObject({ taken: kept.finished });
  expect(run.manifest.resultHash).toBe(whole.manifest.resultHash);
});
