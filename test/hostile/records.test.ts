import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readRun } from '../../src/analysis/compare/read-run.ts';
import { runScenario } from '../../src/result/run-scenario.ts';
import { assertUnchanged, readManifest } from '../../src/result/verify.ts';
import { jobId, Poison, type QueuedReplicate, readJob } from '../../src/run/cluster/job.ts';
import { folderName } from '../../src/run/folder-name.ts';
import { takeLock } from '../../src/run/lock.ts';
import { readPlan } from '../../src/run/plan/read-plan.ts';
import { finishedIn } from '../../src/run/record/finished.ts';
import { decodeReplicate, encodeReplicate } from '../../src/run/record/replicate-record.ts';
import { restoreInputs } from '../../src/run/record/restore-inputs.ts';
import { readRunRecord, runRecord } from '../../src/run/record/run-record.ts';
import { closeSession, openSession } from '../../src/run/session.ts';
import { folderStore } from '../../src/run/store/folder-store.ts';
import { readCalibration } from '../../src/scenario/calibration.ts';
import { checkProvince } from '../../src/scenario/check-tables.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { loadObservations, observationsFile } from '../../src/scenario/load-observations.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { smallInputs, smallScenario, temporary } from '../run/fake/small-run.ts';
import { smallCalibration } from '../support/small-calibration.ts';
import { chanceOf, mutant } from './mutate.ts';

/** Mutants of each kind of record; `FUZZ=400` tries five thousand in all. */
const EACH = Number(process.env['FUZZ'] ?? 25);
const PATIENCE_MS = 5000;
const LONG = 600_000;

const folder = temporary('records');
const at = (name: string): string => path.join(folder, name);
const whole: Record<string, Uint8Array> = {};

