import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ReplicateResult } from '../indicator/result.ts';
import { systemCode, systemProblem } from '../language/system-problem.ts';
import { contextsOf } from '../run/contexts.ts';
import { Failure, Interrupted } from '../run/errors.ts';
import { folderName } from '../run/folder-name.ts';
import type { EndedBy, Goal } from '../run/goal.ts';
import { type Inputs, withDesign } from '../run/load-inputs.ts';
import { lockResult } from '../run/lock.ts';
import { runMessages } from '../run/messages.ts';
import type { BaseAccount } from '../run/record/finished.ts';
import { runReplicates, type Watch } from '../run/run-replicates.ts';
import type { Session } from '../run/session.ts';
import { endingOf, FEWEST } from './ending.ts';
import type { Manifest } from './manifest.ts';
import { type IndicatorRow, mergeIndicators, mergeSettlements, type SettlementRow } from './merge.ts';
import { openUnfinished, type Unfinished } from './unfinished.ts';
import { type WriteOptions, writeRun } from './write-run.ts';

/** What the caller decides about a run beside its inputs: none of it changes a number, but how many replicates there are. */
interface RunOptions extends Watch {
  /** Parent of the result folder. */
  readonly out: string;
  /** Check the invariants after every simulated year. */
  readonly strict: boolean;
  /** Go on with a run of the same inputs that did not end; without it such a run is begun anew. */
  readonly resume?: boolean | undefined;
  readonly onPhase?: ((phase: Phase) => void) | undefined;
  /** Called before anything is computed when an earlier run of the same inputs did not end. */
  readonly onUnfinished?: ((found: Found) => void) | undefined;
  /** What it may end early by. */
  readonly goal?: Goal | undefined;
  /** Called as replicates come, with the first ones that are finished. */
  readonly onResults?: ((first: readonly ReplicateResult[]) => void) | undefined;
  /** Called when the run is interrupted or fails, with the replicates that `resume` would take over. */
  readonly onKept?: ((kept: Kept) => void) | undefined;
  /** Called with the result of what was finished, when the run is interrupted after ten replicates. */
  readonly onShort?: ((run: FinishedRun) => void) | undefined;
  /** What else is made in the result folder while nobody else may write it. */
  readonly finish?: ((run: FinishedRun) => Promise<void> | undefined) | undefined;
}

/** Replicates an earlier run left: taken over, thrown away, or damaged and made again. */
export interface Found {
  readonly folder: string;
  readonly replicates: number;
  readonly taken: number;
  readonly discarded: number;
  readonly damaged: number;
}

/** Finished replicates of a run that ended early. */
export interface Kept {
  readonly folder: string;
  readonly finished: number;
  readonly replicates: number;
}

export type Phase = 'base' | 'simulate' | 'write';

/** A finished run: its folder and the tables in it. */
export interface FinishedRun {
  readonly folder: string;
  /** Files of an earlier result there that somebody had changed, kept under these names. */
  readonly edited: readonly string[];
  readonly manifest: Manifest;
  readonly indicators: readonly IndicatorRow[];
  readonly settlements: readonly SettlementRow[];
  readonly results: readonly ReplicateResult[];
}

/**
 * Runs one scenario from checked inputs to a result folder.
 *
 *   inputs (scenario, city, documents)
 *     1. lock, and what an earlier run left: out/<id>-<hash>.partial/
 *     2. base population: synthesized in a worker, or taken over from the session  -> shared buffers, fit
 *     3. replicates: one job each, on all workers; each is kept as it finishes     -> one result a replicate
 *     4. merge in replicate order, write to a temporary folder and rename          -> out/<id>-<hash>/
 *
 * A run that ends early, because its goal is reached or it is interrupted after ten replicates, is the run of as many replicates: the same
 * folder and bytes as if so many had been asked for, but for what the manifest says of its end.
 *
 * @throws JobFailed, Interrupted, TooLittleMemory, Failure; finished replicates are kept, and an interrupted run writes what it has.
 *   InputError when another run writes the same result, or when what is there cannot be continued
 */
