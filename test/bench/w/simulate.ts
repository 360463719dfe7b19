import type { DrawKey } from '../../../src/random/draw.ts';
import { begin } from './begin.ts';
import { ceilingAt } from './bounds.ts';
import type { Coefficients } from './coefficients.ts';
import { type Counts, noCounts } from './counts.ts';
import { raiseCeiling, settle } from './settle.ts';
import { createVillage } from './village.ts';
import { beBorn, die, giveBirth } from './vital-events.ts';
import { PERSONS, VILLAGE, type World, YEARS } from './world.ts';

/**
 * The 15 years of W for the villages from `first` up to before `end`.
 *
 * Villages do not touch each other, so each lives through all its years while it is in the cache. Inside a village the years
 * pass in order, and a year calls only those to whom something happens: a waiting time is drawn once, when it begins, and
 * entered in a calendar. Same distribution as asking everybody every year, fewer questions.
 */
export function simulate(world: World, key: DrawKey, w: Coefficients, first: number, end: number): Counts {
  const counts = noCounts();
  const village = createVillage(world, key, w);
  for (let v = first; v < end; v++) {
    village.household = v * VILLAGE;
    village.person = PERSONS * village.household;
    begin(village);
    let settled = 0;
    for (let t = 1; t <= YEARS; t++) {
      counts.deaths[t - 1] += die(village, t);
      counts.births[t - 1] += giveBirth(village, t);
      beBorn(village, t);
      settled += settle(village, t, settled / VILLAGE);
      counts.settled[t - 1] += settled;
      const above = settled / VILLAGE - ceilingAt(t) - village.raised;
      if (above > 0) raiseCeiling(village, t, above);
    }
  }
  return counts;
}
