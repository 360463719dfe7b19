import { type Reckoning, withMoney } from '../../fiscal/reckoning.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { statedParameters } from '../../kernel/parameters.ts';
import { adoptPopulation, type Population } from '../../population/population.ts';
import { baseOf, baseRequest } from '../../run/base.ts';
import { Interrupted } from '../../run/errors.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import { type Evaluation, evaluate, keyOf } from '../evaluate/evaluate.ts';
import type { Kept, Store } from '../evaluate/store.ts';
import { reckoningOfInputs } from '../paired/money.ts';
import { withParameters } from '../simulate.ts';
import { type Effects, effects, type PlayedReplicate } from './effects.ts';
import { coalitionInputs, everybody, type Game } from './groups.ts';
import { ordersOf } from './orders.ts';
import { cellsOf, keptIndicators, outcomeOf } from './outcomes.ts';
import { countReasons, type PeopleInRuns, type ReasonRow, reasonRows, type Settler, settlersOf } from './reasons.ts';
import {
  type Constraint,
  constraints,
  LIFTED,
  RELIEVED,
  relief,
  type ShadowPrice,
  shadowPrices,
} from './shadow-prices.ts';
import { coalitionsOf } from './shapley.ts';

/** A settler of one replicate, for the microdata. */
interface SettlerRecord extends Settler {
  readonly replicate: number;
}

export interface Attribution {
  /** Replicates it was found in: the first ones when Ctrl-C ended it. */
  readonly replicates: number;
  readonly effects: Effects;
  readonly reasons: readonly ReasonRow[];
  readonly prices: readonly ShadowPrice[];
  /** Every settler of every replicate; empty unless asked for. */
  readonly settlers: readonly SettlerRecord[];
  /** The base population the rows of the settlers lie in. */
  readonly base: Population;
}

interface AttributeOptions extends Watch {
  /** Orders a replicate is played in; null: every coalition is simulated. */
  readonly orders: number | null;
  readonly microdata: boolean;
}

/** A run of the attribution: which scenario, and whether its people are kept. */
interface Run {
  readonly name: string;
  readonly inputs: Inputs;
  readonly people: boolean;
}

/** Replicates that come first where twice as many are to be made: what is left when Ctrl-C ends the rest. */
const FIRST = 6;

/**
 * What each group of a game did, in all replicates; in the first few when Ctrl-C ends the rest.
 * @throws JobFailed, Interrupted before the first few are made; what is done stays in the store
 */
export async function attributeScenario(
  session: Session,
  game: Game,
  store: Store,
  options: AttributeOptions,
): Promise<Attribution> {
  const { replicates } = game.inputs.scenario;
  if (replicates < 2 * FIRST) return attributeReplicates(session, game, store, replicates, options);
  const first = await attributeReplicates(session, game, store, FIRST, options);
  return attributeReplicates(session, game, store, replicates, options).catch((error) => {
    if (error instanceof Interrupted) return first;
    throw error;
  });
}

/**
 * What each group of a game did, in some replicates.
 *
 *   1. simulate: coalitions of groups (all, or those on sampled orders), and the whole with capacities lifted and relieved
 *   2. effects of every group on every number
 *   3. reasons of every settler
 *   4. shadow prices of what runs out
 *
 * @throws JobFailed, Interrupted; what is done stays in the store
 */
async function attributeReplicates(
  session: Session,
  game: Game,
  store: Store,
  replicates: number,
  { orders, microdata, ...watch }: AttributeOptions,
): Promise<Attribution> {
  const { groups, inputs } = game;
  const { seed } = inputs.scenario;
  const numbers = Array.from({ length: replicates }, (_, r) => r);
  const names = groups.map(({ id }) => id);
  const all = everybody(game);

  // 1
  const played = numbers.map((r) => (orders === null ? null : ordersOf(groups.length, orders, seed, r)));
  const keys = await simulateAll(session, game, numbers, played, store, watch);
  const load = async (name: string, r: number): Promise<Kept> => {
    const key = keys.get(name)!(r);
    const kept = await store.load(key);
    if (kept === null) throw new Error(`${key} is gone from the store of this analysis`);
    return kept;
  };

  // 2
  const first = (await load(coalitionName(0), 0)).result;
  const found = await effects(names, cellsOf(first), replay(game, numbers, played, load));

  // 3
  const base = adoptPopulation((await baseOf(session, baseRequest(inputs), watch.signal)).buffers);
  const weight = 1 / inputs.command.sample;
  const counts = [];
  const settlers: SettlerRecord[] = [];
  for (const r of numbers) {
    const people = async (name: string) => (await load(name, r)).people!;
    const runs: PeopleInRuns = {
      baseline: await people(coalitionName(0)),
      whole: await people(coalitionName(all)),
      alone: await Promise.all(groups.map((_, i) => people(coalitionName(1 << i)))),
      unlimited: await people('unlimited'),
    };
    const of = settlersOf(runs, names);
    counts.push(countReasons(of, base.persons.columns.household, names, weight));
    if (microdata) for (const settler of of) settlers.push({ replicate: r, ...settler });
  }

  // 4
  const runsOf = (name: string): Promise<ReplicateResult[]> =>
    Promise.all(numbers.map(async (r) => (await load(name, r)).result));
  const prices: ShadowPrice[] = [];
  for (const constraint of constraints) {
    const asIs = await runsOf(coalitionName(all));
    const [lifted, relieved] = [await runsOf(`lifted ${constraint}`), await runsOf(`relieved ${constraint}`)];
    prices.push(...shadowPrices(constraint, { asIs, lifted, relieved }));
  }
  return { replicates, effects: found, reasons: reasonRows(counts, names), prices, settlers, base };
}

