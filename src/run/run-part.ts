import type { ReplicateResult } from '../indicator/result.ts';
import { contextsOf } from './contexts.ts';
import { folderName } from './folder-name.ts';
import type { Inputs } from './load-inputs.ts';
import { type BaseAccount, finishedOf } from './record/finished.ts';
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
 * @returns replicates run now and found there, all of them in the order asked for, and the account of the base population
 * @throws JobFailed, Interrupted, Failure; InputError when the store holds another run in its place
 */
export async function runPart(
  session: Session,
  store: Store,
  inputs: Inputs,
  { replicates, strict, onBase, ...watch }: PartOptions,
): Promise<{ run: number; there: number; results: ReplicateResult[]; base: BaseAccount }> {
  const finished = finishedOf(store, folderName(inputs), inputs);
  await finished.begin();
  const known = new Map<number, ReplicateResult>();
  for (const replicate of replicates) {
    const result = await finished.read(replicate, strict);
    if (result !== null) known.set(replicate, result);
  }
  const missing = replicates.filter((replicate) => !known.has(replicate));
  const results = () => replicates.map((replicate) => known.get(replicate)!);
  const account = await finished.readBase();
  if (missing.length === 0 && account !== null) return { run: 0, there: known.size, results: results(), base: account };
  const there = known.size;
  onBase?.();
  const contexts = contextsOf(session, inputs, { strict, signal: watch.signal, microdataFolder: finished.folder });
  const base = account ?? (await contexts.baseOf(0));
  if (account === null) await finished.saveBase(base);
  const made = await runReplicates(session.pool, inputs.scenario, contexts, {
    ...watch,
    only: missing,
    onResult: (result) => finished.save(result, strict),
  });
  for (const result of made) known.set(result.replicate, result);
  return { run: missing.length, there, results: results(), base };
}