/** A kind of record: what it is, and what reads it. Reading ends with a value, with nothing, or with a refusal in lines. */
interface Kind {
  readonly bytes: () => Uint8Array;
  readonly read: (bytes: Uint8Array, n: number) => unknown;
  /** Makes a checksum right again, so that what lies behind it is tried as well. */
  readonly repair?: (bytes: Uint8Array) => Uint8Array;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const saved = (name: string, bytes: Uint8Array): string => {
  writeFileSync(at(name), bytes);
  return at(name);
};

function inFolder(name: string, file: string, bytes: Uint8Array): string {
  rmSync(at(name), { recursive: true, force: true });
  mkdirSync(at(name));
  writeFileSync(path.join(at(name), file), bytes);
  return at(name);
}

const withDigest = (bytes: Uint8Array): Uint8Array => {
  const content = bytes.subarray(0, Math.max(0, bytes.length - 32));
  return Buffer.concat([content, createHash('sha256').update(content).digest()]);
};

const replacing =
  (name: string, bytes: Uint8Array) =>
  (wanted: string): string =>
    wanted === name ? text(bytes) : readData(wanted);

const kinds: Readonly<Record<string, Kind>> = {
  'run.json': { bytes: () => whole['run'], read: (bytes) => readRunRecord(bytes) },
  'the inputs of a run': {
    bytes: () => whole['run'],
    async read(bytes) {
      const record = readRunRecord(bytes);
      return record === null ? null : await restoreInputs(record, folder);
    },
  },
  'base.json': {
    bytes: () => whole['base'],
    read(bytes, n) {
      const record = readRunRecord(whole['run'])!;
      inFolder(`base-${n % 4}`, 'base.json', bytes);
      return finishedIn(folderStore(folder), `base-${n % 4}`, record).readBase();
    },
  },
  'a replicate': { bytes: () => whole['replicate'], read: (bytes) => decodeReplicate(bytes) },
  'a replicate with the right checksum': {
    bytes: () => whole['replicate'],
    read: (bytes) => decodeReplicate(bytes),
    repair: withDigest,
  },
  'manifest.json': {
    bytes: () => whole['manifest'],
    read: (bytes, n) => readManifest(inFolder(`manifest-${n % 4}`, 'manifest.json', bytes), (place) => `no ${place}`),
  },
  'replicates.parquet': {
    bytes: () => whole['parquet'],
    async read(bytes) {
      const result = path.join(at('out'), readdirSync(at('out'))[0]);
      const manifest = await readManifest(result, (place) => `no ${place}`);
      writeFileSync(path.join(result, 'replicates.parquet'), bytes);
      await assertUnchanged(result, manifest);
      await readRun(result, manifest);
    },
  },
  'a lock': {
    bytes: () =>
      Buffer.from(JSON.stringify({ pid: process.pid, host: os.hostname(), birth: '1', since: '2026-01-01' })),
    async read(bytes, n) {
      const release = await takeLock(saved(`lock-${n}.lock`, bytes));
      await release();
    },
  },
  'a plan': {
    bytes: () =>
      Buffer.from(
        'plan: many\nscenarios: [alxa*.yaml]\nvariations: [{}, {definition: place}]\nreplicates: 20\nsample: 0.1\n',
      ),
    read: (bytes) => readPlan(saved('plan.yaml', bytes), {}, 'en'),
  },
  'a calibration': {
    bytes: () => Buffer.from(JSON.stringify(smallCalibration)),
    read: (bytes) => readCalibration(replacing('calibration/small.json', bytes), 'small'),
  },
  observations: {
    bytes: () => Buffer.from(readData(observationsFile('150000'))),
    read(bytes) {
      const read = replacing(observationsFile('150000'), bytes);
      checkProvince(read, '150000');
      return loadObservations(read, '152900', []);
    },
  },
  'a job of the queue': {
    bytes: () => whole['job'],
    read(bytes) {
      const data = JSON.parse(text(bytes)) as QueuedReplicate | null;
      return readJob(jobId(data ?? { hash: '', replicate: 0 }), data, null);
    },
  },
};

beforeAll(async () => {
  const inputs = smallInputs(smallScenario(folder), 1, { to: 2021 });
  const session = openSession(1);
  const run = await runScenario(session, inputs, { out: at('out'), strict: false });
  await closeSession(session);
  const owner = { hash: inputs.hash, code: 'c'.repeat(64), strict: false };
  const record = runRecord(inputs);
  whole['run'] = Buffer.from(JSON.stringify(record));
  whole['replicate'] = encodeReplicate(owner, run.results[0]);
  whole['manifest'] = readFileSync(path.join(run.folder, 'manifest.json'));
  whole['parquet'] = readFileSync(path.join(run.folder, 'replicates.parquet'));
  const job: QueuedReplicate = { scenario: 'alxa', ...owner, version: record.version, replicate: 0 };
  whole['job'] = Buffer.from(JSON.stringify(job));
  const store = folderStore(folder);
  const finished = finishedIn(store, folderName(inputs), record);
  await finished.saveBase({ rows: { persons: 1, households: 1, villages: 1 }, fit: [], notes: [] });
  whole['base'] = (await store.get(`${folderName(inputs)}/base.json`))!;
}, 60_000);

/** A mutant as bytes: of a text by its words, of anything by its bytes. */
function mutated(bytes: Uint8Array, seed: string): Uint8Array {
  const chance = chanceOf(seed);
  if (chance.below(2) === 0 && bytes.length < 300_000) return Buffer.from(mutant(text(bytes), seed).text);
  const copy = Buffer.from(bytes);
  const from = chance.below(copy.length);
  switch (chance.below(4)) {
    case 0:
      return copy.subarray(0, from);
    case 1:
      return Buffer.concat([copy.subarray(0, from), copy.subarray(from + 1 + chance.below(64))]);
    case 2:
      return Buffer.concat([
        copy.subarray(0, from),
        Buffer.alloc(1 + chance.below(64), chance.below(256)),
        copy.subarray(from),
      ]);
    default:
      for (let i = 0; i <= chance.below(8); i++) copy[chance.below(copy.length)] = chance.below(256);
      return copy;
  }
}

test.each(Object.entries(kinds))(
  '%s: whatever it holds, reading it ends soon, with a value, with nothing or with a refusal in lines',
  async (name, { bytes, read, repair = (each) => each }) => {
    await read(bytes(), EACH);
    for (let n = 0; n < EACH; n++) {
      const seed = `${name} ${n}`;
      const given = repair(mutated(bytes(), seed));
      const begun = performance.now();
      try {
        await read(given, n);
      } catch (error) {
        const isTold = error instanceof InputError || error instanceof Poison;
        const isNoJson = error instanceof SyntaxError && name === 'a job of the queue';
        if (!isTold && !isNoJson) throw new Error(seed, { cause: error });
        expect((error as Error).message, seed).not.toMatch(/undefined|\[object|\bat .*\.ts:\d/);
      }
      expect(performance.now() - begun, seed).toBeLessThan(PATIENCE_MS);
    }
  },
  LONG,
);
