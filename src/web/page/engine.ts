import { reckoningOf } from '../../fiscal/reckoning.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { statedParameters } from '../../kernel/parameters.ts';
import { workspaceCapacity } from '../../kernel/workspace.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { adoptPopulation, type PopulationBuffers } from '../../population/population.ts';
import { allocateControl, requestStop } from '../../run/control.ts';
import type { Base, RunContext } from '../../run/job.ts';
import { ofOneBase } from '../../run/one-base.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { fromBaseFile } from '../scene/base-file.ts';
import { basedOn } from '../scene/based-on.ts';
import type { IndicatorTable } from '../scene/compare.ts';
import type { Scene } from '../scene/scene.ts';
import { Pool, Stopped } from './pool.ts';

/** Variants whose results are kept: going back to one costs nothing. */
const KEPT = 12;
/** Base populations that are kept: a change of what they are made of needs two. */
const KEPT_BASES = 2;
/** Workers beyond this bring little: a what-if has few replicates. */
const MOST_WORKERS = 8;

/** One side of a what-if. */
interface Side {
  readonly scene: Scene;
  readonly scenario: Scenario;
  readonly sample: number;
}

interface Engine {
  readonly workers: number;
  /** Number of the first replicates of a scenario that are at hand. */
  there(side: Side): number;
  /**
   * The replicates of a scenario on a sampled population, as `luohu run --sample` makes them. Replicates made before are not
   * made again.
   * @param onReplicate called after each with whether it had to be made
   */
  simulate(side: Side, signal: AbortSignal, onReplicate: () => void): Promise<ReplicateResult[]>;
  /**
   * The money of replicates, of a sample or at full scale; reckoned once.
   * @throws InputError where the scenario's coefficients contradict each other
   */
  money(side: Side, results: readonly ReplicateResult[], signal: AbortSignal): Promise<IndicatorTable[]>;
}

export function openEngine(documents: readonly PolicyDocument[]): Engine {
  const pool = new Pool(Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2)));
  const results = new Map<string, Map<number, ReplicateResult>>();
  const bases = new Map<string, Promise<PopulationBuffers>>();
  const moneys = new WeakMap<ReplicateResult, IndicatorTable>();

  const baseOf = (side: Side): Promise<PopulationBuffers> => {
    const key = JSON.stringify([side.scene.id, side.sample, basedOn(side.scenario)]);
    const buffers = bases.get(key) ?? makeBase(pool, side);
    bases.delete(key);
    bases.set(key, buffers);
    for (const oldest of [...bases.keys()].slice(0, -KEPT_BASES)) bases.delete(oldest);
    buffers.catch(() => bases.delete(key));
    return buffers;
  };

  return {
    workers: pool.size,
    there(side) {
      const known = results.get(keyOf(side));
      let count = 0;
      while (known?.has(count)) count++;
      return count;
    },
    async simulate(side, signal, onReplicate) {
      const { scenario, scene, sample } = side;
      const key = keyOf(side);
      const known = results.get(key) ?? new Map<number, ReplicateResult>();
      results.delete(key);
      results.set(key, known);
      for (const oldest of [...results.keys()].slice(0, -KEPT)) results.delete(oldest);
      const wanted = Array.from({ length: scenario.replicates }, (_, replicate) => replicate);
      if (wanted.some((replicate) => !known.has(replicate))) {
        const buffers = await baseOf(side);
        if (signal.aborted) throw new Stopped();
        const context = contextOf(key, { scenario, scene, sample }, documents, buffers);
        signal.addEventListener('abort', () => requestStop(context.control), { once: true });
        const missing = wanted.filter((replicate) => !known.has(replicate));
        wanted.filter((replicate) => known.has(replicate)).forEach(onReplicate);
        await allOrFirstFailure(
          missing.map(async (replicate) => {
            known.set(replicate, await pool.run<ReplicateResult>({ kind: 'replicate', context, replicate }, signal));
            onReplicate();
          }),
        );
      } else wanted.forEach(onReplicate);
      return wanted.map((replicate) => known.get(replicate)!);
    },
    async money({ scene, scenario, sample }, results, signal) {
      const reckoning = reckoningOf(scene.city, scene.coefficients, documents, scenario, sample);
      await allOrFirstFailure(
        results
          .filter((result) => !moneys.has(result))
          .map(async (result) => {
            moneys.set(result, await pool.run<IndicatorTable>({ kind: 'money', result, reckoning }, signal));
          }),
      );
      return results.map((result) => moneys.get(result)!);
    },
  };
}

async function allOrFirstFailure(jobs: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(jobs)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

function contextOf(
  hash: string,
  { scenario, scene, sample }: Side,
  documents: readonly PolicyDocument[],
  base: PopulationBuffers,
): RunContext {
  const { city } = scene;
  return {
    hash,
    scenario: ofOneBase(scenario),
    city,
    documents,
    base,
    capacity: workspaceCapacity(adoptPopulation(base), scenario, city),
    weight: 1 / sample,
    strict: false,
    control: allocateControl(scenario.replicates),
  };
}

/** Everything that decides the numbers of a side but the number of replicates and what it is called. */
function keyOf({ scene, scenario, sample }: Side): string {
  const { id: _id, file: _file, title: _title, question: _question, replicates: _replicates, ...deciding } = scenario;
  return JSON.stringify([scene.id, sample, deciding]);
}

/** Made beforehand where there is a file of the scenario's own seed and values, else synthesised in a worker. */
async function makeBase(pool: Pool, { scene, scenario, sample }: Side): Promise<PopulationBuffers> {
  const file = scene.bases.find((each) => each.sample === sample && each.made === basedOn(scenario))?.file;
  if (file !== undefined) {
    const response = await fetch(file);
    if (response.ok) return fromBaseFile(await response.arrayBuffer());
  }
  const job = {
    kind: 'base',
    city: scene.city,
    parameters: statedParameters(scenario, scenario.baseYear),
    seed: scenario.seed,
    sample,
    part: 0,
  } as const;
  return (await pool.run<Base>(job, new AbortController().signal)).buffers;
}
