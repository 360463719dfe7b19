import { Sex } from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';
import { AGES } from '../../scenario/city-data.ts';
import type { ParameterValues } from '../../scenario/parameters.ts';
import type { YearTable } from './life-tables.ts';

/** Where women live and are registered, as far as births ask: village; town with a register of one; town with that of a village. */
const LIVINGS = 3;

/** Chance of a birth by where a woman lives, over that of the tables. */
export interface Motherhood {
  /** Village; town with a register of one; town with the register of a village. */
  readonly relative: readonly [number, number, number];
  /** The highest of them: waits are drawn by it. */
  readonly bound: number;
}

/** Everybody as the tables say. */
export const evenMotherhood: Motherhood = { relative: [1, 1, 1], bound: 1 };

export const livingOf = (residenceUrban: number, registerUrban: number): 0 | 1 | 2 =>
  residenceUrban === 0 ? 0 : registerUrban === 1 ? 1 : 2;

/**
 * Births by residence and register. A village woman has `fertility.villageRatio` times the births of a townswoman of her age; one who
 * lives in a town with the register of a village lies between the two by `fertility.registerWeight`. The base population as it lives has
 * the births of the tables; who moves later changes the total.
 * @param weights of `womenByLiving`
 * @param table of the first year
 */
export function motherhoodOf(weights: readonly Float64Array[], table: YearTable, values: ParameterValues): Motherhood {
  const village = values['fertility.villageRatio'];
  const between = 1 + (village - 1) * values['fertility.registerWeight'];
  const ratios = [village, 1, between] as const;
  let all = 0;
  let weighted = 0;
  for (let living = 0; living < weights.length; living++) {
    for (let age = 0; age < AGES; age++) {
      const births = weights[living][age] * table.birth[age];
      all += births;
      weighted += births * ratios[living];
    }
  }
  const scale = weighted > 0 ? all / weighted : 1;
  const relative = [ratios[0] * scale, ratios[1] * scale, ratios[2] * scale] as const;
  return { relative, bound: Math.max(...relative) };
}

const counted = new WeakMap<Population, readonly Float64Array[]>();

/** Women of a base population who live in the city, by where they live and age. Counted once a population. */
export function womenByLiving(base: Population, areas: number): readonly Float64Array[] {
  const before = counted.get(base);
  if (before !== undefined) return before;
  const { sex, age, residenceArea, residenceUrban, registerUrban } = base.persons.columns;
  const women = Array.from({ length: LIVINGS }, () => new Float64Array(AGES));
  for (let i = 0; i < base.persons.rows; i++)
    if (sex[i] === Sex.female && residenceArea[i] < areas)
      women[livingOf(residenceUrban[i], registerUrban[i])][age[i]]++;
  counted.set(base, women);
  return women;
}
