import path from 'node:path';
import { z } from 'zod';
import type { ReplicateResult } from '../../indicator/result.ts';
import { systemProblem } from '../../language/system-problem.ts';
import { InputError, type Issue, said } from '../../scenario/errors.ts';
import { type ClusterKey, clusterKey, digestOf, keyShape, type Worth } from '../cluster-key.ts';
import { codeHash } from '../code.ts';
import { Failure } from '../errors.ts';
import { canonicalJson } from '../hash.ts';
import type { Base } from '../job.ts';
import type { Inputs } from '../load-inputs.ts';
import { runMessages } from '../messages.ts';
import { partsThere } from '../microdata/parts-there.ts';
import type { Store } from '../store/store.ts';
import { changesSince, changeText } from './changes.ts';
import { jsonIn } from './json.ts';
import { decodeReplicate, encodeReplicate, type ReplicateOwner, worthOfReplicate } from './replicate-record.ts';
import { type RunRecord, readRunRecord, runRecord, signedRecord, worthOfRecord } from './run-record.ts';
import { hashShape } from './shapes.ts';
import { worthMessage } from './worth-message.ts';

/** What the base population tells of itself once it is made: all that a result folder needs of it. */
export type BaseAccount = Omit<Base, 'buffers'>;

/** Finished replicates that are there already. */
export interface Taken {
  readonly results: ReadonlyMap<number, ReplicateResult>;
  /** Replicates whose files are damaged: they are made again. */
  readonly damaged: number;
}

/**
 * The finished replicates of one run in a store, with what they belong to:
 *
 *   <folder>/run.json             the run: versions, inputs with hashes, options, resolved scenario
 *   <folder>/base.json            fit and size of the base population
 *   <folder>/replicate-000007.bin one finished replicate
 *
 * Every method throws Failure when the store cannot be read or written.
 */
export interface Finished {
  /** The place as messages name it. */
  readonly place: string;
  /** Folder of the people its replicates write; null in a bucket. */
  readonly folder: string | null;
  /** Notes what the replicates belong to. Throws InputError when something else is noted there already. */
  begin(): Promise<void>;
  /** Reads what is there. Throws InputError for what belongs to another run. */
  take(strict: boolean): Promise<Taken>;
  /** Numbers of the replicates whose files are there, not read. */
  present(): Promise<ReadonlySet<number>>;
  /** One finished replicate; null when it or the people it wrote are not there or damaged. */
  read(replicate: number, strict: boolean): Promise<ReplicateResult | null>;
  save(result: ReplicateResult, strict: boolean): Promise<void>;
  saveBase(base: BaseAccount): Promise<void>;
  /** Null when it is not there or damaged. */
  readBase(): Promise<BaseAccount | null>;
  /** Of what is there whatever is not signed as this machine's key would have it, a mistake a file. */
  forged(): Promise<Issue[]>;
  clear(): Promise<void>;
}

const nameOf = (replicate: number): string => `replicate-${String(replicate).padStart(6, '0')}.bin`;

/** Finished replicates of a run in a folder of a store. */
export function finishedIn(store: Store, folder: string, record: RunRecord): Finished {
  const { hash, scenario } = record;
  const signing = clusterKey();
  const fits = sameMake(scenario);
  const place = `${store.place}/${folder}`;
  const people = store.folder && path.join(store.folder, folder);
  const key = (name: string) => `${folder}/${name}`;
  const get = (name: string) => store.get(key(name)).catch(failing(runMessages.cannotRead, place));
  const put = (name: string, content: Uint8Array) =>
    store.put(key(name), content).catch(failing(runMessages.cannotWrite, place));
  const refuse = (...reasons: Parameters<typeof runMessages.cannotResume>[1]): never => {
    throw new InputError([said(runMessages.cannotResume(place, reasons))]);
  };

  const read = async (replicate: number, strict: boolean): Promise<ReplicateResult | null> => {
    const name = nameOf(replicate);
    const bytes = await get(name);
    const found = bytes === null ? null : decodeReplicate(bytes, signing);
    if (found === null || found.result.replicate !== replicate || (strict && !found.owner.strict)) return null;
    if (found.owner.hash !== hash) refuse(runMessages.foreignReplicate(name, found.owner.hash, hash));
    if (found.owner.code !== codeHash()) refuse(runMessages.foreignCode(name));
    return fits(found.result) && (await partsThere(found.result, people)) ? found.result : null;
  };
  const present = async () => {
    const keys = await store.list(key('replicate-')).catch(failing(runMessages.cannotRead, place));
    const numbers = keys.map((each) => Number(/\/replicate-(\d{6})\.bin$/.exec(each)?.[1] ?? Number.NaN));
    return new Set(numbers.filter((replicate) => replicate < scenario.replicates));
  };
  const owner = (strict: boolean): ReplicateOwner => ({ hash, code: codeHash(), strict });

  return {
    place,
    folder: people,
    async begin() {
      const bytes = await get('run.json');
      const there = bytes === null ? null : readRunRecord(bytes);
      if (there === null || worthOfRecord(there, signing) !== 'sound')
        return put('run.json', encodeJson(signedRecord(record, signing)));
      if (there.hash === hash && there.code === codeHash()) return;
      const changes = (await changesSince(there)).map(changeText);
      refuse(...(changes.length > 0 ? changes : [runMessages.foreignReplicate('run.json', there.hash, hash)]));
    },
    async take(strict) {
      const results = new Map<number, ReplicateResult>();
      const there = await present();
      for (const replicate of there) {
        const result = await read(replicate, strict);
        if (result !== null) results.set(replicate, result);
      }
      return { results, damaged: there.size - results.size };
    },
    present,
    read,
    save: (result, strict) => put(nameOf(result.replicate), encodeReplicate(owner(strict), result, signing)),
    async saveBase({ rows, fit, notes }) {
      const account: BaseAccount = { rows, fit, notes };
      const signer = signing === null ? {} : { key: signing.id };
      await put('base.json', encodeJson({ account, ...signer, sha256: digestOfBase(hash, account, signing) }));
    },
    async readBase() {
      const bytes = await get('base.json');
      return bytes === null ? null : decodeBase(bytes, hash, signing);
    },
    async forged() {
      const worths: [string, Worth | null][] = [];
      const run = await get('run.json');
      const noted = run === null ? null : readRunRecord(run);
      worths.push(['run.json', noted && worthOfRecord(noted, signing)]);
      const base = await get('base.json');
      worths.push(['base.json', base && worthOfBase(base, hash, signing)]);
      for (const replicate of await present()) {
        const bytes = await get(nameOf(replicate));
        worths.push([nameOf(replicate), bytes && worthOfReplicate(bytes, signing)]);
      }
      return worths.flatMap(([name, worth]) => {
        const told = worth === null ? null : worthMessage(worth);
        return told === null ? [] : [{ file: `${place}/${name}`, ...said(told) }];
      });
    },
    clear: () => store.remove(folder).catch(failing(runMessages.cannotWrite, place)),
  };
}