export async function runScenario(session: Session, inputs: Inputs, options: RunOptions): Promise<FinishedRun> {
  const started = performance.now();
  const { out, strict, resume = false } = options;
  const { scenario } = inputs;
  const { replicates } = scenario;

  // 1. lock, and what is there
  const unlock = await lockResult(out, folderName(inputs));
  const kept = { folder: '', finished: 0, replicates };
  let unfinished: Unfinished | null = null;
  let done = false;
  try {
    unfinished = await openUnfinished(inputs, { out, resume, strict });
    const { finished, discarded, damaged } = unfinished;
    const have = unfinished.results;
    const found = { folder: finished.place, replicates, taken: have.size, discarded, damaged };
    if (have.size + discarded + damaged > 0) options.onUnfinished?.(found);
    Object.assign(kept, { folder: finished.place, finished: have.size });

    // 2. base population
    options.onPhase?.('base');
    const contexts = contextsOf(session, inputs, { strict, signal: options.signal, microdataFolder: finished.folder });
    const base = await contexts.baseOf(0);
    const simulationStarted = performance.now();

    // 3. replicates
    options.onPhase?.('simulate');
    const coming = comingIn(options, scenario);
    const onResult = async (result: ReplicateResult) => {
      await finished.save(result, strict);
      kept.finished++;
    };
    const write = (results: readonly ReplicateResult[], by: EndedBy | undefined): Promise<FinishedRun> => {
      options.onPhase?.('write');
      const simulated = performance.now();
      const seconds = {
        base: (simulationStarted - started) / 1000,
        simulation: (simulated - simulationStarted) / 1000,
        total: (simulated - started) / 1000,
      };
      const made = { strict, workers: session.pool.workers, seconds, parts: finished.folder };
      return writeEnded(inputs, base, results, { out, ...made, ...(by ? { by } : {}) });
    };
    const { signal, onProgress } = options;
    const watch = { signal, onProgress, have, onResult, enough: coming.enough };
    const results = await runReplicates(session.pool, scenario, contexts, watch).catch(async (error) => {
      if (!(error instanceof Interrupted) || coming.first().length < FEWEST) throw error;
      options.onShort?.(await write(coming.first(), 'interrupt'));
      throw new Interrupted(true);
    });

    // 4. merge and write
    const early = coming.end();
    const run = await write(results.slice(0, early?.replicates), early?.by);
    await options.finish?.(run);
    await finished.clear();
    done = true;
    return run;
  } finally {
    if (!done && kept.finished > 0) options.onKept?.(kept);
    if (!done && kept.finished === 0) await unfinished?.finished.clear().catch(() => {});
    await unlock();
  }
}

/** Watches replicates as they come in: tells of the first ones that are finished in a row, and whether these are enough. */
function comingIn({ goal = {}, onResults }: RunOptions, { definition }: Inputs['scenario']) {
  const ending = endingOf(goal, definition, () => performance.now() / 1000);
  let first: readonly ReplicateResult[] = [];
  return {
    enough(results: readonly ReplicateResult[]): boolean {
      if (results.length > first.length) onResults?.(results);
      first = results;
      return ending.enough(results);
    },
    first: () => first,
    end: ending.found,
  };
}

/** What the caller decides about replicates that were run elsewhere. */
export interface MergeOptions {
  readonly out: string;
  readonly strict: boolean;
  /** Folder of the people each replicate has written. */
  readonly parts?: string | null | undefined;
  readonly finish?: ((run: FinishedRun) => Promise<void> | undefined) | undefined;
}

/** Writes the result folder from finished replicates; @throws as `runScenario`. */
export async function mergeFinished(
  inputs: Inputs,
  base: BaseAccount,
  results: readonly ReplicateResult[],
  { out, strict, parts, finish }: MergeOptions,
): Promise<FinishedRun> {
  const unlock = await lockResult(out, folderName(inputs));
  try {
    const elsewhere = { workers: null, seconds: null };
    const run = await writeResult(inputs, base, results, { out, strict, parts, ...elsewhere });
    await finish?.(run);
    return run;
  } finally {
    await unlock();
  }
}

/** Writes the result of the replicates there are: of fewer than were asked for, as the run of so many. */
async function writeEnded(
  inputs: Inputs,
  base: BaseAccount,
  results: readonly ReplicateResult[],
  { by, ...options }: WriteOptions & { readonly by?: EndedBy },
): Promise<FinishedRun> {
  const asked = inputs.scenario.replicates;
  if (results.length === asked) return writeResult(inputs, base, results, options);
  const shorter = withDesign(inputs, { sample: inputs.command.sample, replicates: results.length });
  const unlock = await lockResult(options.out, folderName(shorter));
  try {
    return await writeResult(shorter, base, results, { ...options, ...(by ? { ended: { by, asked } } : {}) });
  } finally {
    await unlock();
  }
}

/** Merges replicates and writes the result folder. Throws Failure when it cannot be written. */
async function writeResult(
  inputs: Inputs,
  base: BaseAccount,
  results: readonly ReplicateResult[],
  options: WriteOptions,
): Promise<FinishedRun> {
  const indicators = mergeIndicators(results);
  const settlements = mergeSettlements(results);
  const tables = { base, results, indicators, settlements };
  const { folder, edited, manifest } = await writeRun(inputs, tables, options).catch((error) => {
    if (systemCode(error) === undefined) throw error;
    throw new Failure(runMessages.cannotWrite(path.join(options.out, folderName(inputs)), systemProblem(error)), error);
  });
  return { folder, edited, manifest, indicators, settlements, results };
}
