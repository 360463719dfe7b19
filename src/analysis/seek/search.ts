import { mean, sampleStandardDeviation } from 'simple-statistics';
import { type Candidate, isBetter, localSearch, type Scales } from './local-search.ts';
import { type Demand, keyOf, type Outcome, type Plan, standingOf } from './plan.ts';
import { fitSurrogate } from './surrogate.ts';

/** A search for plans: what is simulated is up to the caller. */
interface Problem {
  /** By lever: on or off with nothing between. */
  readonly discrete: readonly boolean[];
  /** Outcomes of plans, in their order, over the same replicates in every call until the search is widened. */
  readonly evaluate: (plans: readonly Plan[]) => Promise<readonly Outcome[]>;
  /** Called after every round with the plans simulated so far, once each. */
  readonly onRound?: (plans: number) => void;
  /** Whether another round may be simulated to better what was found; always where left out. */
  readonly mayGoOn?: () => boolean;
}

/** Every plan simulated so far, in the order of simulation. */
interface Explored {
  readonly plans: readonly Plan[];
  readonly outcomes: readonly Outcome[];
  /** Plans ever simulated, those forgotten since among them. */
  readonly tried: number;
  /** Levers that change neither target nor shortage in any replicate, alone or withheld from all others. */
  readonly idle: readonly number[];
  /** Whether a round that promised something was not simulated. */
  readonly cut: boolean;
}

/** Parts a continuous lever is divided into: first, and when the search is refined. */
const PARTS = [4, 8];
const MOST_ROUNDS = 12;
/** Starts of a local search: the most promising plans simulated. */
const STARTS = 6;
/** Plans that are carried on to more replicates for each demand: the most promising ones. */
const CARRIED = 12;

/**
 * A search over plans that goes on where it stopped when more is asked.
 *
 *   1. nothing, everything, each lever alone and each withheld: tells idle levers and begins the surrogate
 *   2. the plan the surrogate believes to be the cheapest that meets the demand is simulated, until it has been already
 *   3. its neighbours with less of one lever are simulated; a cheaper one that still meets the demand starts 2 again
 *   4. the same on a finer division
 *
 * Sample average approximation (Kleywegt, Shapiro & Homem-de-Mello 2002): over a fixed set of replicates the objective has no noise,
 * so a plan is simulated once and comparisons are exact; whether the probability holds beyond these replicates is for fresh ones to
 * say. The surrogate only proposes: what is answered has been simulated.
 */