const coalitionName = (coalition: number): string => `coalition ${coalition}`;

/** Simulates every run in the replicates that need it; answers with the store's keys by name and replicate. */
async function simulateAll(
  session: Session,
  game: Game,
  numbers: readonly number[],
  played: readonly (readonly (readonly number[])[] | null)[],
  store: Store,
  watch: Watch,
): Promise<Map<string, (r: number) => string>> {
  const n = game.groups.length;
  const all = everybody(game);
  const always = [0, all, ...game.groups.flatMap((_, i) => [1 << i, all & ~(1 << i)])];
  const people = new Set([0, all, ...game.groups.map((_, i) => 1 << i)]);
  const everyCoalition = Array.from({ length: 2 ** n }, (_, coalition) => coalition);
  const wanted = new Map<number, number[]>();
  for (const r of numbers) {
    const orders = played[r]!;
    const coalitions = orders === null ? everyCoalition : [...new Set([...always, ...coalitionsOf(orders)])];
    for (const coalition of coalitions) wanted.set(coalition, [...(wanted.get(coalition) ?? []), r]);
  }
  const runs: (Run & { readonly replicates: readonly number[] })[] = [...wanted]
    .sort(([a], [b]) => a - b)
    .map(([coalition, replicates]) => ({
      name: coalitionName(coalition),
      inputs: coalitionInputs(game, coalition),
      people: people.has(coalition),
      replicates,
    }));
  for (const run of reliefRuns(game)) runs.push({ ...run, replicates: numbers });
  const evaluations = runs.map(
    ({ inputs, people, replicates }): Evaluation => ({
      inputs,
      people,
      replicates,
      indicators: keptIndicators,
    }),
  );
  const hashes = await evaluate(session, evaluations, store, watch);
  return new Map(runs.map(({ name, people }, e) => [name, (r: number) => keyOf(hashes[e], r, people)]));
}

/** The whole scenario with what runs out lifted or relieved. */
function reliefRuns({ inputs }: Game): Run[] {
  const stated = statedParameters(inputs.scenario, inputs.scenario.baseYear);
  const run = (name: string, factors: Partial<Record<(typeof capacities)[number], number>>, people: boolean): Run => ({
    name,
    people,
    inputs: { ...inputs, scenario: withParameters(inputs.scenario, factors) },
  });
  const of = (constraint: Constraint) => relief[constraint].parameter;
  return [
    run('unlimited', Object.fromEntries(capacities.map((name) => [name, LIFTED])), true),
    ...constraints.flatMap((constraint) => [
      run(`lifted ${constraint}`, { [of(constraint)]: LIFTED }, false),
      run(`relieved ${constraint}`, { [of(constraint)]: Math.min(LIFTED, RELIEVED * stated[of(constraint)]) }, false),
    ]),
  ];
}

const capacities = ['school.capacityFactor', 'rental.capacityFactor', 'job.capacityFactor'] as const;

/** The outcomes of each replicate, read one replicate at a time; the money of a coalition follows its own law. */
async function* replay(
  game: Game,
  numbers: readonly number[],
  played: readonly (readonly (readonly number[])[] | null)[],
  load: (name: string, r: number) => Promise<Kept>,
): AsyncGenerator<PlayedReplicate> {
  const n = game.groups.length;
  const all = everybody(game);
  const reckonings = new Map<number, Reckoning>();
  const moneyOf = (coalition: number): Reckoning => {
    const known = reckonings.get(coalition) ?? reckoningOfInputs(coalitionInputs(game, coalition));
    reckonings.set(coalition, known);
    return known;
  };
  for (const r of numbers) {
    const orders = played[r]!;
    const coalitions =
      orders === null
        ? Array.from({ length: 2 ** n }, (_, coalition) => coalition)
        : [0, all, ...coalitionsOf(orders), ...Array.from({ length: n }, (_, i) => [1 << i, all & ~(1 << i)]).flat()];
    const outcomes = new Map<number, Float64Array>();
    for (const coalition of new Set(coalitions))
      outcomes.set(
        coalition,
        outcomeOf(withMoney((await load(coalitionName(coalition), r)).result, moneyOf(coalition))),
      );
    yield { outcome: (coalition) => outcomes.get(coalition)!, orders };
  }
}
