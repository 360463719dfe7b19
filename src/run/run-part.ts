import { baseOf, baseRequest } from './base.ts';
import { folderName } from './folder-name.ts';
import type { Inputs } from './load-inputs.ts';
import { finishedOf } from './record/finished.ts';
import { contextOf } from './run-context.ts';
import { runReplicates, type Watch } from './run-replicates.ts';
import type { Session } from './session.ts';
import type { Store } from './store/store.ts';

interface PartOptions extends Watch {
  /** Numbers of the replicates to see to. */
  readonly replicates: readonly number[];
  readonly strict: boolean;
  readonly onBase?: (() => void) | undefined;
}

/**
 * Runs some replicates of a scenario into a store, those already there apart; nothing is merged.
 * @returns replicates run now, and found there
 * @throws JobFailed, Interrupted, Failure; InputError when the store holds another run in its place
 */
export async function runPart(
  session: Session,
  store: Store,
  inputs: Inputs,
  { replicates, strict, onBase, ...watch }: PartOptions,
): Promise<{ run: number; there: number }> {
  const finished = finishedOf(store, folderName(inputs), inputs);
  await finished.begin();
  const missing: number[] = [];
  for (const replicate of replicates) {
    if ((await finished.read(replicate, strict)) === null) missing.push(replicate);
  }
  const there = replicates.length - missing.length;
  if (missing.length === 0) return { run: 0, there };
  onBase?.();
  const base = await baseOf(session, baseRequest(inputs), watch.signal);
  if ((await finished.readBase()) === null) await finished.saveBase(base);
  await runReplicates(session.pool, contextOf(inputs, base, strict), {
    ...watch,
    only: missing,
    onResult: (result) => finished.save(result, strict),
  });
  return { run: missing.length, there };
}
