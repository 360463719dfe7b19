import type { ReplicateResult } from '../../indicator/result.ts';
import { workspaceCapacity } from '../../kernel/workspace.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { adoptPopulation } from '../../population/population.ts';
import { baseOf, baseRequest } from '../../run/base.ts';
import { allocateControl } from '../../run/control.ts';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { Base, ReplicateJob, RunContext } from '../../run/job.ts';
import type { Inputs } from '../../run/load-inputs.ts';
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

/** Simulates variations of one scenario on one base population. */
export interface Evaluator {
  readonly base: Base;
  /** The readings of every evaluation, in their order. Those in the cache are not simulated again. */
  evaluate(evaluations: readonly Evaluation[], watch: Watch): Promise<number[][]>;
}

/** Name of what is kept of evaluations: everything but the variation that decides the readings. */
export const cacheName = (inputs: Inputs, readings: readonly Reading[]): string =>
  sha256(canonicalJson({ run: runHash(inputs), readings })).slice(0, 16);

/**
 * Makes the base population and answers with what evaluates on it.
 * @param sharesYears whether variations have their first years in common: these are then simulated once a replicate
 * @throws JobFailed, Interrupted
 */
export async function openEvaluator(
  session: Session,
  inputs: Inputs,
  readings: readonly Reading[],
  cache: Cache,
  { sharesYears, signal }: { readonly sharesYears: boolean; readonly signal?: AbortSignal | undefined },
): Promise<Evaluator> {
  const base = await baseOf(session, baseRequest(inputs), signal);
  const capacity = workspaceCapacity(adoptPopulation(base.buffers), inputs.scenario, inputs.city);
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
    base,
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
      const jobs = toDo.map((n, at): Job => {
        const { scenario, documents, replicate } = evaluations[n];
        sameBase(inputs.scenario, scenario);
        const context: RunContext = {
          hash: lawHash(inputs, scenario, documents),
          reference: inputs.hash,
          scenario,
          city: inputs.city,
          documents,
          base: base.buffers,
          capacity,
          weight: 1 / inputs.command.sample,
          strict: false,
          control,
          asked,
        };
        return { key: keys[n], job: { kind: 'replicate', context, replicate }, planned: planned?.[at] ?? null };
      });
      const work = async ({ key, job, planned }: Job): Promise<void> => {
        const simulate = (where: Pick<ReplicateJob, 'begin' | 'snapshotAfter'>): Promise<ReplicateResult> =>
          session.pool.run<ReplicateResult>({ ...job, ...where }, `${id}, replicate ${job.replicate}`);
        const result = await (planned ? planned.simulate(simulate) : simulate({}));
        cache.put(key, readOff(readings, result));
      };
      // twice as many jobs under way as threads: none waits for its next one, and few are lost by a stop
      const atATime = 2 * session.pool.workers;
      const years = jobs.reduce((sum, job) => sum + (job.planned?.years ?? endYear - baseYear), 0);
      await workInLanes(session, { tasks: jobs, control, years, atATime, work }, watch);
      return keys.map((key) => [...cache.get(key)!]);
    },
  };
}

/** An evaluation that is not in the cache. */
interface Job {
  readonly key: string;
  readonly job: ReplicateJob;
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
