import { statedParameters } from '../../kernel/parameters.ts';
import { adoptPopulation } from '../../population/population.ts';
import { baseCapacity, schoolStages } from '../../process/capacity.ts';
import { canonicalJson } from '../../run/hash.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { applyLevers, type LeverYears } from '../lever/apply.ts';
import type { Lever, Settings, Stock } from '../lever/lever.ts';
import { wilsonInterval } from '../score/wilson-interval.ts';
import { cacheIn, cacheInMemory } from '../variations/cache.ts';
import { cacheName, type Evaluator, openEvaluator } from '../variations/evaluate.ts';
import type { Reading } from '../variations/reading.ts';
import { costIndicators, costOf, drawnUnitCost, type Reckoning, type Sums } from './cost.ts';
import type { Candidate } from './local-search.ts';
import { type Demand, needed, type Outcome, type Plan, pulled, type Standing, SURE, standingOf } from './plan.ts';
import { openSearch, type Search } from './search.ts';
import { marginOf, type Target } from './target.ts';

/** What is sought. The inputs' scenario ends in the year `by`. */
export interface Question {
  readonly target: Target;
  readonly years: LeverYears;
  readonly probability: number;
  /** Yuan of 2020 over all years; null: no limit. */
  readonly budget: number | null;
  readonly levers: readonly Lever[];
  readonly replicates: number;
  /** Fresh replicates the answer is held to. */
  readonly verify: number;
}

/** Where evaluations are kept, and how the search is followed. */
export interface SeekOptions extends Watch {
  /** Folder of finished evaluations; in memory alone when left out. */
  readonly cache?: string;
  readonly onPhase?: (phase: 'base' | 'levers' | 'search' | 'frontier' | 'verify', plans: number) => void;
}

/** A plan with what it brings and what it costs where unit costs are drawn. */
export interface PlanResult extends Standing {
  readonly plan: Plan;
  readonly settings: Settings;
  /** The indicator itself, replicate by replicate. */
  readonly values: readonly number[];
  readonly outcome: Outcome;
  /** Costs at drawn unit costs, replicate by replicate. */
  readonly drawnCosts: readonly number[];
}

/** The answer run again: other replicates, other parameter draws, another base population. */
export interface Verification extends PlanResult {
  readonly seed: string;
  readonly met: number;
  readonly replicates: number;
  /** Wilson's 90 % interval of the probability. */
  readonly interval: readonly [number, number];
  readonly holds: boolean;
  /** Share that met the target without any lever. */
  readonly baseShare: number;
}

export type Verdict =
  | { readonly kind: 'found' }
  /** The probability was reached in the search and not by fresh replicates, however much was asked for. */
  | { readonly kind: 'unproven' }
  | { readonly kind: 'already-met' }
  /** Out of reach of the levers whatever is paid and however short schools run. */
  | { readonly kind: 'levers'; readonly best: PlanResult }
  | { readonly kind: 'capacity'; readonly best: PlanResult; readonly without: PlanResult }
  | { readonly kind: 'budget'; readonly within: PlanResult };

export interface Found {
  readonly verdict: Verdict;
  /** The answer; the cheapest plan that meets the demand where only the budget forbids it; null where there is none. */
  readonly answer: PlanResult | null;
  readonly base: PlanResult;
  readonly everything: PlanResult;
  readonly plans: readonly PlanResult[];
  /** Cheapest plans by probability, none cheaper and likelier than another, school places kept. */
  readonly frontier: readonly PlanResult[];
  /** Levers that change neither target nor shortage of places in any replicate. */
  readonly idle: readonly Lever[];
  readonly verifications: readonly Verification[];
  /** The cheapest plan were schools allowed to run short; null where that is the answer itself. */
  readonly withoutCapacity: PlanResult | null;
}

/** Probabilities the frontier is sought at, besides the one asked for. */
const FRONTIER = [0.1, 0.25, 0.5, 0.75, 0.9];
/** Times an answer that fresh replicates refuse is sought again with more asked of it. */
const MOST_TRIES = 4;

