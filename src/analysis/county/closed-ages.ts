import { exp } from '../../math/exp.ts';
import { vitalTables } from '../../scenario/city/vital-tables.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { AGE_GROUPS, type Ages } from './county-census.ts';

const YEARS = 10;
/** Power of a county's own child-woman ratio in the births to come; the rest is the nation's. Judgement, made with the census of 2020 in view. */
const OWN_FERTILITY = 0.7;
/** Share of boys at 0-9: the nation's in 2020. */
const BOYS = 0.527;
/** Fall of the number of persons with each year of age from 85 on. Judgement. */
const OLD_AGE_FALL = 0.18;

/** Share of a five-year group that is alive ten years on, by sex and group. */
export type Survival = readonly [Float64Array, Float64Array];

/** Of a province, from a year on: the nation's tables times the province's factor. */
export function survivalOf(read: ReadText, province: string, year: number): Survival {
  const { qx, firstYear, lastYear } = vitalTables(read, province, province);
  const dying = (sex: 0 | 1, age: number, when: number): number =>
    qx[Math.min(when, lastYear) - firstYear][sex][Math.min(age, 100)];
  const alive = (sex: 0 | 1, age: number): number => {
    let share = 1;
    for (let t = 0; t < YEARS; t++)
      share *= 1 - (dying(sex, age + t, year + t) + dying(sex, age + t + 1, year + t)) / 2;
    return share;
  };
  const ofSex = (sex: 0 | 1): Float64Array =>
    Float64Array.from({ length: AGE_GROUPS }, (_, group) => {
      const oldest = group === AGE_GROUPS - 1;
      let persons = 0;
      let survivors = 0;
      for (let age = 5 * group; age < (oldest ? 98 : 5 * group + 5); age++) {
        const weight = oldest ? exp(-OLD_AGE_FALL * (age - 85)) : 1;
        persons += weight;
        survivors += weight * alive(sex, age);
      }
      return survivors / persons;
    });
  return [ofSex(0), ofSex(1)];
}

const sum = (values: Float64Array, from: number, to: number): number => {
  let all = 0;
  for (let k = from; k < to; k++) all += values[k];
  return all;
};

/** Children of 0-4 to women of 20-39. */
export const childWomanRatio = ([male, female]: Ages): number => (male[0] + female[0]) / sum(female, 4, 8);

/**
 * Residents ten years on if nobody moved: survivors of each group, and children by the women of then, their county's child-woman ratio of
 * now and the nation's.
 */
export function closedAges(ages: Ages, survival: Survival, nationalRatio: number): Ages {
  const closed = [0, 1].map((sex) => {
    const later = new Float64Array(AGE_GROUPS);
    const [now, alive] = [ages[sex], survival[sex]];
    for (let group = 0; group < AGE_GROUPS - 3; group++) later[group + 2] = now[group] * alive[group];
    for (let group = AGE_GROUPS - 3; group < AGE_GROUPS; group++) later[AGE_GROUPS - 1] += now[group] * alive[group];
    return later;
  }) as unknown as [Float64Array, Float64Array];
  const ratio = childWomanRatio(ages) ** OWN_FERTILITY * nationalRatio ** (1 - OWN_FERTILITY);
  [sum(closed[1], 4, 8), sum(closed[1], 5, 9)].forEach((women, group) => {
    closed[0][group] = women * ratio * BOYS;
    closed[1][group] = women * ratio * (1 - BOYS);
  });
  return closed;
}

/** Residents of both sexes by age group. */
export const bothSexes = ([male, female]: Ages): Float64Array => male.map((count, group) => count + female[group]);

/** Shares of 0-14 and of 60 and over. */
export function ageShares(persons: Float64Array): readonly [young: number, old: number] {
  const all = sum(persons, 0, AGE_GROUPS);
  return [sum(persons, 0, 3) / all, sum(persons, 12, AGE_GROUPS) / all];
}
