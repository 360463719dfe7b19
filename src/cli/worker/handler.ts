import type { Language } from '../../language/language.ts';
import { DEAD_LETTERS } from '../../run/cluster/dead-letters.ts';
import { readEngine } from '../../run/cluster/engine.ts';
import { serve } from '../../run/cluster/serve.ts';
import { clusterKey } from '../../run/cluster-key.ts';
import { openStore } from '../../run/store/open-store.ts';
import { ExitStatus } from '../exit-status.ts';
import { interruptSignal } from '../interrupt.ts';
import { printJson } from '../print-json.ts';
import { reportError } from '../report-error.ts';
import { runCliMessages } from '../run/messages.ts';
import { tell } from '../tell.ts';
import { workerMessages as told } from './messages.ts';
import type { WorkerOptions } from './options.ts';

/** Takes jobs until it is interrupted (status 0: nothing is lost by it) or idle. */
export async function joinCluster(options: WorkerOptions, lang: Language): Promise<ExitStatus> {
  const { namespace, workers, lease, idle, json } = options;
  const engine = readEngine(options.engine, namespace);
  const store = await openStore(options.store, { make: false });
  const { signal, release } = interruptSignal();
  try {
    const done = await serve(engine, store, {
      workers,
      leaseSeconds: lease,
      idleSeconds: idle,
      signal,
      onJoined: () => {
        tell(told.joined(engine.shown, workers)[lang]);
        if (clusterKey() === null) tell(runCliMessages.unsigned()[lang]);
      },
      onDone: (name, { seconds, there }) => tell(told.done(name, seconds.toFixed(1), there)[lang]),
      onRefused: (reason) => reportError(reason, lang).lines.forEach(tell),
      onDeadLetter: (reason) => tell(told.deadLetter(reason, `${store.place}/${DEAD_LETTERS}`)[lang]),
      onFailed: (name, reason) => tell(told.failed(name, reason)[lang]),
      onDeath: ({ job, detail }) => tell(runCliMessages.threadDied(job, detail)[lang]),
      onConnection: (back) =>
        tell((back ? runCliMessages.connectionBack(engine.shown) : runCliMessages.connectionLost(engine.shown))[lang]),
    });
    if (json) printJson({ engine: engine.shown, done });
    else tell(told.left(done)[lang]);
    return ExitStatus.done;
  } finally {
    release();
  }
}
