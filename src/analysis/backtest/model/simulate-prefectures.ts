import type { Inputs } from '../../../run/load-inputs.ts';
import type { Watch } from '../../../run/run-replicates.ts';
import type { Session } from '../../../run/session.ts';
import type { LocalName } from '../../../scenario/city-data.ts';
import { simulate } from '../../simulate.ts';
import type { Unit } from '../unit.ts';
import type { Finished } from './finished.ts';
import { type UnitMembers, unitMembers } from './model-forecaster.ts';

export interface PrefectureTask {
  /** Names what is kept: a prefecture's code, or a scenario's id and hash. */
  readonly name: string;
  readonly label: LocalName;
  /** Made when its turn comes: the data of all prefectures need not lie in memory at once. */
  readonly inputs: () => Inputs;
  readonly units: readonly Unit[];
}

export interface SimulateOptions extends Watch {
  /** Called before each task; `known` where it was finished before. */
  readonly onTask?: ((task: PrefectureTask, number: number, known: boolean) => void) | undefined;
}

/**
 * Simulates one task after the other on the session's threads and keeps what its replicates say of its units. What is finished
 * already is not simulated again.
 * @throws JobFailed, Interrupted; what was finished by then is kept
 */
export async function simulatePrefectures(
  session: Session,
  tasks: readonly PrefectureTask[],
  finished: Finished,
  { signal, onProgress, onTask }: SimulateOptions = {},
): Promise<UnitMembers> {
  const known = await Promise.all(tasks.map(({ name }) => finished.load(name)));
  const toDo = known.filter((members) => members === null).length;
  let done = 0;
  const all: Record<string, readonly number[]> = {};
  for (const [n, task] of tasks.entries()) {
    onTask?.(task, n + 1, known[n] !== null);
    Object.assign(all, known[n] ?? (await simulated(task)));
  }
  return all;

  async function simulated({ name, inputs, units }: PrefectureTask): Promise<UnitMembers> {
    // progress of one task as progress of those still to do, taking them for equally long
    const overall: Watch['onProgress'] = (years, total) => onProgress?.(done * total + years, toDo * total);
    const members = unitMembers(units, await simulate(session, inputs(), { signal, onProgress: overall }));
    await finished.keep(name, members);
    done++;
    return members;
  }
}
