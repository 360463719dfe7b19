import { median } from 'simple-statistics';
import { wilsonInterval } from '../score/wilson-interval.ts';
import type { Outcome } from './plan.ts';
import type { Found, Obstacle, PlanResult } from './question.ts';

/** Most replicates that are worth asking for. */
const MOST = 10_000;

/**
 * What was found, its verdict refused where the replicates or the sample cannot carry it: a probability whose 90 % interval holds the one
 * asked for says neither that it is reached nor that it is not. Plans that are answered need none of this: fresh replicates try them.
 * @param probability asked for
 * @param luck part of the variance between replicates that is luck of the sample, not of the place: the verdict must stand without it too
 */
export function decided(found: Found, probability: number, luck: number): Found {
  const { verdict, replicates } = found;
  if (verdict.kind === 'found' || verdict.kind === 'unproven' || verdict.kind === 'undecided') return found;
  const deciding = decidingPlan(found, verdict);
  const side = verdict.kind === 'already-met' ? 'above' : 'below';
  const stands = (share: number, count: number): boolean => isBeyond(probability, share, count, side);
  const refuse = (cause: 'replicates' | 'sample', needed: number | null): Found => ({
    ...found,
    verdict: { kind: 'undecided', instead: verdict, deciding, cause, needed },
  });
  if (!stands(deciding.share, replicates)) {
    let needed = replicates;
    while (needed <= MOST && !stands(deciding.share, needed)) needed *= 2;
    return refuse('replicates', needed <= MOST ? needed : null);
  }
  return stands(shareWithout(luck, deciding.outcome.margin), replicates) ? found : refuse('sample', null);
}

/** Whether a share of so many replicates lies on one side of a probability with its whole 90 % interval. */
function isBeyond(probability: number, share: number, count: number, side: 'above' | 'below'): boolean {
  const [low, high] = wilsonInterval(share * count, count);
  return side === 'above' ? low >= probability : high < probability;
}

/** Whether a plan's replicates show already, luck of the sample set aside, that it misses the probability: more of them change nothing. */
export function clearlyMisses({ margin }: Outcome, probability: number, luck: number): boolean {
  const share = margin.filter((value) => value >= 0).length / margin.length;
  return [share, shareWithout(luck, margin)].every((each) => isBeyond(probability, each, margin.length, 'below'));
}

/** The plan whose probability the verdict rests on. */
function decidingPlan({ base, frontier }: Found, verdict: Obstacle): PlanResult {
  if (verdict.kind === 'already-met') return base;
  if (verdict.kind === 'levers') return verdict.best;
  return verdict.kind === 'budget' ? verdict.within : (frontier.at(-1) ?? verdict.best);
}

/** Share of replicates that would meet the target were their spread about the median less by what luck makes of the variance. */
function shareWithout(luck: number, margin: readonly number[]): number {
  const middle = median([...margin]);
  const part = Math.sqrt(1 - luck);
  return margin.filter((value) => middle + part * (value - middle) >= 0).length / margin.length;
}