/**
 * The cheapest setting of levers that meets a target with a probability.
 *
 *   1. base population, effects of every lever                           -> already met? idle levers?
 *   2. search on fixed replicates                                        -> a plan, or what stands in its way
 *   3. fresh replicates: where they refuse it, 2 again asking for more   -> the answer and its proof
 *   4. other probabilities                                               -> the frontier
 *
 * @throws JobFailed, Interrupted; finished evaluations are kept
 */
export async function seek(session: Session, inputs: Inputs, question: Question, options: SeekOptions): Promise<Found> {
  // 1
  options.onPhase?.('base', 0);
  const town = await openTown(session, inputs, question, options);
  const result = (plan: Plan, demand: Demand = asked): PlanResult => town.result(plan, demand);
  const asked: Demand = { probability: question.probability, capacity: true, doubt: SURE };
  options.onPhase?.('levers', 0);
  const search = await openSearch({
    discrete: question.levers.map(({ discrete }) => discrete),
    evaluate: town.evaluate,
    onRound: (plans) => options.onPhase?.('search', plans),
  });
  const { plans: first, idle } = search.explored();
  const [nothing, everything] = [first[0]!, first[1]!];
  const found = (rest: Pick<Found, 'verdict' | 'answer'> & Partial<Found>): Found => ({
    base: result(nothing),
    everything: result(everything),
    plans: search.explored().plans.map((plan) => result(plan)),
    frontier: frontierOf(search.explored().plans.map((plan) => result(plan))),
    idle: idle.map((l) => question.levers[l]!),
    verifications: [],
    withoutCapacity: null,
    ...rest,
  });
  if (result(nothing).feasible) return found({ verdict: { kind: 'already-met' }, answer: null });

  // 2
  const verifications: Verification[] = [];
  let demand = asked;
  for (let attempt = 1; ; attempt++) {
    if (attempt > 1) options.onPhase?.('search', search.explored().plans.length);
    const [best] = (await search.solve([demand], true)) as [Candidate];
    if (!best.standing.feasible) {
      if (verifications.length > 0)
        return found({ verdict: { kind: 'unproven' }, answer: verifications.at(-1)!, verifications });
      const obstacle = await standsInTheWay(search, demand, result);
      options.onPhase?.('frontier', search.explored().plans.length);
      const reached = Math.max(
        ...search
          .explored()
          .plans.map((plan) => result(plan))
          .filter(({ excess }) => excess <= 0)
          .map(({ share }) => share),
      );
      await exploreFrontier(search, demand, [result(nothing).share, reached]);
      return found(obstacle);
    }
    const answer = result(best.plan, demand);
    if (question.budget !== null && best.standing.cost > question.budget) {
      await exploreFrontier(search, asked, [result(nothing).share, 1]);
      const affordable = search
        .explored()
        .plans.map((plan) => result(plan))
        .filter(({ cost, excess }) => cost <= question.budget! && excess <= 0);
      const within = affordable.reduce((a, b) =>
        b.share > a.share || (b.share === a.share && b.lack < a.lack) ? b : a,
      );
      return found({ verdict: { kind: 'budget', within }, answer, verifications });
    }

    // 3
    options.onPhase?.('verify', attempt);
    const proof = await verify(session, inputs, question, { answer, attempt }, options);
    verifications.push(proof);
    if (proof.holds || attempt === MOST_TRIES) {
      // 4
      options.onPhase?.('frontier', search.explored().plans.length);
      const free = await exploreFrontier(search, demand, [result(nothing).share, 1]);
      const withoutCapacity =
        free.standing.cost < best.standing.cost ? result(free.plan, { ...demand, capacity: false }) : null;
      return found({ verdict: { kind: proof.holds ? 'found' : 'unproven' }, answer, verifications, withoutCapacity });
    }
    demand = {
      ...demand,
      probability: (needed(demand.probability, question.replicates) + 1) / question.replicates,
      doubt: proof.excess > 0 ? demand.doubt / 2 : demand.doubt,
    };
    if (demand.probability > 1) return found({ verdict: { kind: 'unproven' }, answer, verifications });
  }
}