/** @throws InputError naming every file that is not signed as this machine's key would have it */
export async function refuseForged(finished: Finished): Promise<void> {
  const forged = await finished.forged();
  if (forged.length > 0) throw new InputError(forged);
}

/** Finished replicates of checked inputs, in a folder of a store. */
export const finishedOf = (store: Store, folder: string, inputs: Inputs): Finished =>
  finishedIn(store, folder, runRecord(inputs));

const encodeJson = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

// JSON has no NaN: an undefined figure of the fit comes back as null
const figureShape = z
  .number()
  .nullable()
  .transform((figure) => figure ?? Number.NaN);
const nameShape = z.string().max(1000);
const rowsShape = z.int().min(0).max(1e10);

const baseShape = z.strictObject({
  account: z.strictObject({
    rows: z.strictObject({ persons: rowsShape, households: rowsShape, villages: rowsShape }),
    fit: z.array(
      z.strictObject({
        control: nameShape,
        area: nameShape,
        category: nameShape,
        target: figureShape,
        synthesised: figureShape,
        difference: figureShape,
        controlled: z.boolean(),
      }),
    ),
    notes: z.array(z.strictObject({ zh: z.string().max(10_000), en: z.string().max(10_000) })),
  }),
  key: keyShape.optional(),
  sha256: hashShape,
});

/** Of the account and of the run it belongs to, so that that of another run is none. */
const digestOfBase = (hash: string, account: unknown, key: ClusterKey | null): string =>
  digestOf(canonicalJson({ hash, account }), key).toString('hex');

function decodeBase(bytes: Uint8Array, hash: string, key: ClusterKey | null): BaseAccount | null {
  const read = jsonIn(bytes, baseShape);
  return read !== null && digestOfBase(hash, writtenAccount(bytes), key) === read.sha256 ? read.account : null;
}

/** The account as it stands there, which the digest is of. */
const writtenAccount = (bytes: Uint8Array): unknown => jsonIn(bytes, z.object({ account: z.unknown() }))?.account;

function worthOfBase(bytes: Uint8Array, hash: string, key: ClusterKey | null): Worth | null {
  const read = jsonIn(bytes, baseShape);
  if (read === null) return null;
  if (read.key !== undefined && read.key !== key?.id) return key === null ? 'noKey' : 'otherKey';
  const signer = read.key === undefined ? null : key;
  const fits = digestOfBase(hash, writtenAccount(bytes), signer) === read.sha256;
  if (signer !== null) return fits ? 'sound' : 'wrong';
  return fits ? (key === null ? 'sound' : 'unsigned') : null;
}

/** Whether replicates are of the years of a scenario, and all of the same indicators, areas and routes. */
function sameMake({ baseYear, endYear }: RunRecord['scenario']): (result: ReplicateResult) => boolean {
  let make: string | null = null;
  return ({ indicators, years, areas, routes }) => {
    const own = canonicalJson({ indicators, areas, routes });
    make ??= own;
    return own === make && years.length === endYear - baseYear + 1 && years.every((year, t) => year === baseYear + t);
  };
}

function failing(message: typeof runMessages.cannotRead, place: string): (error: unknown) => never {
  return (error) => {
    throw new Failure(message(place, systemProblem(error)), error);
  };
}
