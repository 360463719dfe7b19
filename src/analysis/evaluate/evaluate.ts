import type { ReplicateResult } from '../../indicator/result.ts';
import { baseOf, baseRequest } from '../../run/base.ts';
import { allocateControl, type Control } from '../../run/control.ts';
import type { Base, PeopleResult, ReplicateJob, RunContext } from '../../run/job.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { contextOf } from '../../run/run-context.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import { workInLanes } from '../lanes.ts';
import { evaluationHash } from './evaluation.ts';
import type { Kept, Store } from './store.ts';

/** One scenario of an analysis, to be simulated in some replicates. */
export interface Evaluation {
  readonly inputs: Inputs;
  readonly replicates: readonly number[];
  /** Keep the outcomes of every person. */
  readonly people: boolean;
  /** Indicators to keep; all when left out. */
  readonly indicators?: readonly string[];
}

/** Key of one replicate in the store. */
export const keyOf = (hash: string, replicate: number, people: boolean): string =>
  `${hash.slice(0, 24)}-${replicate}${people ? '-people' : ''}`;

/** One replicate still to be simulated. */
interface Task {
  readonly key: string;
  readonly evaluation: Evaluation;
  readonly hash: string;
  readonly replicate: number;
}

/**
 * Simulates all replicates of all evaluations that the store does not hold yet, as many at a time as the session has threads,
 * and keeps each as soon as it is done. Evaluations with one hash are simulated once. Which thread does what, and in which
 * order, changes nothing: what is kept is read by key.
 * @returns hashes of the evaluations, in their order, for `keyOf`
 * @throws JobFailed, Interrupted; what was finished by then is kept
 */
export async function evaluate(
  session: Session,
  evaluations: readonly Evaluation[],
  store: Store,
  watch: Watch = {},
): Promise<string[]> {
  const hashes = evaluations.map(({ inputs }) => evaluationHash(inputs));
  const tasks = await missing(evaluations, hashes, store);
  const control = allocateControl(tasks.reduce((most, { replicate }) => Math.max(most, replicate + 1), 0));
  const years = tasks.reduce((sum, { evaluation: { inputs } }) => sum + yearsOf(inputs), 0);
  const work = simulator(session, control, store, watch.signal);
  await workInLanes(session, { tasks, control, years, atATime: session.pool.workers, work }, watch);
  return hashes;
}

const yearsOf = ({ scenario }: Inputs): number => scenario.endYear - scenario.baseYear;

async function missing(evaluations: readonly Evaluation[], hashes: readonly string[], store: Store): Promise<Task[]> {
  const tasks = new Map<string, Task>();
  for (const [e, evaluation] of evaluations.entries()) {
    const hash = hashes[e];
    for (const replicate of evaluation.replicates) {
      const key = keyOf(hash, replicate, evaluation.people);
      if (!tasks.has(key) && (await store.load(key)) === null) tasks.set(key, { key, evaluation, hash, replicate });
    }
  }
  return [...tasks.values()];
}

/** Simulates one task after another and keeps what came of it; what tasks have in common is made once. */
function simulator(session: Session, control: Control, store: Store, signal: AbortSignal | undefined) {
  const contexts = new Map<string, RunContext>();
  let making: Promise<Base> | null = null;
  const baseFor = (inputs: Inputs): Promise<Base> => {
    // one after the other: the session keeps the last base population, and making two would need room for both
    const make = () => baseOf(session, baseRequest(inputs), signal);
    making = (making ?? Promise.resolve()).then(make, make);
    return making;
  };
  return async ({ key, evaluation, hash, replicate }: Task): Promise<void> => {
    const { inputs, people, indicators } = evaluation;
    const id = `${hash} ${people}`;
    let context = contexts.get(id);
    if (context === undefined) {
      const base = await baseFor(inputs);
      context = { ...contextOf({ ...inputs, hash }, base, false), control, people };
      contexts.set(id, context);
    }
    const job: ReplicateJob = { kind: 'replicate', context, replicate };
    const answer = await session.pool.run<ReplicateResult | PeopleResult>(
      job,
      `${inputs.scenario.id}, replicate ${replicate}`,
    );
    await store.keep(key, kept(answer, indicators));
  };
}

function kept(answer: ReplicateResult | PeopleResult, indicators: readonly string[] | undefined): Kept {
  const { people, ...result } = { people: null, ...answer };
  return { result: indicators ? restricted(result, indicators) : result, people };
}

/** The result with some of its indicators only, and without settlements by route. */
function restricted(result: ReplicateResult, indicators: readonly string[]): ReplicateResult {
  const columns = indicators.map((indicator) => result.indicators.indexOf(indicator));
  const rows = result.values.length / result.indicators.length;
  const values = new Float64Array(rows * columns.length);
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, c) => {
      values[row * columns.length + c] = result.values[row * result.indicators.length + column];
    });
  }
  return { ...result, indicators, values, settlements: new Float64Array(0), routes: [] };
}