/** Whether it is the levers or the school places that no plan gets around. */
async function standsInTheWay(
  search: Search,
  demand: Demand,
  result: (plan: Plan, demand?: Demand) => PlanResult,
): Promise<Pick<Found, 'verdict' | 'answer'>> {
  const [bound, free] = (await search.solve([demand, { ...demand, capacity: false }], true)) as [Candidate, Candidate];
  const best = result(bound.plan);
  if (!free.standing.feasible) return { verdict: { kind: 'levers', best: result(free.plan) }, answer: null };
  return {
    verdict: { kind: 'capacity', best, without: result(free.plan, { ...demand, capacity: false }) },
    answer: null,
  };
}

/** Simulates the cheapest plans at other probabilities inside a range; answers with the one were schools allowed to run short. */
async function exploreFrontier(
  search: Search,
  demand: Demand,
  [above, upTo]: readonly [number, number],
): Promise<Candidate> {
  const within = FRONTIER.filter((probability) => probability > above && probability <= upTo);
  const others = within.map((probability) => ({ ...demand, probability }));
  const [free] = await search.solve([{ ...demand, capacity: false }, ...others], false);
  return free!;
}

/** Plans that keep the school places and are not beaten in cost and share at once, the cheapest first. */
export function frontierOf(plans: readonly PlanResult[]): PlanResult[] {
  const sorted = plans
    .filter(({ excess }) => excess <= 0)
    .sort((a, b) => a.cost - b.cost || b.share - a.share || pulled(a.plan) - pulled(b.plan) || a.lack - b.lack);
  const frontier: PlanResult[] = [];
  for (const plan of sorted) if (frontier.length === 0 || plan.share > frontier.at(-1)!.share) frontier.push(plan);
  return frontier;
}

/** A city whose plans can be simulated, on one set of replicates. */
interface Town {
  readonly evaluate: (plans: readonly Plan[]) => Promise<readonly Outcome[]>;
  /** A plan that was evaluated, under a demand. */
  readonly result: (plan: Plan, demand: Demand) => PlanResult;
}

async function openTown(session: Session, inputs: Inputs, question: Question, options: SeekOptions): Promise<Town> {
  const { target, years, levers } = question;
  const indicators = costIndicators(levers);
  const over = (indicator: string): Reading => ({ indicator, area: 'city', from: years.start, to: years.by });
  const readings: Reading[] = [
    { indicator: target.indicator, area: target.area, from: years.by, to: years.by },
    ...schoolStages.map((stage) => over(`school_places_short.${stage}`)),
    ...indicators.map(over),
  ];
  const cache = options.cache === undefined ? cacheInMemory() : cacheIn(options.cache, cacheName(inputs, readings));
  const evaluator = await openEvaluator(session, inputs, readings, cache, options.signal);
  const reckoning: Reckoning = { levers, years, stock: baseStock(evaluator, inputs) };
  const sumsOf = (row: readonly number[]): Sums =>
    Object.fromEntries(indicators.map((indicator, n) => [indicator, row[1 + schoolStages.length + n]!]));
  const shortOf = (row: readonly number[]): number => row.slice(1, 1 + schoolStages.length).reduce((a, b) => a + b, 0);
  const rowsOf = new Map<string, readonly (readonly number[])[]>();
  const simulate = async (plans: readonly Plan[]) => {
    const rows = await evaluator.evaluate(
      plans.flatMap((plan) => evaluationsOf(inputs, question, plan)),
      options,
    );
    plans.forEach((plan, n) => {
      rowsOf.set(plan.join(' '), rows.slice(n * question.replicates, (n + 1) * question.replicates));
    });
  };
  const nothing: Plan = levers.map(() => 0);
  const rowsOfPlan = (plan: Plan) => rowsOf.get(plan.join(' '))!;
  const outcomeOf = (plan: Plan, costs?: readonly number[]): Outcome => {
    const [rows, base] = [rowsOfPlan(plan), rowsOfPlan(nothing)];
    const settings = settingsOf(levers, plan);
    return {
      margin: rows.map((row) => marginOf(target, row[0]!)),
      short: rows.map((row, r) => shortOf(row) - shortOf(base[r]!)),
      cost: costs ?? rows.map((row, r) => costOf(settings, reckoning, sumsOf(row), sumsOf(base[r]!))),
    };
  };
  return {
    async evaluate(plans) {
      await simulate(plans.some((plan) => plan.every((x) => x === 0)) || rowsOf.size > 0 ? plans : [nothing, ...plans]);
      return plans.map((plan) => outcomeOf(plan));
    },
    result(plan, demand) {
      const [rows, base] = [rowsOfPlan(plan), rowsOfPlan(nothing)];
      const settings = settingsOf(levers, plan);
      const outcome = outcomeOf(plan);
      const drawnCosts = rows.map((row, r) =>
        costOf(settings, reckoning, sumsOf(row), sumsOf(base[r]!), drawnUnitCost(inputs.scenario.seed, r)),
      );
      return {
        plan,
        settings,
        values: rows.map((row) => row[0]!),
        outcome,
        drawnCosts,
        ...standingOf(outcome, demand),
      };
    },
  };
}

