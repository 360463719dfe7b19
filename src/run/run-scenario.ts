import { performance } from 'node:perf_hooks';
import type { ReplicateResult } from '../indicator/result.ts';
import { workspaceCapacity } from '../kernel/workspace.ts';
import { adoptPopulation } from '../population/population.ts';
import { baseOf, baseRequest } from './base.ts';
import { allocateControl } from './control.ts';
import type { Base, RunContext } from './job.ts';
import type { Inputs } from './load-inputs.ts';
import type { Manifest } from './manifest.ts';
import { type IndicatorRow, mergeIndicators, mergeSettlements, type SettlementRow } from './merge.ts';
import { runReplicates } from './run-replicates.ts';
import type { Session } from './session.ts';
import { writeRun } from './write-run.ts';

/** What the caller decides about a run beside its inputs: none of it changes a number. */
export interface RunOptions {
  /** Parent of the result folder. */
  readonly out: string;
  /** Check the invariants after every simulated year. */
  readonly strict: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onPhase?: ((phase: Phase) => void) | undefined;
  readonly onProgress?: ((years: number, total: number) => void) | undefined;
}

export type Phase = 'base' | 'simulate' | 'write';

/** A finished run: its folder and the tables in it. */
export interface FinishedRun {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly indicators: readonly IndicatorRow[];
  readonly settlements: readonly SettlementRow[];
  readonly results: readonly ReplicateResult[];
}

/**
 * Runs one scenario from checked inputs to a result folder.
 *
 *   inputs (scenario, city, documents)
 *     1. base population: synthesized in a worker, or taken over from the session  -> shared buffers, fit
 *     2. replicates: one job each, on all workers                                  -> one result a replicate
 *     3. merge in replicate order                                                  -> indicators, settlements
 *     4. write to a temporary folder and rename                                    -> out/<id>-<hash>/
 *
 * @throws JobFailed, Interrupted, TooLittleMemory; nothing is written then
 */
export async function runScenario(session: Session, inputs: Inputs, options: RunOptions): Promise<FinishedRun> {
  const started = performance.now();

  // 1. base population
  options.onPhase?.('base');
  const base = await baseOf(session, baseRequest(inputs), options.signal);
  const simulationStarted = performance.now();

  // 2. replicates
  options.onPhase?.('simulate');
  const results = await runReplicates(session.pool, contextOf(inputs, base, options.strict), options);
  const simulated = performance.now();

  // 3. merge
  const indicators = mergeIndicators(results);
  const settlements = mergeSettlements(results);

  // 4. write
  options.onPhase?.('write');
  const seconds = {
    base: (simulationStarted - started) / 1000,
    simulation: (simulated - simulationStarted) / 1000,
    total: (performance.now() - started) / 1000,
  };
  const tables = { base, results, indicators, settlements };
  const { folder, manifest } = await writeRun(inputs, tables, { ...options, workers: session.pool.workers, seconds });
  return { folder, manifest, indicators, settlements, results };
}

/** What the workers are given for a scenario. */
export function contextOf(
  { scenario, city, documents, hash, command }: Inputs,
  base: Base,
  strict: boolean,
): RunContext {
  return {
    hash,
    scenario,
    city,
    documents,
    base: base.buffers,
    capacity: workspaceCapacity(adoptPopulation(base.buffers), scenario, city),
    weight: 1 / command.sample,
    strict,
    control: allocateControl(scenario.replicates),
  };
}