export async function openSearch(problem: Problem) {
  const levers = problem.discrete.length;
  const plans: Plan[] = [];
  const outcomes = new Map<string, Outcome>();
  /** All plans ever simulated, also those forgotten since. */
  const tried = new Set<string>();
  let cut = false;
  const simulate = async (wanted: readonly Plan[]): Promise<void> => {
    const fresh = wanted.filter(
      (plan, n) => !outcomes.has(keyOf(plan)) && wanted.findIndex((p) => keyOf(p) === keyOf(plan)) === n,
    );
    if (fresh.length === 0) return;
    const found = await problem.evaluate(fresh);
    fresh.forEach((plan, n) => {
      plans.push(plan);
      outcomes.set(keyOf(plan), found[n]);
    });
    for (const plan of fresh) tried.add(keyOf(plan));
    problem.onRound?.(tried.size);
  };
  const outcomeAt = (plan: Plan): Outcome => outcomes.get(keyOf(plan))!;

  // 1
  const nothing: Plan = Array.from({ length: levers }, () => 0);
  const everything: Plan = nothing.map(() => 1);
  const alone = nothing.map((_, l) => nothing.with(l, 1));
  const withheld = nothing.map((_, l) => everything.with(l, 0));
  await simulate([nothing, everything, ...alone, ...withheld]);
  const idle = alone.flatMap((plan, l) =>
    sameEffect(outcomeAt(plan), outcomeAt(nothing)) && sameEffect(outcomeAt(withheld[l]), outcomeAt(everything))
      ? [l]
      : [],
  );
  const divided = (parts: number) =>
    problem.discrete.map((discrete, l) => {
      if (idle.includes(l)) return [0];
      return discrete ? [0, 1] : Array.from({ length: parts + 1 }, (_, n) => n / parts);
    });
  const scales: Scales = {
    margin: spread(outcomeAt(nothing).margin),
    short: Math.max(1, mean(plans.map((plan) => Math.abs(mean([...outcomeAt(plan).short]))))),
  };
  const usable = (): Plan[] => plans.filter((plan) => idle.every((l) => plan[l] === 0));
  const best = (demand: Demand, among: readonly Plan[] = usable()): Candidate =>
    among
      .map((plan): Candidate => ({ plan, standing: standingOf(outcomeAt(plan), demand) }))
      .reduce((a, b) => (isBetter(b, a, demand, scales) ? b : a));

  /** Plans simulated, the best first. */
  const ranked = (demand: Demand): Plan[] =>
    usable()
      .map((plan): Candidate => ({ plan, standing: standingOf(outcomeAt(plan), demand) }))
      .sort((a, b) => (isBetter(a, b, demand, scales) ? -1 : 1))
      .map(({ plan }) => plan);

  /** What the surrogate believes to be best; simulated plans are taken as they are. */
  const propose = (demand: Demand, settings: readonly (readonly number[])[]): Candidate => {
    const predict = fitSurrogate(
      plans,
      plans.map((plan) => outcomeAt(plan)),
    );
    const starts = ranked(demand).slice(0, STARTS);
    return localSearch(starts, settings, (plan) => outcomes.get(keyOf(plan)) ?? predict(plan), demand, scales);
  };

  return {
    explored: (): Explored => ({ plans: [...plans], outcomes: plans.map(outcomeAt), tried: tried.size, idle, cut }),
    /** The best plan simulated so far, under a demand. */
    best: (demand: Demand): Candidate => best(demand),
    /**
     * Goes over to more replicates, those there were among them: nothing, everything, each lever alone and the plans most promising under
     * a demand are simulated over these as well and the others forgotten (retrospective approximation: Pasupathy 2010).
     */
    async widen(demand: Demand): Promise<void> {
      const promising = ranked(demand).slice(0, CARRIED).map(keyOf);
      const always = [nothing, everything, ...alone].map(keyOf);
      const carried = plans.filter((plan) => always.includes(keyOf(plan)) || promising.includes(keyOf(plan)));
      plans.length = 0;
      outcomes.clear();
      await simulate(carried);
    },
    /**
     * The best plan simulated, under each demand; more are simulated until the surrogate believes in no better one.
     * @param thorough goes on to 3 and 4
     */
    async solve(demands: readonly Demand[], thorough: boolean): Promise<Candidate[]> {
      for (const parts of thorough ? PARTS : PARTS.slice(0, 1)) {
        const settings = divided(parts);
        for (let round = 0; round < MOST_ROUNDS; round++) {
          // 2
          const proposed = demands.map((demand) => propose(demand, settings).plan);
          let wanted = proposed.filter((plan) => !outcomes.has(keyOf(plan)));
          // 3
          if (wanted.length === 0 && thorough)
            wanted = demands
              .map((demand) => best(demand))
              .filter(({ standing }) => standing.feasible)
              .flatMap(({ plan }) => lessOfOne(plan, settings))
              .filter((plan) => !outcomes.has(keyOf(plan)));
          if (wanted.length === 0) break;
          if (problem.mayGoOn?.() === false) {
            cut = true;
            break;
          }
          await simulate(wanted);
        }
      }
      return demands.map((demand) => best(demand));
    },
  };
}

export type Search = Awaited<ReturnType<typeof openSearch>>;

const sameEffect = (a: Outcome, b: Outcome): boolean =>
  a.margin.every((value, r) => value === b.margin[r]) && a.short.every((value, r) => value === b.short[r]);

const spread = (values: readonly number[]): number =>
  values.length > 1 ? Math.max(1e-9, sampleStandardDeviation([...values])) : 1;

/** Plans with the next lower setting of one lever. */
const lessOfOne = (plan: Plan, settings: readonly (readonly number[])[]): Plan[] =>
  plan.flatMap((setting, l) => {
    const lower = settings[l].filter((each) => each < setting).at(-1);
    return lower === undefined ? [] : [plan.with(l, lower)];
  });
