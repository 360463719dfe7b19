import { readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { mergeStored, storedRuns } from '../../src/result/merge-run.ts';
import { type FinishedRun, type Found, runScenario } from '../../src/result/run-scenario.ts';
import { Failure, Interrupted } from '../../src/run/errors.ts';
import { type Inputs, withHash } from '../../src/run/load-inputs.ts';
import { partName } from '../../src/run/microdata/choice.ts';
import { runPart } from '../../src/run/run-part.ts';
import { closeSession, openSession, type Session } from '../../src/run/session.ts';
import { openStore } from '../../src/run/store/open-store.ts';
import { smallInputs, smallScenario, temporary } from '../run/fake/small-run.ts';

/*
 * People that are written out by a run that was disturbed, or made in parts and on several machines, are those of a run that was not: the
 * same bytes in every file.
 */
const REPLICATES = 4;
const people = ['persons', 'households', 'events'] as const;

let session: Session;
let inputs: Inputs;
let whole: FinishedRun;
let out: string;
const folders: string[] = [];
const folderCalled = (name: string): string => {
  const made = temporary(name);
  folders.push(made);
  return made;
};

beforeAll(async () => {
  const small = smallInputs(smallScenario(folderCalled('people')), REPLICATES);
  inputs = withHash({ ...small, command: { ...small.command, microdata: { years: [2020, 2022], only: [0, 2] } } });
  session = openSession(2);
  whole = await runScenario(session, inputs, { out: folderCalled('people-whole'), strict: false });
}, 180_000);
afterAll(async () => {
  await closeSession(session);
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});
beforeEach(() => {
  out = folderCalled('people-out');
});

const filesOf = ({ manifest }: FinishedRun) => manifest.files;
const partial = (): string => path.join(out, readdirSync(out).find((name) => name.endsWith('.partial'))!);

/** Leaves an unfinished run behind, as a killed process does. */
async function unfinished(replicates: readonly number[]): Promise<void> {
  const store = await openStore(out, { make: false });
  await runPart(session, store, inputs, { replicates, strict: false });
  const [folder] = readdirSync(out);
  renameSync(path.join(out, folder), path.join(out, `${folder}.partial`));
}

async function resume(): Promise<{ run: FinishedRun; found: Found | null }> {
  let found: Found | null = null;
  const onUnfinished = (told: Found) => {
    found = told;
  };
  const run = await runScenario(session, inputs, { out, strict: false, resume: true, onUnfinished });
  return { run, found };
}

it('the run has written persons, households and events of the replicates asked for', () => {
  expect(filesOf(whole).map((file) => file.path)).toEqual(
    expect.arrayContaining(people.map((name) => `microdata/${name}.parquet`)),
  );
});

it('a run that was killed goes on to the same bytes', async () => {
  await unfinished([0, 1]);
  // what the replicate under way had begun
  writeFileSync(path.join(partial(), `.${partName(2, 'persons')}.half`), 'PAR1');
  const { run, found } = await resume();
  expect(found).toMatchObject({ taken: 2, damaged: 0 });
  expect(filesOf(run)).toEqual(filesOf(whole));
  expect(readdirSync(out)).toEqual([path.basename(run.folder)]);
});

it('a replicate whose people were cut short, changed or lost is made again', async () => {
  const damages: ((file: string) => void)[] = [
    (file) => truncateSync(file, 500),
    (file) => writeFileSync(file, 'PAR1'),
    (file) => rmSync(file),
  ];
  for (const damage of damages) {
    out = folderCalled('people-damaged');
    await unfinished([0, 1]);
    damage(path.join(partial(), partName(0, 'households')));
    const { run, found } = await resume();
    expect(found).toMatchObject({ taken: 1, damaged: 1 });
    expect(filesOf(run)).toEqual(filesOf(whole));
  }
}, 60_000);

it('a run that was interrupted goes on to the same bytes', async () => {
  const own = openSession(1);
  const controller = new AbortController();
  const watching = setInterval(() => {
    const there = readdirSync(out).some((name) => name.endsWith('.partial'));
    if (there && readdirSync(partial()).some((name) => name.startsWith('replicate-'))) controller.abort();
  }, 2);
  try {
    const run = runScenario(own, inputs, { out, strict: false, signal: controller.signal });
    await expect(run).rejects.toThrow(Interrupted);
  } finally {
    clearInterval(watching);
    await closeSession(own);
  }
  const { run, found } = await resume();
  expect(found!.taken).toBeGreaterThan(0);
  expect(filesOf(run)).toEqual(filesOf(whole));
}, 60_000);

it('parts made apart, as by shards and by the workers of a cluster, are joined to the same bytes', async () => {
  const store = await openStore(folderCalled('people-store'), { make: false });
  await runPart(session, store, inputs, { replicates: [2, 3], strict: false });
  await runPart(session, store, inputs, { replicates: [0, 1], strict: false });
  const [stored] = await storedRuns(store);
  const { run } = await mergeStored(store, stored, { out, strict: false });
  expect(filesOf(run)).toEqual(filesOf(whole));

  // what somebody put in the place of people is not taken over
  writeFileSync(path.join(store.folder!, stored.folder, partName(2, 'events')), 'PAR1');
  await expect(mergeStored(store, stored, { out, strict: false })).rejects.toThrow(Failure);
}, 60_000);
