import { Interrupted } from '../../run/errors.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import type { Session } from '../../run/session.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { wilsonInterval } from '../score/wilson-interval.ts';
import { affordable } from '../variations/size.ts';
import { clearlyMisses, decided } from './decide.ts';
import type { Candidate } from './local-search.ts';
import { type Demand, needed, type Plan, pulled, SURE } from './plan.ts';
import type { Found, PlanResult, Question, SeekOptions, Verification } from './question.ts';
import { openSearch, type Search } from './search.ts';
import { openTown } from './town.ts';

/** Probabilities the frontier is sought at, besides the one asked for. */
const FRONTIER = [0.1, 0.25, 0.5, 0.75, 0.9];
/** Times the precision that a probability is known to which is surely missed. */
const ROUGHLY = 2;
/** Times an answer that fresh replicates refuse is sought again with more asked of it. */
const MOST_TRIES = 4;

/**
 * The cheapest setting of levers that meets a target with a probability.
 *
 *   1. base populations, effects of every lever                          -> idle levers?
 *   2. search on few replicates, then from its best plans on twice as many, until the probability is sure enough, or surely missed
 *                                                                        -> already met? a plan, or what stands in its way
 *   3. fresh replicates: where they refuse it, 2 again asking for more   -> the answer and its proof
 *   4. other probabilities                                               -> the frontier
 *
 * A verdict that replicates or sample cannot carry is refused (`decide.ts`).
 * @throws JobFailed, Interrupted: finished evaluations are kept, and the best plan so far is told
 */
export const seek = async (
  session: Session,
  inputs: Inputs,
  question: Question,
  options: SeekOptions,
): Promise<Found> =>
  decided(await searched(session, inputs, question, options), question.probability, options.luck ?? 0);

