import type { Language } from '../../language/language.ts';
import { resultThere } from '../../result/result-there.ts';
import { runOnCluster } from '../../result/run-on-cluster.ts';
import { type Engine as QueueEngine, readEngine } from '../../run/cluster/engine.ts';
import { openQueue } from '../../run/cluster/queue.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { openStore } from '../../run/store/open-store.ts';
import { InputError } from '../../scenario/errors.ts';
import { interruptSignal } from '../interrupt.ts';
import { showProgress } from '../progress.ts';
import { finishWithCharts } from './draw-charts.ts';
import type { Engine } from './engine.ts';
import { DEFAULT_NAMESPACE } from './engine-options.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';

/** Runs worked at together, so that the workers have something to do while the last replicates of one run end. */
const AT_ONCE = 2;

/** Runs on the workers that take their jobs from the same queue; this process only asks and merges. */
export async function openEngine(
  inputs: readonly Inputs[],
  { engine: address, namespace, store: place, out, strict, resume }: RunOptions,
  lang: Language,
): Promise<Engine> {
  const engine = readEngine(address, namespace);
  if (place === undefined) throw new InputError([{ message: told.needsStore(`--engine ${engine.shown}`)[lang] }]);
  const store = await openStore(place, { make: true });
  const progress = showProgress(process.stderr, lang);
  const refusals = new Set<string>();
  const { signal, release } = interruptSignal();
  const queue = await openQueue(engine, {
    onWorkers: (workers) => progress.note(told.workers(workers, workerCommand(engine, place))[lang]),
    onConnection: (back) =>
      progress.note((back ? told.connectionBack(engine.shown) : told.connectionLost(engine.shown))[lang]),
    onRefusal: ({ worker, refused }) => {
      const line = told.refused(worker, refused)[lang];
      if (!refusals.has(line)) progress.note(line);
      refusals.add(line);
    },
  });
  // one bar over all runs, because several are under way at a time
  const years = inputs.map(({ scenario }) => scenario.replicates * (scenario.endYear - scenario.baseYear));
  const total = years.reduce((sum, each) => sum + each, 0);
  const done = new Map<Inputs, number>();
  const advance = () =>
    progress.advance(
      [...done.values()].reduce((sum, each) => sum + each, 0),
      total,
    );
  return {
    atOnce: AT_ONCE,
    async run(each) {
      const own = years[inputs.indexOf(each)];
      const there = resume ? await resultThere(each, out) : null;
      if (there !== null) {
        progress.note(told.alreadyThere(there)[lang]);
        done.set(each, own);
        return null;
      }
      const finished = await runOnCluster(queue, store, each, {
        out,
        strict,
        signal,
        onThere: (count) => {
          if (count > 0) progress.note(told.there(count, each.scenario.replicates, store.place)[lang]);
        },
        onProgress: (ready, asked) => {
          done.set(each, own - asked + ready);
          advance();
        },
        finish: finishWithCharts(each, progress, lang),
      });
      done.set(each, own);
      return finished;
    },
    async close() {
      progress.stop();
      release();
      await queue.close();
    },
  };
}

/** The command by which a worker joins: what is no default is in it, the password is not. */
const workerCommand = ({ shown, namespace }: QueueEngine, place: string): string =>
  `luohu worker --engine ${shown} --store ${place}${namespace === DEFAULT_NAMESPACE ? '' : ` --namespace ${namespace}`}`;
