import type { Language } from '../../language/language.ts';
import { resultThere } from '../../result/result-there.ts';
import { type Found, runScenario } from '../../result/run-scenario.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { closeSession } from '../../run/session.ts';
import { interruptSignal } from '../interrupt.ts';
import { messages } from '../messages.ts';
import { showProgress } from '../progress.ts';
import { sessionOf } from '../session-of.ts';
import { tell } from '../tell.ts';
import { drawOwed, finishWithCharts } from './draw-charts.ts';
import { endedLine } from './ended-line.ts';
import type { Engine } from './engine.ts';
import { interimTables } from './interim.ts';
import { runCliMessages as told } from './messages.ts';
import type { RunOptions } from './options.ts';

/** Runs on the threads of this machine; refuses what does not fit into its memory. */
export function openEngine(inputs: readonly Inputs[], options: RunOptions, lang: Language): Engine {
  const { out, strict, resume, precision, seconds, json } = options;
  const workers = Math.min(options.workers, Math.max(...inputs.map(({ scenario }) => scenario.replicates)));
  for (const each of inputs) assertMemory(each, workers);
  const progress = showProgress(process.stderr, lang);
  const session = sessionOf(workers, lang, progress.note, ({ job, detail }) =>
    progress.note(told.threadDied(job, detail)[lang]),
  );
  const { signal, release } = interruptSignal();
  return {
    atOnce: 1,
    async run(each) {
      const there = resume ? await resultThere(each, out) : null;
      if (there !== null) {
        await drawOwed(there, progress, lang);
        tell(told.alreadyThere(there)[lang]);
        return null;
      }
      try {
        return await runScenario(session, each, {
          out,
          strict,
          resume,
          signal,
          goal: { precision, seconds },
          ...(json ? {} : { onResults: interimTables(each, progress.note, lang, options.years) }),
          onShort: (run) => {
            progress.stop();
            tell([endedLine(run, lang), messages.resultIn(run.folder)[lang]].join('\n'));
          },
          onUnfinished: (found) => unfinishedLines(found, lang).forEach(tell),
          onKept: ({ finished, replicates, folder }) => {
            progress.stop();
            tell(told.kept(finished, replicates, folder)[lang]);
          },
          onPhase: (phase) => {
            if (phase === 'base') progress.step(messages.makingBase(each.city.name)[lang]);
            if (phase === 'write') progress.step(messages.writing()[lang]);
          },
          onProgress: progress.advance,
          finish: finishWithCharts(each, progress, lang),
        });
      } finally {
        progress.stop();
      }
    },
    async close() {
      release();
      await closeSession(session);
    },
  };
}

function unfinishedLines({ folder, replicates, taken, discarded, damaged }: Found, lang: Language): string[] {
  return [
    ...(taken > 0 ? [told.takenOver(taken, replicates, folder)[lang]] : []),
    ...(damaged > 0 ? [told.damaged(damaged)[lang]] : []),
    ...(discarded > 0 ? [told.discarded(discarded, folder)[lang]] : []),
  ];
}
