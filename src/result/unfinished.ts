import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { folderName } from '../run/folder-name.ts';
import { canonicalJson } from '../run/hash.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { runMessages } from '../run/messages.ts';
import { changesSince, changeText } from '../run/record/changes.ts';
import { type Finished, finishedOf, type Taken } from '../run/record/finished.ts';
import { type RunRecord, readRunRecord } from '../run/record/run-record.ts';
import { folderStore } from '../run/store/folder-store.ts';
import type { Store } from '../run/store/store.ts';
import { InputError, said } from '../scenario/errors.ts';

const ENDING = '.partial';

/** Folder of the finished replicates of a run that has not ended, beside its result folder. */
export const partialFolder = (inputs: Inputs): string => folderName(inputs) + ENDING;

/** An unfinished run beside its result folder: where finished replicates are kept, and those already there. */
export interface Unfinished extends Taken {
  readonly finished: Finished;
  /** Finished replicates of an earlier run that were thrown away because it was not to be continued. */
  readonly discarded: number;
}

/**
 * Opens `<result folder>.partial`: to go on with what is there, or empty.
 * @throws InputError with the reason when what is there was begun with another program or other data; Failure
 */
export async function openUnfinished(
  inputs: Inputs,
  { out, resume, strict }: { readonly out: string; readonly resume: boolean; readonly strict: boolean },
): Promise<Unfinished> {
  const store = folderStore(out);
  const finished = finishedOf(store, partialFolder(inputs), inputs);
  if (!resume) {
    const discarded = (await finished.present()).size;
    await finished.clear();
    await finished.begin();
    return { finished, discarded, results: new Map(), damaged: 0 };
  }
  await refuseStale(store, inputs);
  await finished.begin();
  return { finished, discarded: 0, ...(await finished.take(strict)) };
}

/**
 * Refuses to go on when the same command was begun under other conditions: its replicates do not fit, and to start anew
 * without a word is not what was asked for. The same scenario with other options is another run.
 */
async function refuseStale(store: Store, inputs: Inputs): Promise<void> {
  for (const folder of await unfinishedOf(store.place, inputs.scenario.id)) {
    const bytes = await store.get(`${folder}/run.json`);
    const record = bytes === null ? null : readRunRecord(bytes);
    if (record === null || record.hash === inputs.hash || !sameCommand(record, inputs)) continue;
    const changes = (await changesSince(record)).map(changeText);
    const reasons = changes.length > 0 ? changes : [runMessages.changedScenario()];
    throw new InputError([said(runMessages.cannotResume(path.join(store.place, folder), reasons))]);
  }
}

async function unfinishedOf(out: string, id: string): Promise<string[]> {
  const names = await readdir(out).catch(() => []);
  return names.filter((name) => name.startsWith(`${id}-`) && name.endsWith(ENDING)).sort();
}

const sameCommand = ({ command }: RunRecord, inputs: Inputs): boolean =>
  canonicalJson(command) === canonicalJson(inputs.command);
