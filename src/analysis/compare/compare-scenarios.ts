import { isSummed } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { adoptPopulation } from '../../population/population.ts';
import { baseOf, baseRequest } from '../../run/base.ts';
import { Interrupted } from '../../run/errors.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import { evaluate, keyOf } from '../evaluate/evaluate.ts';
import type { Kept, Store } from '../evaluate/store.ts';
import { estimate } from '../paired/estimate.ts';
import type { Followed } from './compare-results.ts';
import { type Dimension, householdTypes } from './household-types.ts';
import { type PairedPeople, pairPeople } from './people.ts';
import { seriesIn } from './series.ts';

/** What is made more precise, and how far. */
export interface Precision {
  readonly indicator: string;
  readonly year: number;
  /** Standard error of the difference to be reached, in units of the indicator. */
  readonly se: number;
  /** Replicates that are never exceeded. */
  readonly most: number;
}

/** Replicates after which there is a first answer, where so many more are to come that it is worth having. */
const FIRST = 20;

/** Simulated scenarios, paired. */
export interface Compared {
  /** Whether Ctrl-C ended it before all replicates were made: these are the first. */
  readonly interrupted: boolean;
  readonly base: readonly ReplicateResult[];
  readonly alternatives: readonly {
    readonly results: readonly ReplicateResult[];
    readonly followed: Followed | null;
  }[];
}

/**
 * Simulates scenarios and lays each alternative beside the base, replicate by replicate, until the standard errors asked for
 * are reached.
 *
 *   1. simulate what is not done yet        -> one file a scenario and replicate
 *   2. standard error of the difference     -> more replicates, and 1 again, or on
 *   3. pair: numbers, and people where both begin with the same base population
 *
 * Where a hundred are to be made the first twenty come first: they are told, and are what is left when Ctrl-C ends the rest.
 *
 * @param onReplicates told how many replicates are needed when more are
 * @param onFirst told the first ones, when there is a first answer
 * @throws JobFailed, Interrupted; what is done stays in the store
 */
export async function compareScenarios(
  session: Session,
  inputs: readonly Inputs[],
  store: Store,
  precision: Precision | null,
  watch: Watch & {
    readonly onReplicates?: (replicates: number, se: number) => void;
    readonly onFirst?: (
      base: readonly ReplicateResult[],
      alternatives: readonly (readonly ReplicateResult[])[],
    ) => void;
  },
): Promise<Compared> {
  const wanted = inputs[0].scenario.replicates;
  let replicates = wanted >= 2 * FIRST && precision === null ? FIRST : wanted;
  let first: Compared | null = null;
  for (;;) {
    // 1
    const numbers = Array.from({ length: replicates }, (_, r) => r);
    const evaluations = inputs.map((each) => ({ inputs: each, replicates: numbers, people: true }));
    const hashes = await evaluate(session, evaluations, store, watch).catch((error) => {
      if (!(error instanceof Interrupted) || first === null) throw error;
      return null;
    });
    if (hashes === null) return { ...first!, interrupted: true };
    const load = (s: number, r: number): Promise<Kept> => loaded(store, keyOf(hashes[s], r, true));
    const runs = await Promise.all(inputs.map((_, s) => inOrder(numbers, async (r) => (await load(s, r)).result)));
    const [base, ...alternatives] = runs as [ReplicateResult[], ...ReplicateResult[][]];
    // 2
    const se = precision === null ? 0 : Math.max(...alternatives.map((results) => errorOf(base, results, precision)));
    if (precision !== null && se > precision.se && replicates < precision.most) {
      replicates = Math.min(precision.most, moreReplicates(replicates, se / precision.se));
      watch.onReplicates?.(replicates, se);
      continue;
    }
    // 3
    const followed = await follow(session, inputs, numbers, load, watch.signal);
    const compared = {
      interrupted: false,
      base,
      alternatives: alternatives.map((results, s) => ({ results, followed: followed[s]! })),
    };
    if (replicates >= wanted) return compared;
    watch.onFirst?.(base, alternatives);
    first = compared;
    replicates = wanted;
  }
}

/** Standard error of the difference the precision is asked of; 0 where it does not vary. */
function errorOf(
  base: readonly ReplicateResult[],
  alternative: readonly ReplicateResult[],
  { indicator, year }: Precision,
): number {
  const at = (result: ReplicateResult): number =>
    seriesIn(result, result.indicators.indexOf(indicator), 0, isSummed(indicator))[result.years.indexOf(year)];
  return estimate(base.map((result, r) => at(alternative[r]) - at(result))).se;
}

/** As many as the error seen calls for, with a little to spare, but at most three times as many at once: it is itself rough. */
const moreReplicates = (replicates: number, tooLarge: number): number =>
  Math.ceil(replicates * Math.min(3, Math.max(1.2, 1.1 * tooLarge * tooLarge)));

async function loaded(store: Store, key: string): Promise<Kept> {
  const kept = await store.load(key);
  if (kept === null) throw new Error(`${key} is gone from the store of this analysis`);
  return kept;
}

async function inOrder<T>(numbers: readonly number[], of: (r: number) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (const r of numbers) all.push(await of(r));
  return all;
}

/** Pairs the people of each alternative with those of the base; null for one that begins with other people. */
async function follow(
  session: Session,
  inputs: readonly Inputs[],
  numbers: readonly number[],
  load: (s: number, r: number) => Promise<Kept>,
  signal: AbortSignal | undefined,
): Promise<(Followed | null)[]> {
  const base = await baseOf(session, baseRequest(inputs[0]), signal);
  const dimensions: Dimension[] = householdTypes(adoptPopulation(base.buffers));
  const weight = 1 / inputs[0].command.sample;
  const followed: (Followed | null)[] = [];
  for (const [s, each] of inputs.entries()) {
    if (s === 0) continue;
    if ((await baseOf(session, baseRequest(each), signal)) !== base) {
      followed.push(null);
      continue;
    }
    const pairs = await inOrder(numbers, async (r): Promise<PairedPeople> => {
      const [before, after] = [await load(0, r), await load(s, r)];
      return pairPeople(dimensions, before.people!, after.people!, weight);
    });
    followed.push({ dimensions, pairs, weight });
  }
  return followed;
}
