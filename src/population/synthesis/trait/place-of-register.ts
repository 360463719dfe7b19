import { logistic, logit } from '../../../math/logistic.ts';
import type { CityData } from '../../../scenario/city-data.ts';
import { splitRows } from '../plan/round.ts';
import { solve } from '../plan/solve.ts';
import { sum } from '../plan/sum.ts';

/** Persons registered in one area by where they live: one entry a group. */
export interface RegisteredGroups {
  readonly persons: readonly number[];
  /** Log-odds of a town register, relative to those who live in a town of their own area. */
  readonly logOdds: readonly number[];
  /** Most persons of the group with a town register. */
  readonly limit: readonly number[];
}

/** Persons with a town register. */
interface TownRegisters {
  /** [area][group]. */
  readonly persons: readonly Int32Array[];
  readonly total: number;
  readonly notes: readonly string[];
}

/** Urban share and non-agricultural share of 2010 count alike in how areas differ. Judgement. */
const URBAN_WEIGHT = 0.5;

/**
 * Puts `share` of the city's registered persons on a town register. Areas differ as their urban share and the
 * non-agricultural share of 2010 do, groups within an area by their log-odds; each level has one shift of log-odds, solved
 * so that its total holds exactly. Where the limits leave too few, the total is lowered and a note says so.
 */
export function placeOfRegister(city: CityData, groups: readonly RegisteredGroups[], share: number): TownRegisters {
  const registered = groups.map((group) => sum(group.persons));
  const limit = groups.map((group) => sum(group.limit));
  const wanted = Math.round(share * sum(registered));
  const total = Math.min(wanted, sum(limit));
  const pattern = city.areas.map((area) => {
    const urban = area.urban / (area.population || 1);
    const mixed = URBAN_WEIGHT * urban + (1 - URBAN_WEIGHT) * area.nonAgriculturalShare2010;
    return logit(Math.min(0.98, Math.max(0.02, mixed)));
  });
  const byArea = shareOut(registered, pattern, limit, total);
  const persons = groups.map((group, a) => shareOut(group.persons, group.logOdds, group.limit, byArea[a]));
  const lowered = `town registers lowered from ${wanted} to ${total}: too few registered persons live in towns`;
  return { persons, total, notes: total < wanted ? [lowered] : [] };
}

/** `total` persons shared out: persons times logistic(log-odds + shift), none above its limit, shift solved, rounded. */
function shareOut(
  persons: readonly number[],
  logOdds: readonly number[],
  limit: readonly number[],
  total: number,
): Int32Array {
  const at = (shift: number): number[] =>
    persons.map((count, i) => Math.min(limit[i], count * logistic(logOdds[i] + shift)));
  return splitRows(limit, at(solve((shift) => sum(at(shift)) - total)), total);
}
