import path from 'node:path';
import { finishedIn } from '../analysis/backtest/model/finished.ts';
import type { UnitMembers } from '../analysis/backtest/model/model-forecaster.ts';
import { type PrefectureTask, simulatePrefectures } from '../analysis/backtest/model/simulate-prefectures.ts';
import { Interrupted } from '../run/errors.ts';
import { closeSession, openSession } from '../run/session.ts';
import { backtestMessages as messages } from './backtest-messages.ts';
import { interruptSignal } from './interrupt.ts';
import type { Language } from './messages.ts';
import { showProgress } from './progress.ts';

/** Simulates the tasks with progress on stderr; what is finished is kept in the folder of the backtest. */
export async function simulateTasks(
  tasks: readonly PrefectureTask[],
  { folder, workers }: { readonly folder: string; readonly workers: number },
  lang: Language,
): Promise<UnitMembers> {
  const session = openSession(workers);
  const { signal, release } = interruptSignal();
  const progress = showProgress(process.stderr, lang);
  const kept = path.join(folder, 'simulated');
  try {
    return await simulatePrefectures(session, tasks, finishedIn(kept), {
      signal,
      onProgress: progress.advance,
      onTask: ({ label }, number, known) => {
        if (tasks.length > 1 || !known) progress.step(messages.task(label, number, tasks.length, known)[lang]);
      },
    });
  } catch (error) {
    if (error instanceof Interrupted) process.stderr.write(`${messages.stopped(kept)[lang]}\n`);
    throw error;
  } finally {
    progress.stop();
    release();
    await closeSession(session);
  }
}
