import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Manifest } from '../../src/result/manifest.ts';
import { mergeStored, storedRuns } from '../../src/result/merge-run.ts';
import { planRegion } from '../../src/result/region/plan-region.ts';
import { openRegionStore, storedRegions } from '../../src/result/region/store-region.ts';
import { resultThere } from '../../src/result/result-there.ts';
import { unsignedNote } from '../../src/result/signature.ts';
import { readManifest, recordedInputs } from '../../src/result/verify.ts';
import { clusterKey, digestOf } from '../../src/run/cluster-key.ts';
import { folderName } from '../../src/run/folder-name.ts';
import { canonicalJson } from '../../src/run/hash.ts';
import { type Inputs, readShared } from '../../src/run/load-inputs.ts';
import { decodeReplicate, encodeReplicate } from '../../src/run/record/replicate-record.ts';
import { runPart } from '../../src/run/run-part.ts';
import { closeSession, openSession, type Session } from '../../src/run/session.ts';
import { openStore } from '../../src/run/store/open-store.ts';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { smallInputs, smallScenario, temporary } from '../run/fake/small-run.ts';

const OURS = 'a key nobody would guess';
const OTHER = 'a key somebody guessed';
const keyOf = (secret: string) => clusterKey({ LUOHU_CLUSTER_KEY: secret });
const ours = keyOf(OURS);
const withKey = (secret: string) => vi.stubEnv('LUOHU_CLUSTER_KEY', secret);

const home = temporary('signature');
const REPLICATES = 2;
let session: Session;
let inputs: Inputs;
let out: string;

beforeAll(async () => {
  inputs = smallInputs(smallScenario(home), REPLICATES, { to: 2021 });
  session = openSession(1);
  withKey(OURS);
  mkdirSync(path.join(home, 'store'));
  const store = await openStore(path.join(home, 'store'), { make: false });
  await runPart(session, store, inputs, { replicates: [0, 1], strict: false });
}, 600_000);
afterAll(() => closeSession(session));
beforeEach(() => {
  out = temporary('signature-out');
  cpSync(path.join(home, 'store'), path.join(out, 'store'), { recursive: true });
  withKey(OURS);
});
afterEach(() => vi.unstubAllEnvs());

const inStore = (name: string): string => path.join(out, 'store', folderName(inputs), name);

async function merged(): Promise<string> {
  const store = await openStore(path.join(out, 'store'), { make: false });
  const [stored] = await storedRuns(store);
  return (await mergeStored(store, stored, { out, strict: false })).run.folder;
}

/** The mistakes a promise ends with, each as file and message. */
const mistakesOf = (work: Promise<unknown>): Promise<string[]> =>
  work.then(
    () => [],
    (error) => {
      if (!(error instanceof InputError)) throw error;
      return error.issues.map(({ file = '', message }) => `${path.basename(file)} ${message}`);
    },
  );

const UNSIGNED = 'is not signed, and LUOHU_CLUSTER_KEY is set here';
const WRONG = 'has a wrong signature: it was changed after it was signed';
const FOREIGN = 'is signed with another LUOHU_CLUSTER_KEY than that of this machine';
const UNKNOWN = 'is signed, and LUOHU_CLUSTER_KEY is not set here to check it';

const edit = <T>(name: string, change: (content: T) => unknown): void => {
  const content = JSON.parse(readFileSync(inStore(name), 'utf8')) as T;
  writeFileSync(inStore(name), JSON.stringify(change(content)));
};

interface BaseFile {
  account: { rows: Record<string, number>; fit: unknown[] };
  key?: string;
  sha256: string;
}

/** A replicate with other numbers, as somebody with this key would have written it. */
function forgeReplicate(key: ReturnType<typeof keyOf>): void {
  const file = inStore('replicate-000001.bin');
  const { owner, result } = decodeReplicate(readFileSync(file), ours)!;
  const values = result.values.map((value) => 2 * value);
  writeFileSync(file, encodeReplicate(owner, { ...result, values }, key));
}

