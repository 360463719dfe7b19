import type { ReplicateResult } from '../../indicator/result.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { codeHash } from '../code.ts';
import { Failure } from '../errors.ts';
import { canonicalJson, sha256 } from '../hash.ts';
import type { Base } from '../job.ts';
import type { Inputs } from '../load-inputs.ts';
import { runMessages } from '../messages.ts';
import type { Store } from '../store/store.ts';
import { systemProblem } from '../system-problem.ts';
import { changesSince, changeText } from './changes.ts';
import { decodeReplicate, encodeReplicate, type ReplicateOwner } from './replicate-record.ts';
import { type RunRecord, readRunRecord, runRecord } from './run-record.ts';

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
  /** Notes what the replicates belong to. Throws InputError when something else is noted there already. */
  begin(): Promise<void>;
  /** Reads what is there. Throws InputError for what belongs to another run. */
  take(strict: boolean): Promise<Taken>;
  /** Numbers of the replicates whose files are there, not read. */
  present(): Promise<ReadonlySet<number>>;
  /** One finished replicate; null when it is not there or damaged. */
  read(replicate: number, strict: boolean): Promise<ReplicateResult | null>;
  save(result: ReplicateResult, strict: boolean): Promise<void>;
  saveBase(base: BaseAccount): Promise<void>;
  /** Null when it is not there or damaged. */
  readBase(): Promise<BaseAccount | null>;
  clear(): Promise<void>;
}

const nameOf = (replicate: number): string => `replicate-${String(replicate).padStart(6, '0')}.bin`;

/** Finished replicates of a run in a folder of a store. */
export function finishedIn(store: Store, folder: string, record: RunRecord): Finished {
  const { hash } = record;
  const place = `${store.place}/${folder}`;
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
    const found = bytes === null ? null : decodeReplicate(bytes);
    if (found === null || found.result.replicate !== replicate || (strict && !found.owner.strict)) return null;
    if (found.owner.hash !== hash) refuse(runMessages.foreignReplicate(name, found.owner.hash, hash));
    if (found.owner.code !== codeHash()) refuse(runMessages.foreignCode(name));
    return found.result;
  };
  const present = async () => {
    const keys = await store.list(key('replicate-')).catch(failing(runMessages.cannotRead, place));
    return new Set(keys.map((each) => Number(/replicate-(\d+)\.bin$/.exec(each)?.[1])));
  };
  const owner = (strict: boolean): ReplicateOwner => ({ hash, code: codeHash(), strict });

  return {
    place,
    async begin() {
      const bytes = await get('run.json');
      const there = bytes === null ? null : readRunRecord(bytes);
      if (there === null) return put('run.json', encodeJson(record));
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
    save: (result, strict) => put(nameOf(result.replicate), encodeReplicate(owner(strict), result)),
    async saveBase({ rows, fit, notes }) {
      const account: BaseAccount = { rows, fit, notes };
      await put('base.json', encodeJson({ account, sha256: sha256(canonicalJson(account)) }));
    },
    async readBase() {
      const bytes = await get('base.json');
      return bytes === null ? null : decodeBase(bytes);
    },
    clear: () => store.remove(folder).catch(failing(runMessages.cannotWrite, place)),
  };
}

/** Finished replicates of checked inputs, in a folder of a store. */
export const finishedOf = (store: Store, folder: string, inputs: Inputs): Finished =>
  finishedIn(store, folder, runRecord(inputs));

const encodeJson = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

function decodeBase(bytes: Uint8Array): BaseAccount | null {
  try {
    const { account, sha256: recorded } = JSON.parse(new TextDecoder().decode(bytes)) as {
      account: BaseAccount;
      sha256: string;
    };
    if (sha256(canonicalJson(account)) !== recorded) return null;
    // JSON has no NaN: an undefined figure of the fit comes back as null
    const fit = account.fit.map(({ target, synthesised, difference, ...cell }) => {
      return { ...cell, target: target ?? NaN, synthesised: synthesised ?? NaN, difference: difference ?? NaN };
    });
    return { ...account, fit };
  } catch {
    return null;
  }
}

function failing(message: typeof runMessages.cannotRead, place: string): (error: unknown) => never {
  return (error) => {
    throw new Failure(message(place, systemProblem(error)), error);
  };
}
