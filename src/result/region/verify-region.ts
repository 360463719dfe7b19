import { makeBase } from '../../run/base.ts';
import { contextsOf } from '../../run/contexts.ts';
import { canonicalJson } from '../../run/hash.ts';
import type { SharedData } from '../../run/load-inputs.ts';
import { runReplicates } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import { compareFigures } from '../compare-figures.ts';
import type { Manifest } from '../manifest.ts';
import { mergeIndicators } from '../merge.ts';
import { resultHash } from '../result-hash.ts';
import type { Discrepancy, Repeated } from '../verify.ts';
import { recordedPlan } from './plan-region.ts';
import { type RegionEngine, type RegionResults, runRegion } from './run-region.ts';
import { joinRegion } from './write-region.ts';

/**
 * Runs the recorded command of a province or the nation again, the factors on arrivals included, without writing.
 * @returns the numbers beside the recorded ones, and what each place is run by where that has changed
 */
export async function repeatRegion(
  folder: string,
  manifest: Manifest,
  shared: SharedData,
  engine: RegionEngine,
): Promise<{ readonly repeated: Repeated; readonly changes: Discrepancy[] }> {
  const plan = recordedPlan(shared, manifest);
  const results = await runRegion(plan, engine);
  const joined = joinRegion(plan, results);
  const hash = resultHash(joined);
  const figures = hash === manifest.resultHash ? null : await compareFigures(folder, mergeIndicators(joined));
  return { repeated: { resultHash: hash, figures }, changes: changedPlaces(manifest, results) };
}

/** Makes each place anew and keeps nothing: what is kept must not vouch for itself. */
export const computeUnkept =
  (session: Session, { options }: Manifest, signal: AbortSignal): RegionEngine['compute'] =>
  async (inputs) => {
    const contexts = contextsOf(session, inputs, { strict: options.strict, signal, make: makeBase });
    const results = await runReplicates(session.pool, inputs.scenario, contexts, { signal });
    return { results, base: await contexts.baseOf(0) };
  };

/** Places that are run by another scenario, from another year or under other assumptions than was recorded. */
function changedPlaces({ region }: Manifest, { runs }: RegionResults): Discrepancy[] {
  const told = (run: { scenario: string; baseYear: number; hash: string } | undefined): string =>
    run === undefined ? '' : canonicalJson([run.scenario, run.baseYear, run.hash.slice(0, 10)]);
  const found = new Map(runs.map((run) => [run.code, run]));
  const recorded = new Map(region?.members.map((run) => [run.code, run]));
  return [...new Set([...recorded.keys(), ...found.keys()])]
    .map((what) => ({
      kind: 'option' as const,
      what,
      recorded: told(recorded.get(what)),
      found: told(found.get(what)),
    }))
    .filter((each) => each.recorded !== each.found);
}
