import type { Asked } from '../../../indicator/asked.ts';
import type { ReplicateResult } from '../../../indicator/result.ts';
import type { Localized } from '../../../language/language.ts';
import type { Inputs } from '../../../run/load-inputs.ts';
import type { Watch } from '../../../run/run-replicates.ts';
import type { Session } from '../../../run/session.ts';
import { simulate } from '../../simulate.ts';
import type { Finished } from './finished.ts';

/** One run of a backtest, and what is kept of it: plain data that survives JSON. */
export interface Task<Kept> {
  /** Names what is kept: prefecture or scenario, and the hash of its run. */
  readonly name: string;
  readonly label: Localized;
  readonly inputs: Inputs;
  /** What is measured; everything where it is not said. */
  readonly asked?: readonly Asked[];
  readonly keep: (results: readonly ReplicateResult[]) => Kept;
}

interface TaskOptions extends Watch {
  /** Called before each task; `known` where it was finished before. */
  readonly onTask?: ((label: Localized, number: number, known: boolean) => void) | undefined;
}

/**
 * Simulates one task after the other on the session's threads, from base populations as a run draws them, and keeps what is asked of each. What is finished already is not
 * simulated again. The answers are in the order of the tasks.
 * @throws JobFailed, Interrupted; what was finished by then is kept
 */
export async function simulateTasks<Kept>(
  session: Session,
  tasks: readonly Task<Kept>[],
  finished: Finished<Kept>,
  { signal, onProgress, onTask }: TaskOptions = {},
): Promise<Kept[]> {
  const known = await Promise.all(tasks.map(({ name }) => finished.load(name)));
  const toDo = known.filter((kept) => kept === null).length;
  let done = 0;
  const all: Kept[] = [];
  for (const [n, { name, label, inputs, asked, keep }] of tasks.entries()) {
    const before = known[n]!;
    onTask?.(label, n + 1, before !== null);
    if (before !== null) {
      all.push(before);
      continue;
    }
    // progress of one task as progress of those still to do, taking them for equally long
    const overall: Watch['onProgress'] = (years, total) => onProgress?.(done * total + years, toDo * total);
    const options = { signal, onProgress: overall, bases: 'run', ...(asked ? { asked } : {}) } as const;
    const kept = keep(await simulate(session, inputs, options));
    await finished.keep(name, kept);
    all.push(kept);
    done++;
  }
  return all;
}
