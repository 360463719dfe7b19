import type { Inputs } from '../../../run/load-inputs.ts';
import type { Watch } from '../../../run/run-replicates.ts';
import type { Session } from '../../../run/session.ts';
import { simulate } from '../../simulate.ts';
import type { Unit } from '../unit.ts';
import type { Finished } from './finished.ts';
import { type UnitMembers, unitMembers } from './model-forecaster.ts';

export interface PrefectureTask {
  readonly prefecture: string;
  /** Made when its turn comes: the data of all prefectures need not lie in memory at once. */
  readonly inputs: () => Inputs;
  readonly units: readonly Unit[];
}

export interface SimulateOptions extends Watch {
  readonly onPrefecture?: ((prefecture: string, number: number, of: number, kept: boolean) => void) | undefined;
}

/**
 * Simulates one prefecture after the other on the session's threads and keeps what its replicates say of its units.
 * Prefectures that are finished already are not simulated again.
 * @throws JobFailed, Interrupted; what was finished by then is kept
 */
export async function simulatePrefectures(
  session: Session,
  tasks: readonly PrefectureTask[],
  finished: Finished,
  { signal, onProgress, onPrefecture }: SimulateOptions = {},
): Promise<UnitMembers> {
  const all: Record<string, readonly number[]> = {};
  for (const [n, { prefecture, inputs, units }] of tasks.entries()) {
    const kept = await finished.load(prefecture);
    onPrefecture?.(prefecture, n + 1, tasks.length, kept !== null);
    const members = kept ?? unitMembers(units, await simulate(session, inputs(), { signal, onProgress: overall(n) }));
    if (kept === null) await finished.keep(prefecture, members);
    Object.assign(all, members);
  }
  return all;

  /** Progress of one prefecture as progress of them all, taking them for equally long. */
  function overall(n: number): Watch['onProgress'] {
    return (years, total) => onProgress?.(n * total + years, tasks.length * total);
  }
}
