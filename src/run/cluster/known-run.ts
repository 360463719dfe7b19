import { InputError, said } from '../../scenario/errors.ts';
import { assertMemory } from '../assert-memory.ts';
import { clusterKey } from '../cluster-key.ts';
import { codeHash } from '../code.ts';
import { type Contexts, contextsOf } from '../contexts.ts';
import { canonicalJson } from '../hash.ts';
import { runMessages } from '../messages.ts';
import { packageVersion } from '../package.ts';
import { type Finished, finishedIn } from '../record/finished.ts';
import { restoreInputs } from '../record/restore-inputs.ts';
import { type RunRecord, readRunRecord, worthOfRecord } from '../record/run-record.ts';
import { worthMessage } from '../record/worth-message.ts';
import type { Session } from '../session.ts';
import type { Store } from '../store/store.ts';
import { folderOf, Poison, type QueuedReplicate } from './job.ts';

/** A run this machine has made its own: where its replicates go, and what its threads are given. */
export interface KnownRun {
  readonly id: string;
  readonly replicates: number;
  readonly finished: Finished;
  readonly contexts: Contexts;
}

/** Runs kept at a time: the one the queue is at and the one it comes from. Each holds its base populations. */
const KEPT = 2;

/** A job whose run is not in this machine's store: perhaps it is not the store of the others, perhaps there is no such run. */
export class RunNotThere extends InputError {}

/**
 * Runs by their first job: reads what the store says of the run, checks that this machine has the same program and data,
 * makes the base population. One after the other, because each may fill the memory.
 * @returns throws Poison for a job that is not as its run was noted, RunNotThere, InputError where this machine cannot do the run
 */
export function knownRuns(session: Session, store: Store): (job: QueuedReplicate) => Promise<KnownRun> {
  const runs = new Map<string, Promise<KnownRun>>();
  let before: Promise<unknown> = Promise.resolve();
  return async (job) => {
    const { version, code, strict } = job;
    const key = canonicalJson([folderOf(job), job.hash, version, code, strict]);
    const run = runs.get(key) ?? before.catch(() => {}).then(() => learn(session, store, job));
    if (!runs.has(key)) {
      before = run;
      runs.set(key, run);
      // a run that failed to load may do so for a passing reason
      run.catch(() => runs.delete(key));
      for (const old of [...runs.keys()].slice(0, -KEPT)) runs.delete(old);
    }
    const found = await run;
    if (job.replicate >= found.replicates) throw new Poison(runMessages.beyondRun(job.replicate, found.replicates));
    return found;
  };
}

async function learn(session: Session, store: Store, job: QueuedReplicate): Promise<KnownRun> {
  const folder = folderOf(job);
  const place = `${store.place}/${folder}`;
  const bytes = await store.get(`${folder}/run.json`);
  const record = bytes === null ? null : readRunRecord(bytes);
  if (record === null) throw new RunNotThere([said(runMessages.notInThisStore(place))]);
  const unsound = worthMessage(worthOfRecord(record, clusterKey()));
  if (unsound !== null) throw new InputError([{ file: `${place}/run.json`, ...said(unsound) }]);
  assertAsRecorded(job, record);
  const changes = [
    ...(job.version === packageVersion ? [] : [runMessages.changedVersion(job.version, packageVersion)]),
    ...(job.code === codeHash() ? [] : [runMessages.otherCode()]),
  ];
  if (changes.length > 0) throw new InputError([said(runMessages.refused(place, changes))]);
  const inputs = await restoreInputs(record, place);
  assertMemory(inputs, session.pool.workers);
  const finished = finishedIn(store, folder, record);
  const contexts = contextsOf(session, inputs, { strict: job.strict, microdataFolder: finished.folder });
  if ((await finished.readBase()) === null) await finished.saveBase(await contexts.baseOf(0));
  const { id, replicates } = inputs.scenario;
  return { id, replicates, finished, contexts };
}

/** Refuses a job that claims another version, code or scenario than its run was noted with. @throws Poison */
function assertAsRecorded(job: QueuedReplicate, { scenario, hash, version, code }: RunRecord): void {
  const recorded = { scenario: scenario.id, hash, version, code };
  for (const what of ['scenario', 'hash', 'version', 'code'] as const)
    if (job[what] !== recorded[what]) throw new Poison(runMessages.notAsRecorded(what));
}
