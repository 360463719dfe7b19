import { type Localized, text } from '../../../language/language.ts';
import { logistic } from '../../../math/logistic.ts';
import { solve } from '../../../math/solve.ts';
import { movedTo } from '../../../scenario/city/register-level.ts';
import type { CityData } from '../../../scenario/city-data.ts';
import { splitRows } from '../plan/round.ts';
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
  readonly notes: readonly Localized[];
}

/**
 * Persons of each area whose register lies in a town: its own level, or, where a share of the whole city is set, levels shifted together
 * so that they add up to that.
 * @param share of the whole city; 0 for the areas' own levels
 */
export function townRegistersOf({ areas }: Pick<CityData, 'areas'>, share: number): number[] {
  const registered = areas.map((area) => area.registered);
  const levels = areas.map(({ townRegister }) => townRegister);
  const moved = share === 0 ? levels : movedTo(levels, registered, share);
  return moved.map((level, a) => Math.round(level.share * registered[a]));
}

/**
 * Puts the town registers of each area on its registered persons: groups within an area by their log-odds, with one shift of
 * log-odds, solved so that the total of the area holds exactly. Where the limits leave too few, it is lowered and a note says so.
 */
export function placeOfRegister(
  city: CityData,
  groups: readonly RegisteredGroups[],
  wanted: readonly number[],
): TownRegisters {
  const byArea = wanted.map((persons, a) => Math.min(persons, sum(groups[a].limit)));
  const persons = groups.map((group, a) => shareOut(group.persons, group.logOdds, group.limit, byArea[a]));
  const notes = wanted.flatMap((before, a) =>
    byArea[a] < before
      ? [
          text(
            `${city.areas[a].name.zh}（${city.areas[a].code}）：城镇户籍由${before}人降为${byArea[a]}人：住在城镇的户籍人口没有更多`,
            `${city.areas[a].code}: town registers lowered from ${before} to ${byArea[a]}: too few registered persons live in towns`,
          ),
        ]
      : [],
  );
  return { persons, total: sum(byArea), notes };
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
