import type { Asked } from '../indicator/asked.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import type { Snapshot } from '../kernel/snapshot.ts';
import type { Localized } from '../language/language.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { Population, PopulationBuffers, PopulationCapacity } from '../population/population.ts';
import type { FitRow } from '../population/synthesis/fit/fit.ts';
import type { State } from '../process/state.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { ParameterValues } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Control } from './control.ts';
import type { MicrodataChoice } from './microdata/choice.ts';
import type { PeopleOutcomes } from './people-outcomes.ts';

/**
 * Messages between the main thread and the workers: plain data and shared buffers, so that nothing large is copied.
 * A job is one whole replicate of one scenario; of the two others one makes the base population, one only answers.
 */
export type Job = BaseJob | ReplicateJob | PingJob;

/** Shows that a worker starts and finds all its modules. */
interface PingJob {
  readonly kind: 'ping';
}

/** Make the base population of a city, or a sample of it. */
export interface BaseJob {
  readonly kind: 'base';
  readonly city: CityData;
  readonly parameters: ParameterValues;
  readonly seed: string;
  /** Share of the persons to make; 1 for all. */
  readonly sample: number;
  /** Number of the base population among those of the seed, from 0: each meets the same margins with other people. */
  readonly part: number;
}

/** A finished base population, read by all workers without copying. */
export interface Base {
  readonly buffers: PopulationBuffers;
  /** Rows in the buffers. */
  readonly rows: PopulationCapacity;
  /** Fit of the people there are: of a sample, to its share of the census. */
  readonly fit: readonly FitRow[];
  readonly notes: readonly Localized[];
}

/** What all replicates of one scenario have in common. */
export interface RunContext {
  /** Scenario hash: a worker that has met it before keeps what it made of it. */
  readonly hash: string;
  /** Contexts with the same have the law as it really stands in common; where left out, those of the same hash. */
  readonly reference?: string;
  readonly scenario: Scenario;
  readonly city: CityData;
  readonly documents: readonly PolicyDocument[];
  readonly base: PopulationBuffers;
  /** Room the tables of one replicate need. */
  readonly capacity: PopulationCapacity;
  /** Persons one simulated person stands for. */
  readonly weight: number;
  readonly strict: boolean;
  readonly control: Control;
  /** What is read of the results: nothing else is counted. Everything where left out. */
  readonly asked?: readonly Asked[] | undefined;
  /** Answer with the outcomes of every person too, so that replicates can be compared person by person. */
  readonly people?: boolean;
  /** Whose people are written out, and into which folder; hashed only where there is none. */
  readonly microdata?: (MicrodataChoice & { readonly folder: string | null }) | undefined;
  /** Answer with the results of the place as a whole alone. */
  readonly wholeOnly?: boolean;
}

/** The result of a replicate whose context asks for people. */
export interface PeopleResult extends ReplicateResult {
  readonly people: PeopleOutcomes;
}

/** The result of a replicate that was asked for a snapshot. */
export interface SnapshotResult extends ReplicateResult {
  readonly snapshot: Snapshot;
}

export interface ReplicateJob {
  readonly kind: 'replicate';
  readonly context: RunContext;
  readonly replicate: number;
  /** Where to go on from; from the start when left out. */
  readonly begin?: Snapshot | undefined;
  /** Answer with a snapshot of this year's end too. */
  readonly snapshotAfter?: number | undefined;
}

/** Answer of a worker. Errors travel as text: their class and properties would be lost between threads. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'stopped' | 'failed'; readonly detail: string };

/** Looks on while a replicate runs: counts tables and writes people out. Nothing of it acts on the run. */
interface Observer {
  readonly onBegin: (state: State, people: Population) => void;
  readonly onYearEnd: () => void;
  /** The result with what was counted and written. */
  readonly finish: (result: ReplicateResult) => ReplicateResult;
}

/** What looks on at a replicate; null where nobody asked for tables or people. */
export type Observe = (
  context: Pick<RunContext, 'scenario' | 'weight' | 'microdata'>,
  replicate: number,
) => Observer | null;
