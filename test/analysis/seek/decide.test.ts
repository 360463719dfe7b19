import { describe, expect, it } from 'vitest';
import { clearlyMisses, decided } from '../../../src/analysis/seek/decide.ts';
import type { Found, Obstacle, PlanResult } from '../../../src/analysis/seek/question.ts';

/** A plan by how far each replicate passes the target. */
function planOf(margin: readonly number[]): PlanResult {
  const share = margin.filter((value) => value >= 0).length / margin.length;
  const outcome = { margin, short: margin.map(() => 0), cost: margin.map(() => 0) };
  return {
    ...{ plan: [0], settings: [0], values: margin, outcome, drawnCosts: outcome.cost },
    ...{ cost: 0, share, lack: 0, short: 0, excess: 0, feasible: false },
  };
}
/** So many replicates of which so many meet the target, by one. */
const met = (count: number, of: number): PlanResult =>
  planOf(Array.from({ length: of }, (_, r) => (r < count ? 1 : -1)));

const foundOf = (verdict: Obstacle, base: PlanResult, replicates: number): Found => ({
  ...{ verdict, base, replicates, error: 0, answer: null, everything: base, plans: [base], frontier: [] },
  ...{ idle: [], verifications: [], withoutCapacity: null, cut: false },
});
const judged = (verdict: Obstacle, plan: PlanResult, luck = 0) =>
  decided(foundOf(verdict, plan, plan.outcome.margin.length), 0.8, luck).verdict;

describe('a verdict is refused where the replicates cannot carry it', () => {
  it('no lever is needed: five of five do not show 80 %, twenty do', () => {
    const few = met(5, 5);
    expect(judged({ kind: 'already-met' }, few)).toEqual({
      kind: 'undecided',
      instead: { kind: 'already-met' },
      deciding: few,
      cause: 'replicates',
      needed: 20,
    });
    expect(judged({ kind: 'already-met' }, met(20, 20))).toEqual({ kind: 'already-met' });
  });

  it('out of reach of the levers: three of five may be 80 %, three of forty are not', () => {
    const few = met(3, 5);
    expect(judged({ kind: 'levers', best: few }, few)).toMatchObject({ kind: 'undecided', cause: 'replicates' });
    const many = met(3, 40);
    expect(judged({ kind: 'levers', best: many }, many)).toEqual({ kind: 'levers', best: many });
  });

  it('names the replicates that would tell, and none where the two are the same', () => {
    const near = met(30, 40);
    const verdict = judged({ kind: 'budget', within: near }, near);
    // 75 % is told from 80 % once 1.645 standard errors of it are less than the five points between
    expect(verdict).toMatchObject({ kind: 'undecided', needed: 320 });
    const same = met(32, 40);
    expect(judged({ kind: 'budget', within: same }, same)).toMatchObject({ kind: 'undecided', needed: null });
  });
});

it('more replicates are not asked for once the best plan surely misses, luck of the sample set aside', () => {
  expect(clearlyMisses(met(9, 16).outcome, 0.8, 0)).toBe(true);
  expect(clearlyMisses(met(11, 16).outcome, 0.8, 0)).toBe(false);
  expect(clearlyMisses(met(16, 16).outcome, 0.8, 0)).toBe(false);
  const spread = Array.from({ length: 40 }, (_, r) => (r - 19.5) / 10 + 0.3);
  expect(clearlyMisses(planOf(spread).outcome, 0.8, 0)).toBe(true);
  // were nearly all of it luck, the place itself would pass
  expect(clearlyMisses(planOf(spread).outcome, 0.8, 0.99)).toBe(false);
});

it('a verdict is refused where it is the luck of a small sample', () => {
  const spread = planOf(Array.from({ length: 40 }, (_, r) => (r - 19.5) / 10 + 0.3));
  const verdict: Obstacle = { kind: 'levers', best: spread };
  expect(spread.share).toBeLessThan(0.66);
  expect(judged(verdict, spread)).toEqual(verdict);
  // where nearly all of the spread is luck, the place itself passes the target nearly always
  expect(judged(verdict, spread, 0.95)).toMatchObject({ kind: 'undecided', cause: 'sample', needed: null });
});
