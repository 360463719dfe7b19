import type { Asked } from '../indicator/asked.ts';
import type { LawBook } from '../policy/law.ts';
import type { Population } from '../population/population.ts';
import type { State } from '../process/state.ts';
import type { Watch } from '../process/watch.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything one replicate needs; the same in a worker thread, in a test without threads and in a browser. */
export interface ReplicateInput {
  readonly scenario: Scenario;
  readonly city: CityData;
  /** The law of this run: reference documents with the scenario's clauses taken out and added. */
  readonly law: LawBook;
  /** The law as it really stands: behaviour is anchored under it, so that a reform is not absorbed by the anchoring. */
  readonly referenceLaw: LawBook;
  /** The shared base population: read, never written. */
  readonly base: Population;
  /** The replicate's own tables, with room to append; contents are overwritten. */
  readonly workspace: Population;
  readonly replicate: number;
  /** Persons that one simulated person stands for: 1 at full scale. */
  readonly weight: number;
  /** Check the invariants after every year and throw on the first violation. */
  readonly strict: boolean;
  /** What is read of the result: nothing else is counted. Everything where left out. */
  readonly asked?: readonly Asked[] | undefined;
  /**
   * Where to go on from: a snapshot of the same replicate of a scenario that has everything in common with this one until the end
   * of its year, and for which the same was asked.
   */
  readonly begin?: Snapshot | undefined;
  /** Year at whose end `onSnapshot` is given a snapshot. */
  readonly snapshotAfter?: number | undefined;
  readonly onSnapshot?: (snapshot: Snapshot) => void;
  /** Called after every simulated year; returning false stops the replicate (it then throws `Cancelled`). */
  readonly onYear?: (year: number) => boolean;
  /** Runs each step of the year in place of the kernel, for timing: must call `run` exactly once. */
  readonly onStep?: (name: string, run: () => void) => void;
  /** Called once, when dispositions are drawn and behaviour is anchored, or the snapshot is restored. Both stay the same objects for the whole replicate. */
  readonly onBegin?: ((state: State, population: Population) => void) | undefined;
  /** Follows one household; the numbers stay the same. */
  readonly watch?: Watch | undefined;
}
