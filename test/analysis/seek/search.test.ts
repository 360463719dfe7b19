import { describe, expect, it } from 'vitest';
import type { Outcome, Plan } from '../../../src/analysis/seek/plan.ts';
import { standingOf } from '../../../src/analysis/seek/plan.ts';
import { openSearch } from '../../../src/analysis/seek/search.ts';

const REPLICATES = 20;
/** A spread over replicates that does not depend on any generator: quantiles of a uniform on [-1, 1]. */
const luck = Array.from({ length: REPLICATES }, (_, r) => -1 + (2 * r + 1) / REPLICATES);

interface Town {
  readonly effects: (plan: Plan, r: number) => number;
  readonly shortage?: (plan: Plan, r: number) => number;
  readonly price: (plan: Plan) => number;
  readonly discrete: readonly boolean[];
}

/** A search over a made-up town whose best plan is known. */
async function searchOf({ effects, shortage, price, discrete }: Town, most = Number.POSITIVE_INFINITY) {
  const simulated: Plan[] = [];
  const outcome = (plan: Plan): Outcome => {
    simulated.push(plan);
    return {
      margin: luck.map((_, r) => effects(plan, r)),
      short: luck.map((_, r) => shortage?.(plan, r) ?? 0),
      cost: luck.map(() => price(plan)),
    };
  };
  const search = await openSearch({
    discrete,
    evaluate: async (plans) => plans.map(outcome),
    mayGoOn: () => simulated.length < most,
  });
  return { search, simulated, outcome };
}

const demand = { probability: 0.8, capacity: true, doubt: 1.645 };

describe('a search for the cheapest plan', () => {
  // margin = 3 a + 2 b + 1 c - 2 + luck: 16 of 20 need luck of -0.55 or more, hence an effect of 2.55 at least
  const additive: Town = {
    effects: ([a, b, c], r) => 3 * a + 2 * b + c - 2 + luck[r],
    price: ([a, b, c]) => 5 * a + 2 * b + 4 * c,
    discrete: [false, false, false],
  };

  it('finds the planted optimum: the best value for money first, to the eighth', async () => {
    const { search, simulated } = await searchOf(additive);
    const [best] = await search.solve([demand], true);
    // b costs 1 a point, a 5/3, c 4: b in full and 0.55 / 3 of a, rounded up to an eighth
    expect(best?.plan).toEqual([2 / 8, 1, 0]);
    expect(best?.standing).toMatchObject({ share: 0.9, feasible: true });
    expect(simulated.length).toBeLessThan(40);
    expect(new Set(simulated.map(String)).size).toBe(simulated.length);
  });

  it('ends with the plans it may simulate, answers with the best of them and says that a better one may be', async () => {
    const whole = await searchOf(additive);
    const [best] = await whole.search.solve([demand], true);
    const { search, simulated } = await searchOf(additive, 8);
    const [found] = await search.solve([demand], true);
    expect([whole.search.explored().cut, search.explored().cut]).toEqual([false, true]);
    expect(simulated.length).toBeLessThan(whole.simulated.length);
    expect(found.standing.feasible).toBe(true);
    expect(found.standing.cost).toBeGreaterThan(best.standing.cost);
  });

  it('sees that two levers do together what neither does alone', async () => {
    const { search } = await searchOf({
      effects: ([a, b, c], r) => 4 * a * b + 2.6 * c - 2 + luck[r],
      price: ([a, b, c]) => a + b + 3 * c,
      discrete: [true, true, false],
    });
    const [best] = await search.solve([demand], true);
    expect(best?.plan).toEqual([1, 1, 0]);
  });

  it('pays for places where people come: a cheaper plan that runs short is refused', async () => {
    const crowded: Town = {
      effects: ([a], r) => 3 * a - 2 + luck[r],
      shortage: ([a, places], r) => Math.max(0, 100 * a - 200 * places) * (2 + luck[r]),
      price: ([a, places]) => a + 10 * places,
      discrete: [true, false],
    };
    const { search } = await searchOf(crowded);
    const [free, bound] = await search.solve([{ ...demand, capacity: false }, demand], true);
    expect(free?.plan).toEqual([1, 0]);
    expect(bound?.plan).toEqual([1, 0.5]);
    expect(bound?.standing.excess).toBeLessThanOrEqual(0);
  });

  it('leaves out levers that reach nobody, and says which', async () => {
    const { search } = await searchOf({
      ...additive,
      discrete: [false, false, false, true],
      price: ([a, b, c]) => 5 * a + 2 * b + 4 * c,
    });
    const [best] = await search.solve([demand], true);
    expect(search.explored().idle).toEqual([3]);
    expect(best?.plan).toEqual([2 / 8, 1, 0, 0]);
  });

  it('goes over to more replicates with nothing, everything, each lever alone and the most promising plans', async () => {
    let spread = luck;
    const simulated: string[] = [];
    const told: number[] = [];
    const search = await openSearch({
      onRound: (plans) => void told.push(plans),
      discrete: [false, false, false, false, false],
      evaluate: async (plans) =>
        plans.map((plan) => {
          simulated.push(String(plan));
          const [a, b, c, d, e] = plan;
          const margin = spread.map((value) => 3 * a + 2 * b + c + (d + e) / 10 - 2 + value);
          const price = additive.price(plan) + 7 * d + 8 * e;
          return { margin, short: spread.map(() => 0), cost: spread.map(() => price) };
        }),
    });
    await search.solve([demand], true);
    const before = search.explored().plans.length;
    simulated.length = 0;
    // twice as many, and luckier: 0.3 less is needed of the levers
    spread = [...luck, ...luck].map((value) => value + 0.3);
    await search.widen(demand);
    expect(simulated).toEqual(expect.arrayContaining(['0,0,0,0,0', '1,1,1,1,1', '1,0,0,0,0', '0,0,0,0,1']));
    expect(simulated.length).toBeLessThanOrEqual(Math.min(before, 7 + 12));
    expect(new Set(simulated).size).toBe(simulated.length);
    const [best] = await search.solve([demand], true);
    expect(best?.plan).toEqual([1 / 8, 1, 0, 0, 0]);
    expect(search.explored().outcomes[0].margin).toHaveLength(40);
    // how many were tried never falls, though some are forgotten
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(search.explored().tried).toBe(told.at(-1));
    expect(search.explored().tried).toBeGreaterThan(before);
  });

  it('comes as near as can be where no plan is enough', async () => {
    const { search } = await searchOf({ ...additive, effects: ([a, b, c], r) => a + b - c - 4 + luck[r] });
    const [best] = await search.solve([demand], true);
    expect(best?.plan).toEqual([1, 1, 0]);
    expect(best?.standing).toMatchObject({ feasible: false, share: 0 });
    expect(best?.standing.lack).toBeCloseTo(2.55, 9);
  });
});

it('a probability is reached when enough replicates meet the target, the last one exactly', () => {
  const outcome = { margin: [1, 0, 0, 0, -1], short: [0, 0, 0, 0, 0], cost: [1, 2, 3, 4, 5] };
  expect(standingOf(outcome, demand)).toEqual({ cost: 3, share: 0.8, lack: 0, short: 0, excess: 0, feasible: true });
  expect(standingOf(outcome, { ...demand, probability: 0.81 })).toMatchObject({ lack: 1, feasible: false });
});
