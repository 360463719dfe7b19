import { InputError, said } from '../../scenario/errors.ts';
import { assertMemory } from '../assert-memory.ts';
import { codeHash } from '../code.ts';
import { type Contexts, contextsOf } from '../contexts.ts';
import { runMessages } from '../messages.ts';
import { packageVersion } from '../package.ts';
import { type Finished, finishedIn } from '../record/finished.ts';
import { restoreInputs } from '../record/restore-inputs.ts';
import { readRunRecord } from '../record/run-record.ts';
import type { Session } from '../session.ts';
import type { Store } from '../store/store.ts';
import type { QueuedReplicate } from './job.ts';

/** A run this machine has made its own: where its replicates go, and what its threads are given. */
export interface KnownRun {
  readonly id: string;
  readonly finished: Finished;
  readonly contexts: Contexts;
}

/** Runs kept at a time: the one the queue is at and the one it comes from. Each holds its base populations. */
const KEPT = 2;

/**
 * Runs by their first job: reads what the store says of the run, checks that this machine has the same program and data,
 * makes the base population. One after the other, because each may fill the memory.
 */
export function knownRuns(session: Session, store: Store): (job: QueuedReplicate) => Promise<KnownRun> {
  const runs = new Map<string, Promise<KnownRun>>();
  let before: Promise<unknown> = Promise.resolve();
  return (job) => {
    const key = `${job.hash} ${job.strict}`;
    const there = runs.get(key);
    if (there !== undefined) return there;
    const run = before.catch(() => {}).then(() => learn(session, store, job));
    before = run;
    runs.set(key, run);
    // a run that failed to load may do so for a passing reason
    run.catch(() => runs.delete(key));
    for (const old of [...runs.keys()].slice(0, -KEPT)) runs.delete(old);
    return run;
  };
}

async function learn(session: Session, store: Store, job: QueuedReplicate): Promise<KnownRun> {
  const place = `${store.place}/${job.folder}`;
  const changes = [
    ...(job.version === packageVersion ? [] : [runMessages.changedVersion(job.version, packageVersion)]),
    ...(job.code === codeHash() ? [] : [runMessages.otherCode()]),
  ];
  if (changes.length > 0) throw new InputError([said(runMessages.refused(place, changes))]);
  const bytes = await store.get(`${job.folder}/run.json`);
  const record = bytes === null ? null : readRunRecord(bytes);
  if (record === null || record.hash !== job.hash) throw new InputError([said(runMessages.notInThisStore(place))]);
  const inputs = await restoreInputs(record, place);
  assertMemory(inputs, session.pool.workers);
  const contexts = contextsOf(session, inputs, { strict: job.strict });
  const finished = finishedIn(store, job.folder, record);
  if ((await finished.readBase()) === null) await finished.saveBase(await contexts.baseOf(0));
  return { id: inputs.scenario.id, finished, contexts };
}
