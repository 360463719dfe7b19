import type { Language } from '../../language/language.ts';
import { resultThere } from '../../result/result-there.ts';
import { runOnCluster } from '../../result/run-on-cluster.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { showProgress } from '../progress.ts';
import { openAsking, tellForged } from './asking.ts';
import { drawOwed, finishWithCharts } from './draw-charts.ts';
import type { Engine } from './engine.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';

/** Runs worked at together, so that the workers have something to do while the last replicates of one run end. */
const AT_ONCE = 2;

/** Runs on the workers that take their jobs from the same queue; this process only asks and merges. */
export async function openEngine(inputs: readonly Inputs[], options: RunOptions, lang: Language): Promise<Engine> {
  const { out, strict, resume } = options;
  const progress = showProgress(process.stderr, lang);
  const { queue, store, signal, close } = await openAsking(options, progress, lang);
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
        await drawOwed(there, progress, lang);
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
        onForged: (forged) => tellForged(forged, progress.note, lang),
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
      await close();
    },
  };
}
