import type { ReplicateResult } from '../indicator/result.ts';
import { type QueuedReplicate, sealed } from '../run/cluster/job.ts';
import type { ReplicateQueue } from '../run/cluster/queue.ts';
import { clusterKey } from '../run/cluster-key.ts';
import { codeHash } from '../run/code.ts';
import { Failure } from '../run/errors.ts';
import { folderName } from '../run/folder-name.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { runMessages } from '../run/messages.ts';
import { packageVersion } from '../run/package.ts';
import { type Finished, finishedOf } from '../run/record/finished.ts';
import type { Watch } from '../run/run-replicates.ts';
import type { Store } from '../run/store/store.ts';
import type { Issue } from '../scenario/errors.ts';
import { type FinishedRun, type MergeOptions, mergeFinished } from './run-scenario.ts';

/** Times replicates that were reported done, and are damaged or not in the store, are asked for again. */
const ROUNDS = 3;

interface CoordinateOptions extends MergeOptions, Watch {
  /** Called once, with the replicates that are in the store before any is asked for. */
  readonly onThere?: ((there: number) => void) | undefined;
  /** Called with what the store holds that is not signed as this machine's key would have it: it is made again. */
  readonly onForged?: ((forged: readonly Issue[]) => void) | undefined;
}

/**
 * Runs a scenario on whichever workers there are, and writes its result folder: the same bytes as on one machine.
 *
 *   1. the run is noted in the store
 *   2. replicates that are not there are asked for, a window of them at a time; workers put them into the store
 *   3. all are read in order and merged
 *
 * What the store holds already is taken over: it is named by the hash of the run, and checked when it is read.
 * @throws JobFailed, Interrupted, Failure; InputError when the store holds another run in its place
 */
export async function runOnCluster(
  queue: ReplicateQueue,
  store: Store,
  inputs: Inputs,
  options: CoordinateOptions,
): Promise<FinishedRun> {
  const finished = finishedOf(store, folderName(inputs), inputs);
  const results = await collectOnCluster(queue, finished, inputs, options);

  // 3. merge
  const base = await finished.readBase();
  if (base === null) throw new Failure(runMessages.noBase(finished.place));
  return mergeFinished(inputs, base, results, { ...options, parts: finished.folder });
}

/** All replicates of a run in order: those the store has, the others asked for of the workers. @throws as `runOnCluster` */
export async function collectOnCluster(
  queue: ReplicateQueue,
  finished: Finished,
  inputs: Inputs,
  { strict, signal, onProgress, onThere, onForged }: Omit<CoordinateOptions, 'out' | 'finish'>,
): Promise<ReplicateResult[]> {
  const { scenario } = inputs;
  // 1. the run
  await finished.begin();
  const present = await finished.present();
  onThere?.(present.size);

  // 2. replicates
  const numbers = Array.from({ length: scenario.replicates }, (_, replicate) => replicate);
  const years = scenario.endYear - scenario.baseYear;
  let missing = numbers.filter((replicate) => !present.has(replicate));
  const results = new Map<number, ReplicateResult>();
  for (let round = 0; ; round++) {
    let done = 0;
    await queue.ask(
      missing.map((replicate) => queued(inputs, replicate, strict)),
      {
        name: scenario.id,
        signal,
        present: finished.present,
        onDone: () => onProgress?.(++done * years, missing.length * years),
      },
    );
    missing = await readMissing(finished, numbers, strict, results);
    if (missing.length === 0) break;
    if (round === 0) onForged?.(await finished.forged());
    if (round === ROUNDS) throw new Failure(runMessages.notInStore(finished.place, missing.length));
  }
  return numbers.map((replicate) => results.get(replicate)!);
}

/** Reads what is not read yet; answers with the numbers that are not there or damaged. */
async function readMissing(
  finished: Finished,
  numbers: readonly number[],
  strict: boolean,
  results: Map<number, ReplicateResult>,
): Promise<number[]> {
  const missing: number[] = [];
  for (const replicate of numbers) {
    if (results.has(replicate)) continue;
    const result = await finished.read(replicate, strict);
    if (result === null) missing.push(replicate);
    else results.set(replicate, result);
  }
  return missing;
}

const queued = ({ scenario, hash }: Inputs, replicate: number, strict: boolean): QueuedReplicate =>
  sealed({ scenario: scenario.id, hash, version: packageVersion, code: codeHash(), replicate, strict }, clusterKey());
