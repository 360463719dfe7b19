import type { ReplicateResult } from '../../indicator/result.ts';
import { workspaceCapacity } from '../../kernel/workspace.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import type { PopulationCapacity } from '../../population/population.ts';
import { baseOf, baseRequest } from '../../run/base.ts';
import { allocateControl } from '../../run/control.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { Base, ReplicateJob, RunContext } from '../../run/job.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { partOf } from '../../run/parts.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import { parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { runHash } from '../backtest/model/run-hash.ts';
import { anchoredUnder, type Course, courseOf } from '../evaluate/course.ts';
import { openSharing, type Planned } from '../evaluate/sharing.ts';
import { workInLanes } from '../lanes.ts';
import type { Cache } from './cache.ts';
import { askedBy, type Reading, readOff } from './reading.ts';

/** One replicate of one variation of a scenario: what an analysis asks for hundreds of times. */
export interface Evaluation {
  readonly scenario: Scenario;
  readonly documents: readonly PolicyDocument[];
  readonly replicate: number;
  /** Says what differs from the inputs, for the cache: equal evaluations have equal ones, different ones different ones. */
  readonly variation: string;
}

/** Simulates variations of one scenario on its base populations: a replicate of every variation starts from the same one. */
export interface Evaluator {
  /** The base population a replicate starts from, made when it is asked for. */
  readonly baseOf: (replicate: number) => Promise<Base>;
  /** The readings of every evaluation, in their order. Those in the cache are not simulated again. */
  evaluate(evaluations: readonly Evaluation[], watch: Watch): Promise<number[][]>;
}

/** Name of what is kept of evaluations: everything but the variation that decides the readings. */
export const cacheName = (inputs: Inputs, readings: readonly Reading[]): string =>
  sha256(canonicalJson({ run: runHash(inputs), readings })).slice(0, 16);

interface EvaluatorOptions {
  /** Whether variations have their first years in common: these are then simulated once a replicate. */
  readonly sharesYears: boolean;
  /** How many times as large the samples are that may be simulated later on: code is compiled for the first tables of a thread. */
  readonly room?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes the first base population and answers with what evaluates on it and the others.
 * @throws JobFailed, Interrupted
 */
export async function openEvaluator(
  session: Session,
  inputs: Inputs,
  readings: readonly Reading[],
  cache: Cache,
  { sharesYears, room = 1, signal }: EvaluatorOptions,
): Promise<Evaluator> {
  const made = new Map<number, Promise<Base>>();
  const baseAt = (replicate: number): Promise<Base> => {
    const part = partOf(inputs, replicate);
    const making = made.get(part) ?? baseOf(session, baseRequest(inputs, part), signal);
    made.set(part, making);
    return making;
  };
  await baseAt(0);
  const asked = askedBy(readings);
  const sharing = sharesYears ? openSharing(true, inputs.scenario.baseYear) : null;
  const courses = new WeakMap<Scenario, Course>();
  const anchored = sharesYears ? anchoredUnder(inputs) : '';
  const courseAt = ({ scenario, documents }: Evaluation): Course => {
    const course = courses.get(scenario) ?? courseOf({ ...inputs, scenario, documents }, asked, anchored);
    courses.set(scenario, course);
    return course;
  };
  return {
    baseOf: baseAt,
    async evaluate(evaluations, watch) {
      const keys = evaluations.map(({ variation, replicate }) => `${replicate} ${variation}`);
      const first = new Map<string, number>();
      keys.forEach((key, n) => {
        if (cache.get(key) === undefined && !first.has(key)) first.set(key, n);
      });
      const toDo = [...first.values()];
      const control = allocateControl(1 + Math.max(0, ...toDo.map((n) => evaluations[n].replicate)));
      const planned = sharing?.plan(
        toDo.map((n) => ({ course: courseAt(evaluations[n]), replicate: evaluations[n].replicate })),
      );
      const { id, baseYear, endYear } = inputs.scenario;
      const tasks = toDo.map((n, at): Task => {
        const { scenario, documents, replicate } = evaluations[n];
        sameBase(inputs.scenario, scenario);
        const context = (base: Base): RunContext => ({
          hash: lawHash(inputs, scenario, documents),
          reference: inputs.hash,
          scenario,
          city: inputs.city,
          documents,
          base: base.buffers,
          capacity: roomFor(base, inputs, room),
          weight: 1 / inputs.command.sample,
          strict: false,
          control,
          asked,
        });
        return { key: keys[n], replicate, context, planned: planned?.[at] ?? null };
      });
      const work = async ({ key, replicate, context, planned }: Task): Promise<void> => {
        const simulate = async (where: Pick<ReplicateJob, 'begin' | 'snapshotAfter'>): Promise<ReplicateResult> => {
          const job: ReplicateJob = {
            kind: 'replicate',
            context: context(await baseAt(replicate)),
            replicate,
            ...where,
          };
          return session.pool.run<ReplicateResult>(job, `${id}, replicate ${replicate}`);
        };
        const result = await (planned ? planned.simulate(simulate) : simulate({}));
        cache.put(key, readOff(readings, result));
      };
      // twice as many jobs under way as threads: none waits for its next one, and few are lost by a stop
      const atATime = 2 * session.pool.workers;
      const years = tasks.reduce((sum, { planned }) => sum + (planned?.years ?? endYear - baseYear), 0);
      await workInLanes(session, { tasks, control, years, atATime, work }, watch);
      return keys.map((key) => [...cache.get(key)!]);
    },
  };
}

/** Room for a replicate from so many times a base population. */
function roomFor({ rows }: Base, { scenario, city }: Inputs, times: number): PopulationCapacity {
  const { persons, households, villages } = rows;
  return workspaceCapacity(
    { persons: { rows: times * persons }, households: { rows: times * households }, villages: { rows: villages } },
    scenario,
    city,
  );
}

/** An evaluation that is not in the cache. */
interface Task {
  readonly key: string;
  readonly replicate: number;
  readonly context: (base: Base) => RunContext;
  readonly planned: Planned | null;
}

/** What a worker keeps for scenarios of the same hash is the law; everything else it takes from the job. */
function lawHash({ hash }: Inputs, scenario: Scenario, documents: readonly PolicyDocument[]): string {
  const { policy, parameters } = scenario;
  const explore = parameters['settlement.exploreStrength'];
  const tried = documents.filter(({ id }) => id.startsWith('levers-tried-'));
  return sha256(canonicalJson({ hash, policy, explore, tried, documents: scenario.documents }));
}

/** The base population is shared, so a variation must not touch what it is made of. */
function sameBase(stated: Scenario, varied: Scenario): void {
  const changed = parameterNames.find(
    (name) => !parameterSpecs[name].drawn && stated.parameters[name] !== varied.parameters[name],
  );
  if (changed !== undefined) throw new RangeError(`${changed} builds the base population and cannot vary`);
}
