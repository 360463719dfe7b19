import type { Language } from '../../language/language.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { runPart } from '../../run/run-part.ts';
import { closeSession } from '../../run/session.ts';
import { type Shard, tasksOf } from '../../run/shard.ts';
import { openStore } from '../../run/store/open-store.ts';
import { InputError } from '../../scenario/errors.ts';
import { ExitStatus } from '../exit-status.ts';
import { interruptSignal } from '../interrupt.ts';
import { messages } from '../messages.ts';
import { printJson } from '../print-json.ts';
import { showProgress } from '../progress.ts';
import { sessionOf } from '../session-of.ts';
import { tell } from '../tell.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';

/** Runs one part of a list of runs into the store. What is there already is taken over, so that a part may be run again. */
export async function runShard(
  inputs: readonly Inputs[],
  options: RunOptions,
  shard: Shard,
  lang: Language,
): Promise<ExitStatus> {
  const { store: place, strict, out, json } = options;
  if (place === undefined) throw new InputError([{ message: told.needsStore('--shard')[lang] }]);
  const store = await openStore(place, { make: true });
  const tasks = tasksOf(
    shard,
    inputs.map(({ scenario }) => scenario.replicates),
  );
  const parts = inputs
    .map((each, run) => ({ each, replicates: tasks.filter((task) => task.run === run).map((task) => task.replicate) }))
    .filter(({ replicates }) => replicates.length > 0);
  const workers = Math.min(options.workers, Math.max(1, ...parts.map(({ replicates }) => replicates.length)));
  for (const { each } of parts) assertMemory(each, workers);
  const progress = showProgress(process.stderr, lang);
  const session = sessionOf(workers, lang, progress.note, ({ job, detail }) =>
    progress.note(told.threadDied(job, detail)[lang]),
  );
  const { signal, release } = interruptSignal();
  const done = { run: 0, there: 0 };
  try {
    for (const { each, replicates } of parts) {
      const onBase = () => progress.step(messages.makingBase(each.city.name)[lang]);
      const watch = { signal, onProgress: progress.advance };
      const part = await runPart(session, store, each, { replicates, strict, onBase, ...watch });
      done.run += part.run;
      done.there += part.there;
    }
  } finally {
    progress.stop();
    release();
    await closeSession(session);
  }
  if (json) printJson({ shard, store: place, ...done });
  else tell([told.shardDone(done.run, done.there, place)[lang], told.mergeNext(place, out)[lang]].join('\n'));
  return ExitStatus.done;
}
