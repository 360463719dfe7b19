import { AGES } from '../../scenario/city-data.ts';

/** Of an event that does not come within the horizon. Years are counted from the base year and stay below it. */
export const NEVER = 255;

/** Chances above this are taken as this, so that survival stays above zero and a wait can begin again after it. */
const ALMOST_CERTAIN = 1 - 1e-6;

/**
 * A yearly chance over the horizon of a run, kept as survival: the chance that nothing has happened from the base year to the
 * end of year t. A waiting time is then one draw and a short search, however many years nothing happens
 * (inverse transform; Devroye 1986, Non-Uniform Random Variate Generation, ch. 2 and 6).
 */
export interface HazardTable {
  /** Last year of the horizon, counted from the base year. */
  readonly years: number;
  /** 1 where the chance depends on age, else 0. */
  readonly byAge: 0 | 1;
  /** [(cohort + years) * (years + 1) + t] by cohort = age at the end of the base year; [t] where age does not matter. */
  readonly survival: Float64Array;
}

/** @param chance yearly chance in year t of somebody of that age at its end; the open age stands for all above */
export function hazardByAge(years: number, chance: (age: number, t: number) => number): HazardTable {
  const width = years + 1;
  const survival = new Float64Array((years + AGES) * width);
  for (let cohort = -years; cohort < AGES; cohort++) {
    const row = (cohort + years) * width;
    survival[row] = 1;
    for (let t = 1; t <= years; t++) {
      const age = Math.min(AGES - 1, cohort + t);
      survival[row + t] = survival[row + t - 1] * (1 - (age < 0 ? 0 : bounded(chance(age, t))));
    }
  }
  return { years, byAge: 1, survival };
}

/** @param chance yearly chance in year t, whatever the age */
export function hazardByYear(years: number, chance: (t: number) => number): HazardTable {
  const survival = new Float64Array(years + 1).fill(1);
  for (let t = 1; t <= years; t++) survival[t] = survival[t - 1] * (1 - bounded(chance(t)));
  return { years, byAge: 0, survival };
}

const bounded = (chance: number): number => Math.max(0, Math.min(ALMOST_CERTAIN, chance));

/** Row of the table for somebody of `age` at the end of year `from`. */
const rowOf = ({ years, byAge }: HazardTable, age: number, from: number): number =>
  byAge * (age - from + years) * (years + 1);

/** Whether nothing can happen any more after year `from`: no draw is needed. */
export function isOver(table: HazardTable, age: number, from: number): boolean {
  const row = rowOf(table, age, from);
  return table.survival[row + table.years] === table.survival[row + from];
}

/**
 * First year after `from` in which the event comes, or NEVER.
 * @param age at the end of year `from`
 * @param draw uniform on [0, 1)
 */
export function nextDue(table: HazardTable, age: number, from: number, draw: number): number {
  const { years, survival } = table;
  const row = rowOf(table, age, from);
  const level = draw * survival[row + from];
  if (survival[row + years] > level) return NEVER;
  let t = from + 1;
  while (survival[row + t] > level) t++;
  return t;
}