describe('a store of signed replicates', () => {
  test('is merged with the key, into a manifest that is signed', async () => {
    const folder = await merged();
    const manifest = await readManifest(folder, () => '');
    expect(manifest.signature).toEqual({ key: ours!.id, seal: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(unsignedNote(folder, manifest)).toBeNull();
    expect(await resultThere(inputs, out)).toBe(folder);
  });

  test.each<[string, string, () => void]>([
    ['a replicate without a signature', `replicate-000001.bin ${UNSIGNED}`, () => forgeReplicate(null)],
    ['a replicate of another key', `replicate-000001.bin ${FOREIGN}`, () => forgeReplicate(keyOf(OTHER))],
    [
      'a replicate with a changed number',
      `replicate-000001.bin ${WRONG}`,
      () => {
        const bytes = readFileSync(inStore('replicate-000001.bin'));
        bytes[bytes.length - 40] ^= 1;
        writeFileSync(inStore('replicate-000001.bin'), bytes);
      },
    ],
    [
      'an account of the base population with a checksum anybody can make',
      `base.json ${UNSIGNED}`,
      () =>
        edit<BaseFile>('base.json', ({ account }) => {
          account.rows['persons'] = 5;
          const sha256 = digestOf(canonicalJson({ hash: inputs.hash, account }), null).toString('hex');
          return { account, sha256 };
        }),
    ],
    [
      'a changed account of the base population',
      `base.json ${WRONG}`,
      () => edit<BaseFile>('base.json', (base) => ({ ...base, account: { ...base.account, fit: [] } })),
    ],
    [
      'an account of the base population of another run under the same key',
      `base.json ${WRONG}`,
      () =>
        edit<BaseFile>('base.json', (base) => ({
          ...base,
          sha256: digestOf(canonicalJson({ hash: '0'.repeat(64), account: base.account }), ours).toString('hex'),
        })),
    ],
    [
      'a note of the run with other warnings',
      `run.json ${WRONG}`,
      () => edit<{ warnings: object[] }>('run.json', (run) => ({ ...run, warnings: [{ message: 'forged' }] })),
    ],
    [
      'a note of the run whose signature is gone',
      `run.json ${UNSIGNED}`,
      () => edit<{ signature?: object }>('run.json', ({ signature: _gone, ...run }) => run),
    ],
  ])('with %s is refused, and nothing is written', async (_, mistake, spoil) => {
    spoil();
    expect(await mistakesOf(merged())).toEqual([mistake]);
    expect(await resultThere(inputs, out)).toBeNull();
  });

  test('is refused with another key and without one, every file by name', async () => {
    const files = ['run.json', 'base.json', 'replicate-000000.bin', 'replicate-000001.bin'];
    withKey(OTHER);
    expect(await mistakesOf(merged())).toEqual(files.map((file) => `${file} ${FOREIGN}`));
    withKey('');
    expect(await mistakesOf(merged())).toEqual(files.map((file) => `${file} ${UNKNOWN}`));
  });

  test('is begun anew where it is gone on with: what is not signed is made again', async () => {
    forgeReplicate(null);
    edit<object>('run.json', (run) => ({ ...run, warnings: [{ message: 'forged' }] }));
    const store = await openStore(path.join(out, 'store'), { make: false });
    const part = await runPart(session, store, inputs, { replicates: [0, 1], strict: false });
    expect(part).toMatchObject({ run: 1, there: 1 });
    expect(await mistakesOf(merged())).toEqual([]);
  });
});

describe('a finished manifest', () => {
  const rewrite = (folder: string, change: (manifest: Manifest) => unknown): void => {
    const file = path.join(folder, 'manifest.json');
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Manifest)));
  };

  test('that was changed, or is of another key, is refused in one line', async () => {
    const folder = await merged();
    withKey(OTHER);
    expect(await mistakesOf(readManifest(folder, () => ''))).toEqual([`manifest.json ${FOREIGN}`]);
    withKey(OURS);
    rewrite(folder, (manifest) => ({ ...manifest, counts: { ...manifest.counts, basePersons: 1 } }));
    expect(await mistakesOf(readManifest(folder, () => ''))).toEqual([`manifest.json ${WRONG}`]);
    expect(await resultThere(inputs, out)).toBeNull();
  });

  test('whose signature is gone is told, and is no result that is there', async () => {
    const folder = await merged();
    rewrite(folder, ({ signature: _gone, ...manifest }) => manifest);
    const note = unsignedNote(folder, await readManifest(folder, () => ''));
    expect(note).toMatchObject({
      worth: 'unsigned',
      told: { en: `${path.join(folder, 'manifest.json')} ${UNSIGNED}` },
    });
    expect(await resultThere(inputs, out)).toBeNull();
  });

  test('whose scenario is none of the files its run noted opens nothing', async () => {
    const manifest = await readManifest(await merged(), () => '');
    expect(recordedInputs(manifest, 'en').hash).toBe(inputs.hash);
    const elsewhere = { ...manifest, command: { ...manifest.command, scenario: '/etc/hostname' } };
    expect(() => recordedInputs(elsewhere, 'en')).toThrow(
      'command.scenario must be one of the input files the run noted, got /etc/hostname',
    );
  });

  test('without a key nothing is signed, and nothing said', async () => {
    withKey('');
    const store = await openStore(out, { make: false });
    await runPart(session, store, inputs, { replicates: [0, 1], strict: false });
    const [stored] = await storedRuns(store);
    const { run } = await mergeStored(store, stored, { out, strict: false });
    expect(run.manifest).not.toHaveProperty('signature');
    expect(unsignedNote(run.folder, await readManifest(run.folder, () => ''))).toBeNull();
  });
});

describe('the note of a province in a store', () => {
  const overrides = { replicates: 1, to: 2021 };
  const shared = readShared();
  const plan = planRegion(shared, readRegions(readData).get('640000')!, { overrides, sample: 0.01, close: false });
  const noteIn = (folder: string) => path.join(out, folder, 'region.json');

  test.each<[string, string, (note: Record<string, unknown>) => object]>([
    ['more replicates', `region.json ${WRONG}`, (note) => ({ ...note, overrides: { ...overrides, replicates: 9 } })],
    ['no signature', `region.json ${UNSIGNED}`, ({ signature: _gone, ...note }) => note],
    [
      'a key nobody knows',
      'region.json cannot be read: it is not a whole record that luohu wrote',
      (note) => ({ ...note, more: 1 }),
    ],
    [
      'a share of nobody',
      'region.json cannot be read: it is not a whole record that luohu wrote',
      (note) => ({ ...note, sample: 0 }),
    ],
  ])('with %s is refused', async (_, mistake, change) => {
    const store = await openStore(out, { make: false });
    await openRegionStore(store, plan);
    expect((await storedRegions(store, shared)).map((each) => each.plan.folder)).toEqual([plan.folder]);
    writeFileSync(
      noteIn(plan.folder),
      JSON.stringify(change(JSON.parse(readFileSync(noteIn(plan.folder), 'utf8')) as Record<string, unknown>)),
    );
    expect(await mistakesOf(storedRegions(store, shared))).toEqual([mistake]);
  });

  test('in a folder that is not its own is refused', async () => {
    const store = await openStore(out, { make: false });
    await openRegionStore(store, plan);
    cpSync(path.join(out, plan.folder), path.join(out, 'elsewhere'), { recursive: true });
    expect((await mistakesOf(storedRegions(store, shared)))[0]).toContain(`must lie in the folder ${plan.folder}`);
  });
});
