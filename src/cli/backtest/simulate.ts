import path from 'node:path';
import { finishedIn } from '../../analysis/backtest/model/finished.ts';
import { simulateTasks, type Task } from '../../analysis/backtest/model/simulate-tasks.ts';
import type { Language } from '../../language/language.ts';
import { Interrupted } from '../../run/errors.ts';
import { closeSession } from '../../run/session.ts';
import { interruptSignal } from '../interrupt.ts';
import { showProgress } from '../progress.ts';
import { sessionOf } from '../session-of.ts';
import { backtestMessages as messages } from './messages.ts';

/** Simulates the tasks with progress on stderr; what is finished is kept in `simulated/` of the folder of the backtest. */
export async function simulateWithProgress<Kept>(
  tasks: readonly Task<Kept>[],
  { folder, workers }: { readonly folder: string; readonly workers: number },
  lang: Language,
): Promise<Kept[]> {
  if (tasks.length === 0) return [];
  const session = sessionOf(workers, lang);
  const { signal, release } = interruptSignal();
  const progress = showProgress(process.stderr, lang);
  const kept = path.join(folder, 'simulated');
  try {
    return await simulateTasks(session, tasks, finishedIn<Kept>(kept), {
      signal,
      onProgress: progress.advance,
      onTask: (label, number, known) => progress.step(messages.task(label, number, tasks.length, known)[lang]),
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