async function searched(session: Session, inputs: Inputs, question: Question, options: SeekOptions): Promise<Found> {
  // 1
  options.onPhase?.('base', 0);
  const town = await openTown(session, inputs, question, options);
  const result = (plan: Plan, demand: Demand = asked): PlanResult => town.result(plan, demand);
  const asked: Demand = { probability: question.probability, capacity: true, doubt: SURE };
  const { seconds, atHand } = await town.pace();
  const toDo = expectedReplicates(inputs, question) - atHand * partedYears(inputs, question);
  options.onExpected?.(seconds * Math.max(0, toDo), atHand);
  options.onPhase?.('levers', 0);
  let [replicates] = question.replicates;
  let error = Number.NaN;
  const most = question.unlimited ? Number.POSITIVE_INFINITY : affordable(inputs) / partedYears(inputs, question);
  let [simulated, known] = [0, 0];
  const search = await openSearch({
    discrete: question.levers.map(({ discrete }) => discrete),
    evaluate: (plans) => {
      simulated += plans.length * (replicates - known);
      return town.evaluate(plans, replicates);
    },
    mayGoOn: () => simulated < most,
    onRound: (plans) => options.onPhase?.('search', plans),
  });
  const { plans: first, idle } = search.explored();
  const [nothing, everything] = [first[0], first[1]];
  const found = (rest: Pick<Found, 'verdict' | 'answer'> & Partial<Found>): Found => ({
    ...{ replicates, error, cut: search.explored().cut },
    base: result(nothing),
    everything: result(everything),
    plans: search.explored().plans.map((plan) => result(plan)),
    frontier: frontierOf(search.explored().plans.map((plan) => result(plan))),
    idle: idle.map((l) => question.levers[l]),
    verifications: [],
    withoutCapacity: null,
    ...rest,
  });

  try {
    return await answered();
  } catch (error) {
    if (error instanceof Interrupted) {
      const { plan } = search.best(asked);
      options.onStopped?.(result(plan), replicates);
    }
    throw error;
  }

  async function answered(): Promise<Found> {
    // 2
    for (;;) {
      const [best] = (await search.solve([asked], true)) as [Candidate];
      error = errorOf(best.standing.share, replicates);
      const misses = clearlyMisses(result(best.plan).outcome, asked.probability, options.luck ?? 0);
      if (error <= (misses ? ROUGHLY : 1) * question.precision || replicates >= question.replicates[1]) break;
      known = replicates;
      replicates = Math.min(2 * replicates, question.replicates[1]);
      options.onPhase?.('widen', replicates);
      await search.widen(asked);
      known = 0;
    }
    if (result(nothing).feasible) return found({ verdict: { kind: 'already-met' }, answer: null });
    const verifications: Verification[] = [];
    let demand = asked;
    let refused: PlanResult | null = null;
    for (let attempt = 1; ; attempt++) {
      if (attempt > 1) options.onPhase?.('search', search.explored().tried);
      const [best] = (await search.solve([demand], true)) as [Candidate];
      if (!best.standing.feasible) {
        if (refused !== null) return found({ verdict: { kind: 'unproven' }, answer: refused, verifications });
        const obstacle = await standsInTheWay(search, demand, result);
        options.onPhase?.('frontier', search.explored().tried);
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
      const proof = await verify(session, inputs, question, { answer, attempt, searched: replicates }, options);
      verifications.push(proof);
      if (proof.holds || attempt === MOST_TRIES) {
        // 4
        options.onPhase?.('frontier', search.explored().tried);
        const free = await exploreFrontier(search, demand, [result(nothing).share, 1]);
        const withoutCapacity =
          free.standing.cost < best.standing.cost ? result(free.plan, { ...demand, capacity: false }) : null;
        return found({ verdict: { kind: proof.holds ? 'found' : 'unproven' }, answer, verifications, withoutCapacity });
      }
      refused = answer;
      demand = {
        ...demand,
        probability: (needed(demand.probability, replicates) + 1) / replicates,
        doubt: proof.excess > 0 ? demand.doubt / 2 : demand.doubt,
      };
      if (demand.probability > 1) return found({ verdict: { kind: 'unproven' }, answer, verifications });
    }
  }
}

/** Standard error of a share of replicates, two more of each kind added to those seen (Agresti & Coull 1998): none is never sure. */
function errorOf(share: number, replicates: number): number {
  const likely = (share * replicates + 2) / (replicates + 4);
  return Math.sqrt((likely * (1 - likely)) / replicates);
}

/** Plans a search simulates besides those that try every lever, as a rule: at first, and over more replicates. */
const ROUNDS = 30;
const LATER = 25;

/** Part of a replicate in which a plan differs from the others. */
const partedYears = ({ scenario }: Inputs, { years }: Question): number =>
  (years.by - years.start + 1) / (years.by - scenario.baseYear);

/** Whole replicates' worth of simulations a search takes as a rule: the years before the levers begin are simulated once. */
function expectedReplicates(inputs: Inputs, question: Question): number {
  const {
    levers,
    replicates: [least, most],
    probability,
    precision,
    verify,
  } = question;
  const share = partedYears(inputs, question);
  const later = Math.min(most, Math.max(least, (probability * (1 - probability)) / precision ** 2)) - least;
  const plans = 2 + 2 * levers.length + ROUNDS;
  return least * (1 + plans * share) + later * (1 + (levers.length + LATER) * share) + verify * (1 + share);
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
  return free;
}

/** Plans that keep the school places and are not beaten in cost and share at once, the cheapest first. */
function frontierOf(plans: readonly PlanResult[]): PlanResult[] {
  const sorted = plans
    .filter(({ excess }) => excess <= 0)
    .sort((a, b) => a.cost - b.cost || b.share - a.share || pulled(a.plan) - pulled(b.plan) || a.lack - b.lack);
  const frontier: PlanResult[] = [];
  for (const plan of sorted) if (frontier.length === 0 || plan.share > frontier.at(-1)!.share) frontier.push(plan);
  return frontier;
}

/**
 * Runs an answer and the base again with another seed: other luck, another base population, and other parameter draws. Of a
 * posterior the rows after those the search used come first.
 */
async function verify(
  session: Session,
  inputs: Inputs,
  question: Question,
  { answer, attempt, searched }: { readonly answer: PlanResult; readonly attempt: number; readonly searched: number },
  options: SeekOptions,
): Promise<Verification> {
  const used = searched + (attempt - 1) * question.verify;
  const scenario = freshScenario(inputs.scenario, used, `${inputs.scenario.seed} fresh ${attempt}`);
  const town = await openTown(session, { ...inputs, scenario }, question, options);
  const nothing: Plan = answer.plan.map(() => 0);
  await town.evaluate([nothing, answer.plan], question.verify);
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
