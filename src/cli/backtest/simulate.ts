import path from 'node:path';
import { finishedIn } from '../../analysis/backtest/model/finished.ts';
import { simulateTasks, type Task } from '../../analysis/backtest/model/simulate-tasks.ts';
import type { Language } from '../../language/language.ts';
import { withSession } from '../with-session.ts';
import { backtestMessages as messages } from './messages.ts';

/** Simulates the tasks with progress on stderr; what is finished is kept in `simulated/` of the folder of the backtest. */
export async function simulateWithProgress<Kept>(
  tasks: readonly Task<Kept>[],
  { folder, workers }: { readonly folder: string; readonly workers: number },
  lang: Language,
): Promise<Kept[]> {
  if (tasks.length === 0) return [];
  const kept = path.join(folder, 'simulated');
  return withSession({ workers, lang, stopped: messages.stopped(kept) }, (session, signal, progress) =>
    simulateTasks(session, tasks, finishedIn<Kept>(kept), {
      signal,
      onProgress: progress.advance,
      onTask: (label, number, known) => progress.step(messages.task(label, number, tasks.length, known)[lang]),
    }),
  );
}
