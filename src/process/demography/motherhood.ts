import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { Sex } from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';
import { AGES, type AreaCensus, type CityData } from '../../scenario/city-data.ts';
import type { ParameterValues } from '../../scenario/parameters.ts';
import type { YearTable } from './life-tables.ts';

/** Where women live and are registered, as far as births ask: village; town with a register of one; town with that of a village. */
const LIVINGS = 3;

/** Chance of a birth by where a woman lives, over that of the tables. */
export interface Motherhood {
  /** [area * 3 + living], living by `livingOf`; the last three are of women who live outside the city. */
  readonly relative: Float64Array;
  /** The highest of them: waits are drawn by it. */
  readonly bound: number;
}

/** Everybody as the tables say. */
export const evenMotherhood = (areas: number): Motherhood => ({
  relative: new Float64Array((areas + 1) * LIVINGS).fill(1),
  bound: 1,
});

/** Place of a woman in `relative`. */
export const livingOf = (areas: number, area: number, residenceUrban: number, registerUrban: number): number =>
  Math.min(area, areas) * LIVINGS + (residenceUrban === 0 ? 0 : registerUrban === 1 ? 1 : 2);

/**
 * Births by residence and register. A village woman has `fertility.villageRatio` times the births of a townswoman of her age; one who
 * lives in a town with the register of a village lies between the two by `fertility.registerWeight`; those of a county differ by its children
 * of 0-4 per woman of 20-39 over the city's, to the power `fertility.countyPower`. The base population as it lives has the births of the
 * tables, times what is each county's own (`CountyFlows.births`); who moves later changes the total.
 * @param women of `womenByLiving`
 * @param flows by area, where it has any
 * @param table of the first year
 */
export function motherhoodOf(
  women: readonly Float64Array[],
  { areas, flows }: Pick<CityData, 'flows'> & { readonly areas: readonly Pick<AreaCensus, 'residents'>[] },
  table: YearTable,
  values: ParameterValues,
): Motherhood {
  const village = values['fertility.villageRatio'];
  const between = 1 + (village - 1) * values['fertility.registerWeight'];
  const ratios = [village, 1, between] as const;
  const counties = [...childrenPerWoman(areas), 0].map((ratio) => exp(values['fertility.countyPower'] * ratio));
  const relative = Float64Array.from(women, (_, n) => ratios[n % LIVINGS] * counties[Math.floor(n / LIVINGS)]);
  let all = 0;
  let weighted = 0;
  women.forEach((ofAge, n) => {
    if (n >= areas.length * LIVINGS) return;
    for (let age = 0; age < AGES; age++) {
      const births = ofAge[age] * table.birth[age];
      all += births;
      weighted += births * relative[n];
    }
  });
  const scale = weighted > 0 ? all / weighted : 1;
  relative.forEach((chance, n) => {
    relative[n] = chance * scale * (flows[Math.floor(n / LIVINGS)]?.births ?? 1);
  });
  return { relative, bound: Math.max(...relative) };
}

/** First and last of the age groups of mothers, 20-24 and 35-39. */
const MOTHERS = [5, 8] as const;
/** Further from the city's, logs, a county's ratio is not believed to be that of its women: children are left with their grandparents. */
const FARTHEST = 0.4;

/** Logarithm of children of 0-4 per woman of 20-39 over that of all areas together. */
function childrenPerWoman(areas: readonly Pick<AreaCensus, 'residents'>[]): number[] {
  const counts = areas.map(({ residents }) => {
    let mothers = 0;
    for (let group = MOTHERS[0]; group <= MOTHERS[1]; group++) mothers += residents[2 * group + 1];
    return { children: residents[0] + residents[1] + residents[2] + residents[3], mothers };
  });
  const sum = (of: (count: (typeof counts)[number]) => number): number =>
    counts.reduce((all, count) => all + of(count), 0);
  const whole = sum(({ children }) => children) / sum(({ mothers }) => mothers);
  return counts.map(({ children, mothers }) =>
    children > 0 && mothers > 0 ? Math.min(FARTHEST, Math.max(-FARTHEST, log(children / mothers / whole))) : 0,
  );
}

const counted = new WeakMap<Population, readonly Float64Array[]>();

/** Women of a base population by where they live (`livingOf`) and age. Counted once a population. */
export function womenByLiving(base: Population, areas: number): readonly Float64Array[] {
  const before = counted.get(base);
  if (before !== undefined) return before;
  const { sex, age, residenceArea, residenceUrban, registerUrban } = base.persons.columns;
  const women = Array.from({ length: (areas + 1) * LIVINGS }, () => new Float64Array(AGES));
  for (let i = 0; i < base.persons.rows; i++)
    if (sex[i] === Sex.female) women[livingOf(areas, residenceArea[i], residenceUrban[i], registerUrban[i])][age[i]]++;
  counted.set(base, women);
  return women;
}
