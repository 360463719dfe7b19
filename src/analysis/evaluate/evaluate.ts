import type { Asked } from '../../indicator/asked.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { baseOf, baseRequest } from '../../run/base.ts';
import { allocateControl, type Control } from '../../run/control.ts';
import type { Base, PeopleResult, ReplicateJob, RunContext } from '../../run/job.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { contextOf } from '../../run/run-context.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import { workInLanes } from '../lanes.ts';
import { courseOf } from './course.ts';
import { evaluationHash } from './evaluation.ts';
import { openSharing, type Planned } from './sharing.ts';
import type { Store } from './store.ts';

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

/** A task, and what it has in common with others. */
type PlannedTask = Task & { readonly planned: Planned };

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
  const atATime = session.pool.workers;
  const planned = inTurn(planOf(evaluations, tasks), atATime);
  const years = planned.reduce((sum, each) => sum + each.planned.years, 0);
  const work = simulator(session, control, store, watch.signal);
  await workInLanes(session, { tasks: planned, control, years, atATime, work }, watch);
  return hashes;
}

/** What the tasks have in common. */
function planOf(evaluations: readonly Evaluation[], tasks: readonly Task[]): PlannedTask[] {
  if (tasks.length === 0) return [];
  const courses = new Map(
    evaluations.map((evaluation) => [evaluation, courseOf(evaluation.inputs, askedOf(evaluation))]),
  );
  const { baseYear } = evaluations[0].inputs.scenario;
  const plan = openSharing(false, baseYear).plan(
    tasks.map(({ evaluation, replicate }) => ({ course: courses.get(evaluation)!, replicate })),
  );
  return tasks.map((task, n) => ({ ...task, planned: plan[n] }));
}

/**
 * Tasks with a trunk in common close together, so that few snapshots are held at a time; and as many trunks at once as there are
 * threads, so that none waits for the first of its own while another could begin.
 */
function inTurn(tasks: readonly PlannedTask[], atATime: number): PlannedTask[] {
  const byTrunk = new Map<string, PlannedTask[]>();
  tasks.forEach((task, n) => {
    const trunk = task.planned.trunk ?? `none ${n}`;
    byTrunk.set(trunk, [...(byTrunk.get(trunk) ?? []), task]);
  });
  const trunks = [...byTrunk.values()];
  const turns: PlannedTask[] = [];
  for (let n = 0; n < trunks.length; n += atATime) {
    const together = trunks.slice(n, n + atATime);
    turns.push(...together.map(([first]) => first), ...together.flatMap(([, ...others]) => others));
  }
  return turns;
}

const askedOf = ({ inputs: { scenario }, indicators }: Evaluation): Asked[] | undefined =>
  indicators && [{ indicators, from: scenario.baseYear, to: scenario.endYear }];

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
  return async ({ key, evaluation, hash, replicate, planned }: PlannedTask): Promise<void> => {
    const { inputs, people } = evaluation;
    const id = `${hash} ${people}`;
    let context = contexts.get(id);
    if (context === undefined) {
      const base = await baseFor(inputs);
      const asked = askedOf(evaluation);
      context = {
        ...contextOf({ ...inputs, hash }, base, false, { shared: true }),
        reference: inputs.hash,
        control,
        people,
        asked,
      };
      contexts.set(id, context);
    }
    const job: ReplicateJob = { kind: 'replicate', context, replicate };
    const simulate = (where: Pick<ReplicateJob, 'begin' | 'snapshotAfter'>) =>
      session.pool.run<ReplicateResult | PeopleResult>(
        { ...job, ...where },
        `${inputs.scenario.id}, replicate ${replicate}`,
      );
    const { people: outcomes, ...result } = { people: null, ...(await planned.simulate(simulate)) };
    await store.keep(key, { result, people: outcomes });
  };
}
