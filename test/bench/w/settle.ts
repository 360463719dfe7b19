import { exp } from '../../../src/math/exp.ts';
import { threefry } from '../../../src/random/threefry.ts';
import { boundsRow, YEARS_LIMIT } from './bounds.ts';
import { enter, firstOf } from './calendar.ts';
import { counter, Decision, NEVER, type Village } from './village.ts';
import { waitingTime } from './waiting-time.ts';
import { PERSONS, Slot, VILLAGE } from './world.ts';

/** First and last age of a school child. */
const SCHOOL = [6, 15] as const;
const UNIT = 2 ** -32;
const word = new Int32Array(2);

/**
 * Settlements of year t among the candidates, by thinning: a candidate year comes with the chance of the bound, and the
 * candidate settles with chance p / bound, so that a household settles with chance p. Only candidates need utility and exp.
 * @param share settled share of the village at the end of last year
 */
export function settle(village: Village, t: number, share: number): number {
  const { world, w, key, bounds, candidates, household, raised } = village;
  const { tenure, years, land, candidate, settled } = world.households.columns;
  const { born } = world.persons.columns;
  let count = 0;
  const end = candidates.end[t];
  for (let n = firstOf(t); n < end; n++) {
    const i = candidates.row[n];
    const h = household + i;
    if (candidate[h] !== t) continue;
    threefry(key.k0, key.k1, PERSONS * h, counter(t, Decision.settle), word);
    const stay = years[h] + t;
    const childAge = t - born[PERSONS * h + Slot.child];
    const lasting = w.constant + w.tenure * tenure[h] - w.land * land[h];
    const school = childAge >= SCHOOL[0] && childAge <= SCHOOL[1] ? w.school : 0;
    const utility = lasting + w.years * (stay < YEARS_LIMIT ? stay : YEARS_LIMIT) + school + w.share * share;
    const row = boundsRow(bounds, years[h], lasting + w.share * raised) + t;
    // u < p / bound with p = 1 / (1 + e^-utility)
    if ((word[0] >>> 0) * UNIT * bounds.chance[row] * (1 + exp(-utility)) < 1) {
      settled[h] = 1;
      candidate[h] = NEVER;
      count++;
    } else candidate[h] = enter(candidates, t + waitingTime(bounds.survival, row, word[1]), i);
  }
  return count;
}

/** Room above the share when a ceiling is raised. */
const ROOM = 0.1;

/**
 * The share has passed its ceiling at the end of year t: who has not settled draws the next candidate year anew under a higher
 * one. What was drawn for the years to come has not been looked at, so nothing is lost.
 * @param above how far the share is above the ceiling
 */
export function raiseCeiling(village: Village, t: number, above: number): void {
  const { world, w, key, bounds, candidates, household } = village;
  const { tenure, years, land, candidate, settled } = world.households.columns;
  village.raised = Math.min(1, village.raised + above + ROOM);
  for (let i = 0; i < VILLAGE; i++) {
    const h = household + i;
    if (settled[h] === 1) continue;
    threefry(key.k0, key.k1, PERSONS * h, counter(t, Decision.again), word);
    const utility = w.constant + w.tenure * tenure[h] - w.land * land[h] + w.share * village.raised;
    const row = boundsRow(bounds, years[h], utility) + t;
    candidate[h] = enter(candidates, t + waitingTime(bounds.survival, row, word[0]), i);
  }
}
