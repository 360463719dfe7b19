import type { Language } from '../../language/language.ts';
import { DEAD_LETTERS, deadLettersIn } from '../../run/cluster/dead-letters.ts';
import { type Engine as QueueEngine, readEngine } from '../../run/cluster/engine.ts';
import { openQueue, type ReplicateQueue } from '../../run/cluster/queue.ts';
import { clusterKey } from '../../run/cluster-key.ts';
import { openStore } from '../../run/store/open-store.ts';
import type { Store } from '../../run/store/store.ts';
import { formatIssue, InputError, type Issue, inLanguage } from '../../scenario/errors.ts';
import { interruptSignal } from '../interrupt.ts';
import { messages } from '../messages.ts';
import type { Progress } from '../progress.ts';
import { DEFAULT_NAMESPACE } from './engine-options.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';

/** What a command that asks others for replicates works with. */
interface Asking {
  readonly queue: ReplicateQueue;
  readonly store: Store;
  readonly signal: AbortSignal;
  close(): Promise<void>;
}

/** Opens the queue and the store of a cluster, and tells what happens there, everything once. */
export async function openAsking(
  { engine: address, namespace, store: place }: Pick<RunOptions, 'engine' | 'namespace' | 'store'>,
  progress: Progress,
  lang: Language,
): Promise<Asking> {
  const engine = readEngine(address, namespace);
  if (place === undefined) throw new InputError([{ message: told.needsStore(`--engine ${engine.shown}`)[lang] }]);
  const store = await openStore(place, { make: true });
  const said = new Set<string>();
  const once = (line: string): void => {
    if (!said.has(line)) progress.note(line);
    said.add(line);
  };
  const queue = await openQueue(engine, {
    onWorkers: (workers) => progress.note(told.workers(workers, workerCommand(engine, place))[lang]),
    onConnection: (back) =>
      progress.note((back ? told.connectionBack(engine.shown) : told.connectionLost(engine.shown))[lang]),
    onDeadLetter: (reason) => once(told.deadLetter(reason)[lang]),
    onRefusal: ({ worker, refused }) => once(told.refused(worker, refused)[lang]),
  });
  if (clusterKey() === null) once(told.unsigned()[lang]);
  const { signal, release } = interruptSignal();
  return {
    queue,
    store,
    signal,
    async close() {
      release();
      await queue.close();
      await tellDeadLetters(store, progress.note, lang).catch(() => {});
    },
  };
}

/** The command by which a worker joins: what is no default is in it, the password is not. */
const workerCommand = ({ shown, namespace }: QueueEngine, place: string): string =>
  `luohu worker --engine ${shown} --store ${place}${namespace === DEFAULT_NAMESPACE ? '' : ` --namespace ${namespace}`}`;

/** Reasons of dead letters that are told: beyond them the files say more. */
const MOST_REASONS = 5;

/** Says how many jobs a store holds that nobody may do, and why; nothing where it holds none. */
export async function tellDeadLetters(store: Store, say: (line: string) => void, lang: Language): Promise<void> {
  const letters = await deadLettersIn(store);
  if (letters.length === 0) return;
  const reasons = [...new Map(letters.map(({ reason }) => [reason.en, reason])).values()];
  say(told.deadLetters(letters.length, `${store.place}/${DEAD_LETTERS}`, reasons.slice(0, MOST_REASONS))[lang]);
}

/** Files that are told one by one. */
const MOST_FILES = 5;

/** Says what of a store is not signed as it should be, and that it is made again. */
export function tellForged(forged: readonly Issue[], say: (line: string) => void, lang: Language): void {
  for (const issue of forged.slice(0, MOST_FILES)) say(messages.warning(formatIssue(inLanguage(issue, lang)))[lang]);
  if (forged.length > 0) say(told.forged(forged.length)[lang]);
}
