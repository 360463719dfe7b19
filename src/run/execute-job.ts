import type { ReplicateResult } from '../indicator/result.ts';
import { Cancelled } from '../kernel/cancelled.ts';
import { statedParameters } from '../kernel/parameters.ts';
import { runReplicate } from '../kernel/run-replicate.ts';
import type { Snapshot } from '../kernel/snapshot.ts';
import { compileLawBook } from '../policy/compile-law-book.ts';
import type { LawBook } from '../policy/law.ts';
import {
  adoptPopulation,
  allocatePopulation,
  type Population,
  type PopulationCapacity,
  shareBuffers,
} from '../population/population.ts';
import { synthesize } from '../population/synthesis/synthesize.ts';
import { baseKey } from '../random/key.ts';
import { finishYear, stopRequested } from './control.ts';
import type { Base, BaseJob, Job, Observe, Outcome, ReplicateJob, RunContext } from './job.ts';
import { type PeopleOutcomes, peopleOutcomes } from './people-outcomes.ts';
import { warmUp } from './warm-up.ts';
import { wholeOf } from './whole-of.ts';

/**
 * Does one job on the calling thread. Errors come back as text, so that every thread reports them alike.
 * @param observe makes what looks on at a replicate, where tables or people are asked for; in a browser nobody does
 */
export function executeJob(job: Job, observe: Observe = () => null): Outcome<Base | ReplicateResult | null> {
  try {
    return { ok: true, value: answerTo(job, observe) };
  } catch (error) {
    if (error instanceof Cancelled) return { ok: false, reason: 'stopped', detail: error.message };
    return { ok: false, reason: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

function answerTo(job: Job, observe: Observe): Base | ReplicateResult | null {
  switch (job.kind) {
    case 'base':
      return makeBase(job);
    case 'replicate':
      return simulate(job, observe);
    case 'ping':
      return null;
  }
}

/** The base population of a city or a sample of it, in shared buffers. */
function makeBase({ city, parameters, seed, sample, part }: BaseJob): Base {
  const { population, fit, notes } = synthesize(city, parameters, baseKey(seed, Number(city.code), part), sample);
  const { persons, households, villages } = population;
  const rows = { persons: persons.rows, households: households.rows, villages: villages.rows };
  return { buffers: shareBuffers(population), rows, fit, notes };
}

function simulate({ context, replicate, begin, snapshotAfter }: ReplicateJob, observe: Observe): ReplicateResult {
  if (stopRequested(context.control)) throw new Cancelled();
  const { scenario, city, control, weight, strict, asked } = context;
  const { law, referenceLaw } = prepared(context);
  const base = adoptPopulation(context.base);
  const workspace = roomFor(context.capacity);
  const run = { scenario, city, law, referenceLaw, base, workspace, weight };
  if (warm !== workspace && warmUp(run, () => !stopRequested(control))) warm = workspace;
  const looksOn = !context.wholeOnly && asked === undefined && begin === undefined ? observe(context, replicate) : null;
  const onYear = () => {
    looksOn?.onYearEnd();
    return finishYear(control, replicate);
  };
  const kept: { snapshot?: Snapshot; people?: PeopleOutcomes } = {};
  const onSnapshot = (snapshot: Snapshot) => void Object.assign(kept, { snapshot });
  const counted = runReplicate({
    ...{ ...run, replicate, strict, asked, begin, snapshotAfter, onSnapshot, onYear },
    onBegin: looksOn?.onBegin,
  });
  const all = looksOn?.finish(counted) ?? counted;
  if (context.people) kept.people = peopleOutcomes(workspace, base.persons.rows, scenario.baseYear);
  return { ...(context.wholeOnly ? wholeOf(all) : all), ...kept };
}

interface Prepared {
  readonly hash: string;
  readonly law: LawBook;
  readonly referenceLaw: LawBook;
}

let last: Prepared | null = null;
let lastReference: { readonly name: string; readonly law: LawBook } | null = null;

/** What this thread makes of a scenario once: the compiled law. */
function prepared({ hash, reference = hash, scenario, city, documents }: RunContext): Prepared {
  if (last?.hash === hash) return last;
  const exploreStrength = statedParameters(scenario, scenario.baseYear)['settlement.exploreStrength'];
  const inForce = { documents: scenario.documents, areas: city.areas, exploreStrength };
  const name = `${reference} ${exploreStrength}`;
  if (lastReference?.name !== name) {
    const law = compileLawBook(documents, { ...inForce, ...scenario.policy, without: [], add: [] });
    lastReference = { name, law };
  }
  last = {
    hash,
    law: compileLawBook(documents, { ...inForce, ...scenario.policy }),
    referenceLaw: lastReference.law,
  };
  return last;
}

let workspace: Population | null = null;
/** The tables this thread's code has been warmed up on. */
let warm: Population | null = null;

/**
 * Room in this thread's tables beyond what is asked for. The next run may want a little more, and code is compiled for the first tables
 * of a thread (population/bound.ts): with others a replicate takes half as long again. Memory that is not used is not taken.
 */
const SPARE_ROOM = 1.25;

/** This thread's own tables, made anew only when the ones at hand are too small. */
function roomFor(capacity: PopulationCapacity): Population {
  const tables = ['persons', 'households', 'villages'] as const;
  const fits = workspace !== null && tables.every((table) => workspace![table].capacity >= capacity[table]);
  if (!fits) {
    workspace = null;
    workspace = allocatePopulation({
      persons: Math.ceil(SPARE_ROOM * capacity.persons),
      households: Math.ceil(SPARE_ROOM * capacity.households),
      villages: Math.ceil(SPARE_ROOM * capacity.villages),
    });
  }
  return workspace!;
}
