import { type Demand, keyOf, type Outcome, type Plan, pulled, type Standing, standingOf } from './plan.ts';

export interface Candidate {
  readonly plan: Plan;
  readonly standing: Standing;
}

/** Size of what a lack of the target and a lack of places count as 1 against each other, where a plan lacks both. */
export interface Scales {
  readonly margin: number;
  readonly short: number;
}

/**
 * The best plan that changing any one or any two levers does not improve, from each of several starts: cheapest among those that
 * meet the demand, else nearest to it. Deterministic: ties go to fewer levers, then to the lower setting of the earlier lever.
 * @param settings settings to be tried, by lever
 */
export function localSearch(
  starts: readonly Plan[],
  settings: readonly (readonly number[])[],
  outcomeOf: (plan: Plan) => Outcome,
  demand: Demand,
  scales: Scales,
): Candidate {
  const known = new Map<string, Candidate>();
  const candidate = (plan: Plan): Candidate => {
    const key = keyOf(plan);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = { plan, standing: standingOf(outcomeOf(plan), demand) };
    known.set(key, found);
    return found;
  };
  let best: Candidate | null = null;
  for (const start of starts) {
    let here = candidate(start);
    for (;;) {
      let next = here;
      for (const plan of neighbours(here.plan, settings)) {
        const there = candidate(plan);
        if (isBetter(there, next, demand, scales)) next = there;
      }
      if (next === here) break;
      here = next;
    }
    if (best === null || isBetter(here, best, demand, scales)) best = here;
  }
  return best!;
}

/** Plans in which one or two levers are set otherwise. */
function* neighbours(plan: Plan, settings: readonly (readonly number[])[]): Generator<Plan> {
  for (let a = 0; a < plan.length; a++) {
    for (const x of settings[a]) {
      if (x === plan[a]) continue;
      const one = plan.with(a, x);
      yield one;
      for (let b = a + 1; b < plan.length; b++) {
        for (const y of settings[b]) if (y !== plan[b]) yield one.with(b, y);
      }
    }
  }
}

/** Whether a plan is to be preferred under a demand. */
export function isBetter(a: Candidate, b: Candidate, demand: Demand, scales: Scales): boolean {
  if (a.standing.feasible !== b.standing.feasible) return a.standing.feasible;
  const order = a.standing.feasible
    ? a.standing.cost - b.standing.cost
    : missing(a.standing, demand, scales) - missing(b.standing, demand, scales);
  if (order !== 0) return order < 0;
  const fewer = pulled(a.plan) - pulled(b.plan);
  if (fewer !== 0) return fewer < 0;
  const differs = a.plan.findIndex((setting, l) => setting !== b.plan[l]);
  return differs >= 0 && a.plan[differs] < b.plan[differs];
}

/** How far a plan is from meeting a demand. */
const missing = ({ lack, excess }: Standing, { capacity }: Demand, { margin, short }: Scales): number =>
  Math.max(0, lack) / margin + (capacity ? Math.max(0, excess) / short : 0);