/** Settings of the levers in a plan. */
export const settingsOf = (levers: readonly Lever[], plan: Plan): Settings =>
  levers.map(({ off, most }, l) => (plan[l] === 0 ? off : off + (most - off) * plan[l]!));

function evaluationsOf(inputs: Inputs, { levers, years, replicates }: Question, plan: Plan) {
  const settings = settingsOf(levers, plan);
  const { scenario, documents } = applyLevers(inputs, levers, settings, years);
  const pulled = levers.flatMap(({ id, action, off }, l) =>
    settings[l] === off ? [] : [{ id, action, at: settings[l] }],
  );
  const variation = canonicalJson(pulled.length === 0 ? [] : { years, pulled });
  return Array.from({ length: replicates }, (_, replicate) => ({ scenario, documents, replicate, variation }));
}

/** Town school places and public dwellings open to migrant families in the base year, in persons and dwellings of the city. */
function baseStock({ base }: Evaluator, { scenario, city, command }: Inputs): Record<Stock, number> {
  const { places, dwellings } = baseCapacity(
    adoptPopulation(base.buffers),
    city.areas.length,
    statedParameters(scenario, scenario.baseYear),
  );
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / command.sample;
  return { places: sum(places), dwellings: sum(dwellings) };
}

/**
 * Runs an answer and the base again with another seed: other luck, another base population, and other parameter draws. Of a
 * posterior the rows after those the search used come first.
 */
async function verify(
  session: Session,
  inputs: Inputs,
  question: Question,
  { answer, attempt }: { readonly answer: PlanResult; readonly attempt: number },
  options: SeekOptions,
): Promise<Verification> {
  const used = question.replicates + (attempt - 1) * question.verify;
  const scenario = freshScenario(inputs.scenario, used, `${inputs.scenario.seed} fresh ${attempt}`);
  const town = await openTown(session, { ...inputs, scenario }, { ...question, replicates: question.verify }, options);
  const nothing: Plan = answer.plan.map(() => 0);
  await town.evaluate([nothing, answer.plan]);
  const demand: Demand = { probability: question.probability, capacity: true, doubt: SURE };
  const again = town.result(answer.plan, demand);
  const met = again.outcome.margin.filter((margin) => margin >= 0).length;
  return {
    ...again,
    seed: scenario.seed,
    met,
    replicates: question.verify,
    interval: wilsonInterval(met, question.verify),
    holds: again.feasible,
    baseShare: town.result(nothing, demand).share,
  };
}

export function freshScenario(scenario: Scenario, used: number, seed: string): Scenario {
  const { posterior } = scenario;
  if (posterior === undefined) return { ...scenario, seed };
  const skip = used % posterior.draws.length;
  return {
    ...scenario,
    seed,
    posterior: { ...posterior, draws: [...posterior.draws.slice(skip), ...posterior.draws.slice(0, skip)] },
  };
}
