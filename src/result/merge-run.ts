import type { ReplicateResult } from '../indicator/result.ts';
import { systemProblem } from '../language/system-problem.ts';
import { clusterKey } from '../run/cluster-key.ts';
import { Failure } from '../run/errors.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { runMessages } from '../run/messages.ts';
import { finishedIn, refuseForged } from '../run/record/finished.ts';
import { restoreInputs } from '../run/record/restore-inputs.ts';
import { type RunRecord, readRunRecord, worthOfRecord } from '../run/record/run-record.ts';
import type { Store } from '../run/store/store.ts';
import { InputError, said } from '../scenario/errors.ts';
import { type FinishedRun, type MergeOptions, mergeFinished } from './run-scenario.ts';

/** A run recorded in a store. */
interface StoredRun {
  readonly folder: string;
  /** Null where what is noted there cannot be read. */
  readonly record: RunRecord | null;
}

/** The runs a store holds, in order of their folders. */
export async function storedRuns(store: Store): Promise<StoredRun[]> {
  const keys = await store.list('').catch((error) => {
    throw new Failure(runMessages.cannotRead(store.place, systemProblem(error)), error);
  });
  const runs: StoredRun[] = [];
  for (const key of keys.filter((each) => /^[^/]+\/run\.json$/.test(each))) {
    const folder = key.slice(0, key.indexOf('/'));
    const bytes = await store.get(key);
    runs.push({ folder, record: bytes === null ? null : readRunRecord(bytes) });
  }
  return runs;
}

/**
 * Writes the result folder of a run all of whose replicates are in a store: the same bytes as a run on one machine.
 * @throws Failure naming the replicates that are missing; InputError when this machine has another version or other data, or naming
 *   what is not signed as this machine's key would have it
 */
export async function mergeStored(
  store: Store,
  { folder, record }: StoredRun,
  {
    finish,
    ...options
  }: Omit<MergeOptions, 'finish' | 'parts'> & {
    readonly finish?: ((run: FinishedRun, inputs: Inputs) => Promise<void>) | undefined;
  },
): Promise<{ run: FinishedRun; inputs: Inputs }> {
  if (record === null)
    throw new InputError([{ file: `${store.place}/${folder}/run.json`, ...said(runMessages.unreadableRecord()) }]);
  const inputs = await restoreInputs(record, `${store.place}/${folder}`);
  const finished = finishedIn(store, folder, record);
  const results: ReplicateResult[] = [];
  const missing: number[] = [];
  for (let replicate = 0; replicate < record.scenario.replicates; replicate++) {
    const result = await finished.read(replicate, options.strict);
    if (result === null) missing.push(replicate);
    else results.push(result);
  }
  const base = await finished.readBase();
  const isSound = worthOfRecord(record, clusterKey()) === 'sound';
  if (!isSound || missing.length > 0 || base === null) await refuseForged(finished);
  if (missing.length > 0)
    throw new Failure(runMessages.incomplete(finished.place, missing, record.scenario.replicates));
  if (base === null) throw new Failure(runMessages.noBase(finished.place));
  const run = await mergeFinished(inputs, base, results, {
    ...options,
    parts: finished.folder,
    finish: (made) => finish?.(made, inputs),
  });
  return { run, inputs };
}
